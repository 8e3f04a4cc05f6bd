"""What the texts of a plan say, filled into the two languages that the tool speaks.

Each as the plan says it in Vietnamese and English, else in the plan's first language.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from qt_ict.diagnostics import shape
from qt_ict.diagnostics.finding import Finding
from qt_ict.language import EMPTY, LANGUAGES, PlanText, Text
from qt_ict.loading.bare_words import NORWEGIAN
from qt_ict.loading.language_codes import CODES
from qt_ict.loading.missing_keys import is_mistyped, lacking
from qt_ict.loading.parsed import Parsed
from qt_ict.loading.plan_languages import NAME, Spoken, Twice, is_named, texts, written_in
from qt_ict.loading.sections import DataSection
from qt_ict.loading.yaml import UNREADABLE
from qt_ict.positions import EntryMarks, Key, MarkedText, Path

_PLAIN = frozenset(("note", "issuer", "area"))
"""Keys of texts that are a line each in a plan of one language."""
_LINES = "authority basis definition identified_by issuer parent place position recipients to why"
EITHER_WAY = frozenset(_LINES.split())
"""Keys of texts that may be a line each in any plan, the same in all of its languages; some are lists of such."""


def translate(files: Sequence[Parsed], languages: Spoken) -> list[Finding]:
    """Fill in what every text says in the tool's two languages; what is wrong with its own.

    The data are changed in place, and the places follow: a text that is filled in stands where its origin does.
    """
    used = written_in(files)
    undeclared: dict[str, list[_KeyPlace]] = {}
    findings: list[Finding] = []
    found = [_Entry(file, path, entry, languages.codes) for file in files for path, entry in list(texts(file))]
    lines = any(NAME in each.undeclared for each in found)
    for text in found:
        for key in text.undeclared:
            undeclared.setdefault(key, []).append(_KeyPlace(text.source, (*text.path, key), key))
        if lines:
            undeclared.setdefault(NAME, []).extend(text.without_plain())
        findings += text.filled()
    if languages.declared:
        return [*(_undeclared(key, places, languages.codes) for key, places in undeclared.items()), *findings]
    plain = undeclared.pop(NAME, None)
    others = [each for places in undeclared.values() for each in places]
    return [
        *([_undeclared(NAME, plain, languages.codes)] if plain else ()),
        *([_unsaid(others, languages.codes, used)] if others else ()),
        *findings,
    ]


class _KeyPlace(NamedTuple):
    """Where a text in a language stands that is not the plan's."""

    source: MarkedText
    path: Path
    key: str


def _undeclared(key: str, places: list[_KeyPlace], codes: tuple[str, ...]) -> Finding:
    """One finding of a language that is not the plan's, wherever it stands."""
    languages = ", ".join(codes)
    one = LANGUAGES[-1] if LANGUAGES[-1] in codes else codes[0]
    advice = _ADVICE[key == NAME].fill(key=key, keys=languages, one=one)
    return _elsewhere_too(places, {"key": _quoted([key]), "languages": _quoted(codes), "advice": advice})


def _unsaid(places: list[_KeyPlace], codes: tuple[str, ...], written_in: frozenset[str]) -> Finding:
    """One finding of all other languages in a plan that does not say its own."""
    keys = tuple(dict.fromkeys(each.key for each in places))
    meant = ", ".join((*(code for code in codes if code in written_in), *keys))
    advice = _SAY_THEM.fill(meant=meant, keys=_quoted(keys))
    languages = _BY_DEFAULT.fill(codes=_quoted(codes))
    return _elsewhere_too(places, {"key": _quoted(keys), "languages": languages, "advice": advice})


def _quoted(codes: Iterable[str]) -> str:
    """Codes in a sentence: some read as words of it (it, is, no)."""
    return ", ".join(f"“{each}”" for each in codes)


_BY_DEFAULT = Text("{codes} (vì không nêu gì)", "{codes} (since it does not say)")
_SAY_THEM = Text(
    "Viết ở đầu plan.yaml: languages: [{meant}]; hoặc bỏ khóa {keys}.",
    "Write at the top of plan.yaml: languages: [{meant}]; or drop {keys}.",
)


def _elsewhere_too(places: list[_KeyPlace], values: dict[str, object]) -> Finding:
    """The finding of a language at its first place, which says how many more there are."""
    first = places[0]
    values = {**values, "more": _more(len(places) - 1)}
    return Finding(shape.UNDECLARED_LANGUAGE, first.source.place_of_key(first.path), values)


def _more(n: int) -> Text:
    """In how many more places something stands."""
    return Text("; còn {n} chỗ nữa", "; {n} more places have it").fill(n=n) if n else EMPTY


def norwegian_once(findings: Sequence[Finding]) -> list[Finding]:
    """Findings with one of the language whose code other readers take for false, wherever it stands."""
    said = [each for each in findings if each.values.get("advice") is NORWEGIAN.advice]
    if not said:
        return list(findings)
    first, *more = said
    expected = NORWEGIAN.problem + _more(len(more))
    merged = first._replace(values={**first.values, "expected": expected})
    return [merged if each is first else each for each in findings if each is first or each not in more]


