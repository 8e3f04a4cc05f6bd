"""The languages of a plan: which it declares, and its texts in the two that the tool speaks.

A plan has one language or several. What its entries say is filled into the tool's own two, Vietnamese and English:
each as the plan says it, else in the plan's first language.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from qt_ict.diagnostics import shape
from qt_ict.diagnostics.finding import Finding
from qt_ict.language import EMPTY, LANGUAGES, PlanText, Text
from qt_ict.loading.expectations import LANGUAGE_CODES, described
from qt_ict.loading.longer_codes import SHORTER
from qt_ict.loading.missing_keys import is_mistyped, lacking
from qt_ict.loading.parsed import Parsed
from qt_ict.loading.sections import DataSection
from qt_ict.loading.yaml import UNREADABLE
from qt_ict.model.incoming import SheetForm
from qt_ict.nearest import did_you_mean, suggestion
from qt_ict.positions import EntryMarks, Key, MarkedText, Path

DECLARED = "languages"
"""The key at the top of plan.yaml."""
HOME = "plan"
"""The section that stands in the same file."""
NAME = "name"
"""The key of a name that is plain text."""

_TWO_LETTERS = (
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo "
    "es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka "
    "kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng "
    "nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su "
    "sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)
ISO_639_1 = frozenset(_TWO_LETTERS.split())
"""The codes of two letters, of part 1 of ISO 639; the standard's other parts have codes of three."""
_KEYS_OF_ENTRIES = frozenset(("to",))
"""Codes that are keys of entries as well: Tongan is ``ton``."""
_CODES = ISO_639_1 - _KEYS_OF_ENTRIES
_PLAIN = frozenset(("note", "issuer", "area"))
"""Keys of texts that are a line each in a plan of one language."""
_LINES = "authority basis definition identified_by issuer parent place position recipients to why"
EITHER_WAY = frozenset(_LINES.split())
"""Keys of texts that may be a line each in any plan, the same in all of its languages; some are lists of such."""


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
    used = _written_in(files)
    plain = any(
        NAME in entry and _is_named(path, file.sections[str(path[0])]) for file in files for path, entry in _texts(file)
    )
    return [] if plain or used.isdisjoint(codes) else [code for code in codes if code not in used]


def _unused(source: MarkedText, index: int, code: str) -> Finding:
    return Finding(shape.UNUSED_LANGUAGE, source.place_of_value((DECLARED, index)), {"code": code})


def _written_in(files: Sequence[Parsed]) -> frozenset[str]:
    """The languages in which anything is said, as far as it says in which."""
    return frozenset(
        key for file in files for _, entry in _texts(file) for key in entry if key in _CODES or is_code(key)
    )


def is_code(word: Any) -> bool:
    """True for the code of a language as ISO 639 has it: two letters of its list; three where it has no two.

    >>> is_code("fr"), is_code("bru"), is_code("vn"), is_code("fra")
    (True, True, False, False)
    """
    if not isinstance(word, str):
        return False
    long = len(word) == _LETTERS and word.isascii() and word.isalpha() and word.islower()
    return word in _CODES or (long and SHORTER.get(word) not in _CODES)


_LETTERS = 3
_MEANT = {
    "vn": "vi",
    "uk-en": "en",
    "gb": "en",
    "us": "en",
    "cn": "zh",
    "jp": "ja",
    "kr": "ko",
    "to": "ton",
    "vietnamese": "vi",
    "tiếng việt": "vi",
    "tieng viet": "vi",
    "english": "en",
    "french": "fr",
    "français": "fr",
    "german": "de",
    "spanish": "es",
}
"""Codes of countries, and names, that are taken for codes of languages."""


def code_meant(word: str) -> Text:
    """A sentence that names the code of a language that was probably meant; empty without any.

    >>> code_meant("vn").en, code_meant("fr_CA").en, code_meant("EN").en, code_meant("eng").en
    ('Did you mean vi? ', 'Did you mean fr? ', 'Did you mean en? ', 'Did you mean en? ')
    """
    bare = word.lower()
    first = bare.replace("_", "-").partition("-")[0]
    meant = _MEANT.get(bare) or SHORTER.get(bare) or (first if is_code(first) else bare)
    return did_you_mean([meant]) if is_code(meant) else suggestion(meant, _CODES)


