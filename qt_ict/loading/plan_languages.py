"""The languages of a plan: those that it declares, else those that its names are in."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from qt_ict.diagnostics import shape
from qt_ict.diagnostics.finding import Finding
from qt_ict.language import LANGUAGES, Text
from qt_ict.loading.expectations import LANGUAGE_CODES, described
from qt_ict.loading.language_codes import CODES, code_meant, is_code
from qt_ict.loading.parsed import Parsed
from qt_ict.loading.sections import DataSection
from qt_ict.loading.yaml import UNREADABLE
from qt_ict.model.incoming import SheetForm
from qt_ict.positions import MarkedText, Path

DECLARED = "languages"
"""The key at the top of plan.yaml."""
HOME = "plan"
"""The section that stands in the same file."""
NAME = "name"
"""The key of a name that is plain text."""


class Spoken(NamedTuple):
    """The languages of a plan."""

    codes: tuple[str, ...]
    """By ISO 639, the first one first."""
    findings: list[Finding]
    declared: bool = True
    """False where the plan does not say them."""


def spoken(files: Sequence[Parsed]) -> Spoken:
    """The languages that a plan declares; without a word those of the tool's two that its names are in."""
    home = next((each for each in files if isinstance(each.data, dict) and DECLARED in each.data), None)
    if home is None or HOME not in home.sections:
        unread = any(HOME in each.sections and _hides_languages(each.data) for each in files)
        return Spoken(_guessed(files) if unread else _used(files), [], declared=False)
    said = home.data[DECLARED]
    if said is UNREADABLE:
        return Spoken(_guessed(files), [])
    listed = [said] if isinstance(said, str) else said
    if not isinstance(listed, list) or not listed or _in_a_line(said):
        return Spoken(_in_a_line(said) or _guessed(files), [_no_list(home.source, said)])
    findings = list(_faults(home.source, listed))
    codes = tuple(dict.fromkeys(each for each in listed if is_code(each)))
    if len(codes) < len(set(map(str, listed))):
        return Spoken(_guessed(files), findings)
    unused = _unused_of(codes, files)
    findings += [_unused(home.source, listed.index(code), code) for code in unused]
    return Spoken(tuple(code for code in codes if code not in unused), findings)


def _hides_languages(data: Any) -> bool:
    """Whether a file may say its languages where nobody can read it: it is broken, or the key is mistyped."""
    return not isinstance(data, dict) or any(map(means_languages, data))


def means_languages(key: str) -> bool:
    """True for a key that says the languages of a plan by another name.

    >>> means_languages("Language"), means_languages("lang"), means_languages("languages"), means_languages("land")
    (True, True, False, False)
    """
    return key != DECLARED and key.lower().startswith(DECLARED[:4])


def _in_a_line(said: Any) -> tuple[str, ...]:
    """Several codes that stand as one text; nothing of anything else.

    >>> _in_a_line("fr, de"), _in_a_line("fr")
    (('fr', 'de'), ())
    """
    codes = tuple(dict.fromkeys(re.split(r"[\s,;/+&]+", said.strip()))) if isinstance(said, str) else ()
    return codes if len(codes) > 1 and all(map(is_code, codes)) else ()


def _no_list(source: MarkedText, said: Any) -> Finding:
    codes = ", ".join(_in_a_line(said))
    advice = Text("Viết {said}.", "Write {said}.").fill(said=f"{DECLARED}: [{codes}]")
    values = {
        "found": described(said, source.written((DECLARED,))),
        "expected": LANGUAGE_CODES.problem,
        "advice": advice if codes else LANGUAGE_CODES.advice,
    }
    return Finding(shape.WRONG_KIND, source.place_of_value((DECLARED,)), values)


def _faults(source: MarkedText, listed: Sequence[Any]) -> Iterator[Finding]:
    """What is no code of a language, and what stands there twice."""
    for index, each in enumerate(listed):
        path: Path = (DECLARED, index) if source.line_of((DECLARED, index)) else (DECLARED,)
        if each is UNREADABLE:
            continue
        if not is_code(each):
            values = {"found": source.written(path) or str(each), "nearest": code_meant(str(each))}
            yield Finding(shape.UNKNOWN_LANGUAGE, source.place_of_value(path), values)
        elif each in listed[:index]:
            yield Finding(shape.CONTRADICTORY_KEYS, source.place_of_value(path), _AGAIN.fill(each))


def _unused_of(codes: tuple[str, ...], files: Sequence[Parsed]) -> list[str]:
    """Languages of a plan that no name has while names have others; none where names do not say what they are in."""
    used = written_in(files)
    plain = any(
        NAME in entry and is_named(path, file.sections[str(path[0])]) for file in files for path, entry in texts(file)
    )
    return [] if plain or used.isdisjoint(codes) else [code for code in codes if code not in used]


def _unused(source: MarkedText, index: int, code: str) -> Finding:
    return Finding(shape.UNUSED_LANGUAGE, source.place_of_value((DECLARED, index)), {"code": code})


def written_in(files: Sequence[Parsed]) -> frozenset[str]:
    """The languages in which anything is said, as far as it says in which."""
    return frozenset(key for file in files for _, entry in texts(file) for key in entry if key in CODES or is_code(key))


def _used(files: Sequence[Parsed]) -> tuple[str, ...]:
    """The one of the tool's two languages that every name is in; both where names are in both, or in neither."""
    found = {key for file in files for _, entry in texts(file) for key in LANGUAGES if key in entry}
    return tuple(found) if len(found) == 1 else LANGUAGES


def _guessed(files: Sequence[Parsed]) -> tuple[str, ...]:
    """The languages of a plan that says them where nobody can read it: plain names are those of one language."""
    entries = [entry for file in files for _, entry in texts(file)]
    coded = dict.fromkeys(
        key for each in entries for key, said in each.items() if key in CODES and isinstance(said, str)
    )
    if any(NAME in entry for entry in entries):
        return tuple(coded) if len(coded) == 1 else LANGUAGES[-1:]
    return LANGUAGES if set(coded) == set(LANGUAGES) else tuple(coded) or LANGUAGES


def texts(file: Parsed) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Every mapping of a file that may say something in a language, with its key path."""
    if not isinstance(file.data, dict):
        return
    for key, section in file.sections.items():
        data = file.data.get(key)
        if not isinstance(data, dict) or section.model is SheetForm:
            # The headings of sheets are nobody's languages.
            continue
        entries = [((key,), data)] if section.single else [((key, id_), each) for id_, each in data.items()]
        for path, entry in entries:
            yield from _inside(path, entry)


def _inside(path: Path, value: Any) -> Iterator[tuple[Path, dict[str, Any]]]:
    if isinstance(value, dict):
        yield path, value
        for key, each in value.items():
            yield from _inside((*path, key), each)
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _inside((*path, index), each)


def is_named(path: Path, section: DataSection) -> bool:
    """True for an entry that has a name."""
    if len(path) == (1 if section.single else 2):
        return LANGUAGES[0] in section.model.model_fields
    return tuple(path) in (("plan", "issuer"), ("plan", "area"))


class Twice(NamedTuple):
    """What is said of a text or a language that stands twice."""

    problem: Text
    advice: Text

    def fill(self, code: str) -> dict[str, object]:
        """The values of the finding."""
        return {"problem": self.problem.fill(code=code), "advice": self.advice.fill(code=code)}


_AGAIN = Twice(
    Text("languages nêu {code} hai lần", "languages names {code} twice"),
    Text("Giữ một; ngôn ngữ đứng đầu là ngôn ngữ của báo cáo.", "Keep one; the first is the language of reports."),
)