_ADVICE = {
    False: Text(
        "Thêm “{key}” vào languages ở đầu plan.yaml, hoặc bỏ khóa này.",
        "Add “{key}” to languages at the top of plan.yaml, or drop the key.",
    ),
    True: Text(
        "Viết mỗi ngôn ngữ một khóa ({keys}), hoặc chỉ khai báo một ngôn ngữ ở đầu plan.yaml: languages: [{one}].",
        "Give a key for each language ({keys}), or declare only one at the top of plan.yaml: languages: [{one}].",
    ),
}


class _Entry:
    """One mapping of a file and what it says in which language."""

    def __init__(self, file: Parsed, path: Path, entry: dict[str, Any], codes: tuple[str, ...]) -> None:
        self.source = file.source
        self.path = path
        self.entry = entry
        self.codes = codes
        self.alone = codes[0] if len(codes) == 1 else None
        self.section = file.sections[str(path[0])]
        self.named = is_named(path, self.section)
        self.said = [each for each in codes if each in entry]
        found = [each for each in entry if each in CODES and each not in codes]
        self.undeclared = found + ([NAME] if self.named and NAME in entry and not self.alone else [])

    def filled(self) -> Iterator[Finding]:
        """Fill in the tool's languages; findings where the plan's own are missing."""
        if self.alone:
            yield from self._plain()
        for key in self.undeclared:
            self.entry.pop(key)
        if self.undeclared and not self.said:
            # What it should say is unknown, and has its finding.
            self.entry.update(dict.fromkeys(LANGUAGES, UNREADABLE))
            return
        if self.codes == LANGUAGES:
            return
        self._alike()
        if self.said or self._must_be_named():
            yield from self._missing()
            self._fill()

    def without_plain(self) -> list["_KeyPlace"]:
        """Leave out what is plain text besides names, of a plan written as if it were in one language; its places."""
        found = [key for key in _PLAIN if isinstance(self.entry.get(key), str)]
        self.entry.update(dict.fromkeys(found, UNREADABLE))
        return [_KeyPlace(self.source, (*self.path, key), key) for key in found]

    def _alike(self) -> None:
        """Take lines that are the same in every language for what the plan says in its own."""
        for key in EITHER_WAY.intersection(self.entry):
            said = self.entry[key]
            # Under duties these name agencies, which are ids.
            if self.path[0] == "duties":
                continue
            self.entry[key] = [self._own(each) for each in said] if isinstance(said, list) else self._own(said)

    def _own(self, said: Any) -> Any:
        return PlanText(said, dict.fromkeys(self.codes, said)) if type(said) is str else said

    def _plain(self) -> Iterator[Finding]:
        """Take a text that is plain for one of the plan's language."""
        code = str(self.alone)
        marks = self._marks(self.path)
        for key in _PLAIN.intersection(self.entry):
            if isinstance(self.entry[key], str):
                self.entry[key] = dict.fromkeys(LANGUAGES, self._own(self.entry[key]))
        if not self.named or NAME not in self.entry:
            return
        if code in self.entry:
            yield Finding(shape.CONTRADICTORY_KEYS, self.source.place_of_key((*self.path, NAME)), _TWICE.fill(code))
            self.entry.pop(NAME)
            return
        self.entry[code] = self.entry.pop(NAME)
        self.said = [code]
        if marks is not None:
            marks[code] = marks[NAME]

    def _must_be_named(self) -> bool:
        return self.named and self.section.name_from is None and not self.undeclared

    def _missing(self) -> Iterator[Finding]:
        for code in self.codes:
            if code not in self.entry and not self.undeclared:
                if not self._is_mistyped(code):
                    yield missing_name(self.source, self.path, self.section, self.codes, code)
                self.entry[code] = UNREADABLE

    def _is_mistyped(self, code: str) -> bool:
        """True where the name in a language is there by a key that has its own finding."""
        known = [*self.section.model.model_fields, *self.codes, NAME]
        return any(is_mistyped(key, self.entry, known) for key in (code, NAME))

    def _fill(self) -> None:
        marks = self._marks(self.path)
        own = {code: self.entry.pop(code, UNREADABLE) for code in self.codes}
        said = {code: each for code, each in own.items() if isinstance(each, str)}
        for language in LANGUAGES:
            code = language if language in own else self.codes[0]
            self.entry[language] = PlanText(said[code], said) if code in said else own[code]
            if marks is not None and code in marks:
                marks[language] = marks[code]

    def _marks(self, path: Path) -> dict[Key, EntryMarks] | None:
        marks: Any = self.source.marks
        for key in path:
            marks = marks[key].inside if marks and key in marks else None
        return marks if isinstance(marks, dict) else None


_TWICE = Twice(
    Text("name và {code} cùng nêu tên", "name and {code} both give the name"),
    Text("Giữ một trong hai.", "Keep one of the two."),
)


def missing_name(
    source: MarkedText, path: Path, section: DataSection, codes: tuple[str, ...], code: str, more: Text = EMPTY
) -> Finding:
    """The finding of an entry that says nothing in a language of its plan.

    Args:
        source: Its file.
        path: Its key path.
        section: The section it is of.
        codes: The languages of the plan.
        code: The one in which it says nothing.
        more: Where the name could come from.
    """
    below = ".".join(map(str, path[1:]))
    where = Text.each(lambda language: f"{section.name.say(language)} {below}".rstrip())
    found = lacking(source, path, [NAME if len(codes) == 1 else code], where, more)
    return found._replace(at=(*path, NAME))