def _used(files: Sequence[Parsed]) -> tuple[str, ...]:
    """The one of the tool's two languages that every name is in; both where names are in both, or in neither."""
    found = {key for file in files for _, entry in _texts(file) for key in LANGUAGES if key in entry}
    return tuple(found) if len(found) == 1 else LANGUAGES


def _guessed(files: Sequence[Parsed]) -> tuple[str, ...]:
    """The languages of a plan that says them where nobody can read it: plain names are those of one language."""
    entries = [entry for file in files for _, entry in _texts(file)]
    coded = dict.fromkeys(
        key for each in entries for key, said in each.items() if key in _CODES and isinstance(said, str)
    )
    if any(NAME in entry for entry in entries):
        return tuple(coded) if len(coded) == 1 else LANGUAGES[-1:]
    return LANGUAGES if set(coded) == set(LANGUAGES) else tuple(coded) or LANGUAGES


def _texts(file: Parsed) -> Iterator[tuple[Path, dict[str, Any]]]:
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


def translate(files: Sequence[Parsed], languages: Spoken) -> list[Finding]:
    """Fill in what every text says in the tool's two languages; what is wrong with its own.

    The data are changed in place, and the places follow: a text that is filled in stands where its origin does.
    """
    written_in = _written_in(files)
    undeclared: dict[str, list[_KeyPlace]] = {}
    findings: list[Finding] = []
    texts = [_Entry(file, path, entry, languages.codes) for file in files for path, entry in list(_texts(file))]
    lines = any(NAME in each.undeclared for each in texts)
    for text in texts:
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
        *([_unsaid(others, languages.codes, written_in)] if others else ()),
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
    return _elsewhere_too(places, {"key": key, "languages": languages, "advice": advice})


def _unsaid(places: list[_KeyPlace], codes: tuple[str, ...], written_in: frozenset[str]) -> Finding:
    """One finding of all other languages in a plan that does not say its own."""
    keys = tuple(dict.fromkeys(each.key for each in places))
    meant = ", ".join((*(code for code in codes if code in written_in), *keys))
    advice = _SAY_THEM.fill(meant=meant, keys=", ".join(keys))
    languages = _BY_DEFAULT.fill(codes=", ".join(codes))
    return _elsewhere_too(places, {"key": ", ".join(keys), "languages": languages, "advice": advice})


_BY_DEFAULT = Text("{codes} (vì không nêu gì)", "{codes} (since it does not say)")
_SAY_THEM = Text(
    "Viết ở đầu plan.yaml: languages: [{meant}]; hoặc bỏ khóa {keys}.",
    "Write at the top of plan.yaml: languages: [{meant}]; or drop {keys}.",
)


def _elsewhere_too(places: list[_KeyPlace], values: dict[str, object]) -> Finding:
    """The finding of a language at its first place, which says how many more there are."""
    more = EMPTY
    if len(places) > 1:
        more = Text("; còn {n} chỗ nữa", "; {n} more places have it").fill(n=len(places) - 1)
    first = places[0]
    return Finding(shape.UNDECLARED_LANGUAGE, first.source.place_of_key(first.path), {**values, "more": more})


_ADVICE = {
    False: Text(
        "Thêm {key} vào languages ở đầu plan.yaml, hoặc bỏ khóa này.",
        "Add {key} to languages at the top of plan.yaml, or drop the key.",
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
        self.named = _is_named(path, self.section)
        self.said = [each for each in codes if each in entry]
        found = [each for each in entry if each in _CODES and each not in codes]
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


class _Twice(NamedTuple):
    problem: Text
    advice: Text

    def fill(self, code: str) -> dict[str, object]:
        """The values of the finding."""
        return {"problem": self.problem.fill(code=code), "advice": self.advice.fill(code=code)}


_AGAIN = _Twice(
    Text("languages nêu {code} hai lần", "languages names {code} twice"),
    Text("Giữ một; ngôn ngữ đứng đầu là ngôn ngữ của báo cáo.", "Keep one; the first is the language of reports."),
)
_TWICE = _Twice(
    Text("name và {code} cùng nêu tên", "name and {code} both give the name"),
    Text("Giữ một trong hai.", "Keep one of the two."),
)


def _is_named(path: Path, section: DataSection) -> bool:
    """True for an entry that has a name."""
    if len(path) == (1 if section.single else 2):
        return LANGUAGES[0] in section.model.model_fields
    return tuple(path) in (("plan", "issuer"), ("plan", "area"))


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
