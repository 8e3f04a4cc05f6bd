"""Plain data to typed entries: the right keys with the right kinds of values."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from qt_ict.diagnostics import reading, shape
from qt_ict.diagnostics.finding import Finding, Place, excerpt
from qt_ict.diagnostics.refusal import Complaint
from qt_ict.language import EMPTY, LANGUAGES, Text
from qt_ict.loading.expectations import EXPECTED, KEYS, SEPARATORS, UNEXPECTED, UNQUOTE, described
from qt_ict.loading.missing_keys import lacking
from qt_ict.loading.plan_languages import DECLARED, HOME, NAME, means_languages
from qt_ict.loading.sections import DataSection, Sections
from qt_ict.loading.yaml import UNREADABLE
from qt_ict.model.entry import OF_KEY, Entry
from qt_ict.nearest import nearest, suggestion
from qt_ict.positions import MarkedText, Path, place_in

_GROUPED = re.compile(r"-?\d+([.,]\d+)+\Z")


def entries(
    data: Any, source: MarkedText, sections: Sections, codes: tuple[str, ...]
) -> tuple[dict[str, Any], list[Finding]]:
    """The entries of one file by section (a single entry where the section is one).

    Entries with findings are left out, but for those in which only names or remarks are at fault; a section that is
    missing is an empty mapping, or an entry that says nothing.

    Args:
        data: What the file says.
        source: Its text.
        sections: The sections that it has.
        codes: The languages of the plan.
    """
    if data is UNREADABLE:
        return {}, []
    if data is None or data == {}:
        names = ", ".join(sections)
        return {}, [Finding(reading.EMPTY_FILE, source.place_of_key(()), {"sections": names})]
    if not isinstance(data, dict):
        place = place_in(source.file, source.lines, 0, 0)
        return {}, [_wrong_kind(place, described(data, None), KEYS)]
    found: dict[str, Any] = {}
    known = [DECLARED, *sections] if HOME in sections else list(sections)
    unknown = [key for key in data if key not in sections]
    findings = [_unknown_key(source, (key,), key, known) for key in unknown]
    slips = {near for key in unknown if not means_languages(key) for near in nearest(key, sections)}
    needed = [key for key, section in sections.items() if not section.optional]
    missing = [key for key in needed if key not in data and key not in slips]
    findings += [lacking(source, (), missing, Text("tệp", "the file"))] if missing else []
    for key, section in sections.items():
        if key not in data and key in slips:
            continue
        if key not in data:
            found[key] = section.model.model_construct() if section.single and section.optional else {}
        elif section.single:
            found[key], problems = _entry(data[key], source, (key,), section, codes)
            findings += problems
        else:
            found[key], problems = _mapping(data[key], source, key, section, codes)
            findings += problems
    return found, findings


def _mapping(
    data: Any, source: MarkedText, key: str, section: DataSection, codes: tuple[str, ...]
) -> tuple[dict[str, Entry], list[Finding]]:
    if data is UNREADABLE:
        return {}, []
    if not isinstance(data, dict):
        path = (key,)
        shown = described(data, source.written(path))
        return {}, [_wrong_kind(source.place_of_value(path), shown, KEYS)]
    found = {}
    findings = []
    for name, raw in data.items():
        if not section.ids.match(name):
            findings.append(Finding(shape.BAD_ID, source.place_of_key((key, name)), {"key": name}))
        entry, problems = _entry(raw, source, (key, name), section, codes)
        findings += problems
        if entry is not None:
            found[name] = entry
    return found, findings


def _entry(
    raw: Any, source: MarkedText, path: Path, section: DataSection, codes: tuple[str, ...]
) -> tuple[Entry | None, list[Finding]]:
    try:
        return section.model.model_validate(raw), []
    except ValidationError as error:
        details = error.errors(include_url=False)
    entry = _as_far_as_sound(raw, path, [each["loc"] for each in details], section)
    new = [each for each in details if not _already_said(each)]
    ways = [(each, (*path, *each["loc"])) for each in new if each["type"] != "missing"]
    found = [_finding(each, source, way, section, codes)._replace(at=way) for each, way in ways]
    said = {(each.place, each.rule.code): each for each in found}
    slips = _mistyped(details, section)
    absent = [each["loc"] for each in new if each["type"] == "missing" and each["loc"][-1] not in slips]
    return entry, [*_all_missing(absent, source, path, section), *said.values()]


NAMES = ("vi", "en", "name", "one", "note")
"""Keys that only say what something is called, or remark on it: nothing is decided by them."""


MILESTONES = "milestones"
"""The key of what a target promises on the way: each of them can do without the others."""


def _as_far_as_sound(raw: Any, path: Path, wrong: Sequence[Path], section: DataSection) -> Entry | None:
    """An entry of which only names, remarks or milestones are at fault, under its id; None where more is."""
    faulty = {str(at[0]) for at in wrong if at}
    if not isinstance(raw, dict) or not faulty or not faulty.issubset((*NAMES, MILESTONES)):
        return None
    called = {"vi": f"{path[-1]} (chưa có tên)", "en": f"{path[-1]} (unnamed)"}
    names = {key: said for key, said in called.items() if key in faulty}
    milestones = _other_milestones(raw, wrong) if MILESTONES in faulty else {}
    return section.model.model_validate({key: raw[key] for key in raw if key not in faulty} | names | milestones)


def _other_milestones(raw: dict[str, Any], wrong: Sequence[Path]) -> dict[str, Any]:
    """The milestones of a target that can be read, under their key; nothing without any."""
    faulty = [at[1:] for at in wrong if at[0] == MILESTONES]
    if not all(faulty):
        return {}
    kept = {key: said for key, said in raw[MILESTONES].items() if not any(at[0] == key for at in faulty)}
    return {MILESTONES: kept} if kept else {}


def _all_missing(absent: Iterable[Path], source: MarkedText, path: Path, section: DataSection) -> Iterator[Finding]:
    """The keys that an entry lacks, one finding for itself and one for each part of it."""
    without: dict[Path, list[str]] = {}
    for *part, key in absent:
        without.setdefault((*path, *part), []).append(str(key))
    for at, keys in without.items():
        yield lacking(source, at, keys, _entry_name(at, section))


def _already_said(error: ErrorDetails) -> bool:
    """True where reading has complained about the value that pydantic complains about."""
    if error["type"] in ("missing", "extra_forbidden"):
        return error["input"] is UNREADABLE
    return _unreadable(error["input"])


def _mistyped(details: list[ErrorDetails], section: DataSection) -> set[str]:
    """Keys that an unknown key was probably meant to be: they are not missing as well."""
    unknown = [str(each["loc"][-1]) for each in details if each["type"] == "extra_forbidden"]
    return {near for key in unknown for near in nearest(key, keys_of(section.model))}


def _unreadable(value: Any) -> bool:
    """True for a value that has its finding, or holds one that has."""
    if isinstance(value, list | dict):
        inside = value.values() if isinstance(value, dict) else value
        return any(map(_unreadable, inside))
    return value is UNREADABLE


def keys_of(model: type[Entry]) -> list[str]:
    """The keys of an entry, as a file writes them."""
    return [each.alias or name for name, each in model.model_fields.items()]


def _written_keys(model: type[Entry], codes: tuple[str, ...]) -> list[str]:
    """The same with names as a plan in some languages gives them: ``name`` in a plan of one."""
    keys = keys_of(model)
    if not set(LANGUAGES).issubset(keys):
        return keys
    named = [NAME] if len(codes) == 1 else list(codes)
    return [*named, *(each for each in keys if each not in LANGUAGES)]


def _finding(
    error: ErrorDetails, source: MarkedText, path: Path, section: DataSection, codes: tuple[str, ...]
) -> Finding:
    kind, value = error["type"], error["input"]
    if kind == "extra_forbidden":
        return _unknown_key(source, path, str(path[-1]), _written_keys(section.model, codes))
    if kind in _WANTED and isinstance(value, list):
        path, value = _first_bad(path, value, _WANTED[kind])
    place = _place(source, path)
    raw = source.written(path)
    if kind == "negative":
        return Finding(shape.NEGATIVE, place, {"found": str(value), "instead": EMPTY})
    if kind == "literal_error" and isinstance(value, str) and value.strip():
        known = error["ctx"]["expected"].replace("'", "").replace(" or ", ", ")
        near = suggestion(value, known.split(", "))
        return Finding(shape.UNKNOWN_WORD, place, {"found": value, "known": known, "nearest": near})
    wanted = EXPECTED.get(kind, UNEXPECTED)
    if "ctx" in error:
        wanted = Complaint(wanted.problem.fill(**error["ctx"]), wanted.advice.fill(**error["ctx"]))
    if kind in ("number", "int_type"):
        wanted = wanted._replace(advice=_number_advice(raw or "", wanted.advice))
    elif kind in _YEARS and _is_quoted_number(raw or ""):
        wanted = wanted._replace(advice=UNQUOTE)
    if path[-1] == OF_KEY:
        return _wrong_kind(place, Text("khóa ", "the key ") + excerpt(str(value)), wanted)
    return _wrong_kind(place, described(value, raw), wanted)


def _place(source: MarkedText, path: Path) -> Place:
    """The place of what is wrong: a key, a value, or the nearest thing around it that stands in the file."""
    if path[-1] == OF_KEY:
        return source.place_of_key(path[:-1])
    return source.place_of_value(_known_part(source, path))


def _entry_name(path: Path, section: DataSection) -> Text:
    """What a path leads to, in words: ``figure households``, ``figure households.note``, ``round``."""
    below = ".".join(map(str, path[1:]))
    return Text.each(lambda language: f"{section.name.say(language)} {below}".rstrip())


def _first_bad(path: Path, values: list[Any], wanted: Callable[[Any], bool]) -> tuple[Path, Any]:
    """The entry of a list that is not what is wanted; the list itself where all are."""
    for index, value in enumerate(values):
        if not wanted(value):
            return (*path, index), value
    return path, values


def _is_number(value: Any) -> bool:
    return type(value) in (int, Decimal) and value >= 0


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


_YEARS = ("due", "due_year", "published_date")
"""Kinds of findings on dates, where a year is a number."""
_WANTED: dict[str, Callable[[Any], bool]] = {
    "number": _is_number,
    "negative": _is_number,
    "text_or_list": _is_text,
}
"""Kinds of findings on lists, with what their entries should be."""


def _known_part(source: MarkedText, path: Path) -> Path:
    """The longest beginning of a path that stands in the file."""
    while path and not source.line_of(path):
        path = path[:-1]
    return path


def _number_advice(raw: str, usual: Text) -> Text:
    if _GROUPED.match(raw.strip("\"'")):
        return SEPARATORS
    return UNQUOTE if _is_quoted_number(raw) else usual


def _is_quoted_number(raw: str) -> bool:
    bare = raw.strip("\"'")
    return bare.isdigit() and bare != raw


def _wrong_kind(place: Place, found: Text, wanted: Complaint) -> Finding:
    values = {"found": found, "expected": wanted.problem, "advice": wanted.advice}
    return Finding(shape.WRONG_KIND, place, values)


def _unknown_key(source: MarkedText, path: Path, key: str, known: Sequence[str]) -> Finding:
    meant = DECLARED if DECLARED in known and means_languages(key) else key
    values = {"key": key, "known": ", ".join(known), "nearest": suggestion(meant, known)}
    return Finding(shape.UNKNOWN_KEY, source.place_of_key(path), values)
