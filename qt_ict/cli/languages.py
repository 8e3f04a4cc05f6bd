"""Which language to speak: --lang, else QT_ICT_LANG, else the locale; for documents the plan's first."""

from collections.abc import Mapping, Sequence

from qt_ict.diagnostics.refusal import Refusal
from qt_ict.language import LANGUAGES, Language, Text

VARIABLE = "QT_ICT_LANG"


def language(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """The language of this run; help needs it before options are parsed.

    Raises:
        Refusal: QT_ICT_LANG names neither vi nor en.

    >>> language(["gap", "--lang", "vi"], {}), language([], {"LANG": "vi_VN.UTF-8"}), language([], {})
    ('vi', 'vi', 'en')
    """
    following = dict(enumerate(arguments[1:]))
    named = [
        following.get(index, "") if argument == "--lang" else argument.removeprefix("--lang=")
        for index, argument in enumerate(arguments)
        if argument == "--lang" or argument.startswith("--lang=")
    ]
    for each in LANGUAGES:
        if named and named[-1] == each:
            return each
    return _from_environment(environment)


def document_language(given: Language | None, environment: Mapping[str, str], readers: Language) -> Language:
    """The language of a document that is handed on; whoever makes it, it is read where the plan is.

    Args:
        given: What ``--lang`` says.
        environment: QT_ICT_LANG comes next; the locale of a machine says nothing about a document's readers.
        readers: The language of the plan.

    Raises:
        Refusal: QT_ICT_LANG names neither vi nor en.

    >>> document_language(None, {"LANG": "en_US.UTF-8"}, "vi"), document_language(None, {"QT_ICT_LANG": "en"}, "vi")
    ('vi', 'en')
    """
    return given or (_from_environment(environment) if environment.get(VARIABLE) else readers)


def locale_code(environment: Mapping[str, str]) -> str | None:
    """The code of the language that a machine is set to, where nobody says which the tool should speak.

    >>> locale_code({"LANG": "fr_FR.UTF-8"}), locale_code({"LANG": "fr_FR.UTF-8", "QT_ICT_LANG": "vi"}), locale_code({})
    ('fr', None, None)
    """
    return None if environment.get(VARIABLE) else _locale(environment).partition("_")[0].lower() or None


def _locale(environment: Mapping[str, str]) -> str:
    return next((environment[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(key)), "")


def _from_environment(environment: Mapping[str, str]) -> Language:
    wanted = environment.get(VARIABLE)
    if wanted:
        for each in LANGUAGES:
            if wanted == each:
                return each
        raise Refusal(
            Text("{variable}={wanted} không phải vi hay en", "{variable}={wanted} is neither vi nor en").fill(
                variable=VARIABLE, wanted=wanted
            ),
            Text("Đặt {variable}=vi hoặc {variable}=en.", "Set {variable}=vi or {variable}=en.").fill(
                variable=VARIABLE
            ),
        )
    return "vi" if _locale(environment).lower().startswith("vi") else "en"
