"""Text to plain data: YAML without surprises, with the marks of every entry.

Only what every YAML reader understands alike is accepted: text, whole and decimal numbers, dates,
true and false, mappings and lists. Numbers keep their digits (``0.60`` is ``Decimal("0.60")``).
"""

import re
from datetime import date
from functools import cached_property
from typing import Any

import yaml
from yaml import events

from qt_ict.diagnostics import reading
from qt_ict.diagnostics.finding import Finding, Place, Rule, excerpt
from qt_ict.diagnostics.refusal import Complaint
from qt_ict.language import Text
from qt_ict.loading import bare_words
from qt_ict.positions import LINE_END, EntryMarks, Key, MarkedText, TextMark, place_in

DEPTH_LIMIT = 20
"""Deepest nesting that is read; the data need four levels."""

Parser: Any = getattr(yaml, "CLoader", yaml.Loader)
"""PyYAML's C parser where it is there, else its slower twin in Python."""


NO_KEYS: frozenset[str] = frozenset()

DATED = frozenset(("milestones",))
"""Keys whose value is a mapping by date: there a year or a day may stand as a key without quotes."""
_READ_BY_DATE = DATED | {"due"}
"""Keys below which such keys are read: what is wrong with a list of milestones, or a due date with keys, is one thing
and said of the whole."""
_OF_SEVERAL = (events.MappingStartEvent, events.SequenceStartEvent)


class Unreadable:
    """Stands for a value that already has its finding."""


UNREADABLE = Unreadable()

_CAUSES = (
    (
        "mapping values are not allowed",
        Text("dấu hai chấm thừa hoặc thụt dòng sai", "a colon too many or wrong indentation"),
    ),
    ("could not find expected ':'", Text("thiếu dấu hai chấm", "a colon is missing")),
    ("expected <block end>", Text("thụt dòng không khớp", "the indentation does not fit")),
    (
        "did not find expected key",
        Text("thụt dòng không khớp hoặc thiếu khóa", "the indentation does not fit or a key is missing"),
    ),
    (
        "did not find expected '-'",
        Text("thụt dòng của danh sách không khớp", "the indentation of the list does not fit"),
    ),
    ("expected ',' or", Text("thiếu dấu phẩy hoặc dấu ngoặc đóng", "a comma or closing bracket is missing")),
    ("unexpected end of stream", Text("dấu nháy không được đóng", "a quote is not closed")),
    (
        "cannot start any token",
        Text("ký tự này phải nằm trong dấu nháy", "this character needs quotes around the text"),
    ),
    (
        "escape",
        Text("ký tự thoát \\ không hợp lệ trong dấu nháy kép", "unknown escape \\ inside double quotes"),
    ),
)


def parse(text: str, file: str, may_be_empty: frozenset[str] = NO_KEYS) -> tuple[Any, MarkedText, list[Finding]]:
    """The plain data of one YAML document, their source, and what is wrong with the text.

    Args:
        text: The document.
        file: How the user knows it.
        may_be_empty: Keys whose value may be left empty, as in a form; it is None then.
    """
    builder = _Builder(text, file, may_be_empty)
    data, marks = builder.document()
    return data, MarkedText(file, text, marks), builder.findings


class _Stop(Exception):
    """Nothing after this point of the file can be trusted."""


class _Builder:
    """One document read event by event."""

    def __init__(self, text: str, file: str, may_be_empty: frozenset[str]) -> None:
        self.text = text
        self.file = file
        self.may_be_empty = may_be_empty
        self.findings: list[Finding] = []
        self._dated = False
        self.loader = Parser(text)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text, split once for all findings."""
        return LINE_END.split(self.text)

    def document(self) -> tuple[Any, dict[Key, EntryMarks]]:
        """The data and marks of the document; UNREADABLE where it is broken."""
        try:
            return self._document()
        except _Stop:
            pass
        except yaml.MarkedYAMLError as error:
            # What was found before may only follow from what is broken here.
            self.findings.clear()
            self._found(reading.BROKEN_YAML, _where(error), 1, cause=_cause(error))
        except yaml.YAMLError as error:
            self.findings.append(Finding(reading.BROKEN_YAML, Place(self.file), {"cause": str(error)}))
        finally:
            self.loader.dispose()
        return UNREADABLE, {}

    def _document(self) -> tuple[Any, dict[Key, EntryMarks]]:
        self.get = self.loader.get_event
        self.get()
        if isinstance(self.get(), events.StreamEndEvent):
            return None, {}
        data, _, inside = self._value(self.get(), 0)
        self.get()
        after = self.get()
        if not isinstance(after, events.StreamEndEvent):
            self._found(reading.SECOND_DOCUMENT, after.start_mark, 3)
            raise _Stop
        return data, inside or {}

    def _value(self, event: Any, depth: int) -> tuple[Any, TextMark, dict[Key, EntryMarks] | None]:
        """Data, end mark and inner marks of the value that begins with an event."""
        kind = type(event)
        if kind is events.AliasEvent or event.anchor or event.tag:
            return self._refused(event, depth)
        if kind is events.ScalarEvent:
            text = event.value
            if not event.style and (not text or text[0] in bare_words.MAYBE_SPECIAL):
                return self._special(text, event), event.end_mark, None
            return text, event.end_mark, None
        if depth == DEPTH_LIMIT:
            self._found(reading.DEEP_NESTING, event.start_mark, 1, limit=DEPTH_LIMIT)
            raise _Stop
        read = self._mapping if kind is events.MappingStartEvent else self._list
        data, marks = read(depth + 1)
        return data, event.start_mark, marks

    def _refused(self, event: Any, depth: int) -> tuple[Any, TextMark, dict[Key, EntryMarks] | None]:
        """A finding for an alias, anchor or tag; what it stands before is read on, but not used."""
        if type(event) is events.AliasEvent:
            feature = Text("bí danh *{anchor}", "an alias *{anchor}").fill(anchor=event.anchor)
        elif event.anchor:
            feature = Text("mỏ neo &{anchor}", "an anchor &{anchor}").fill(anchor=event.anchor)
        else:
            feature = Text("thẻ kiểu {tag}", "a tag {tag}").fill(tag=event.tag)
        self._found(reading.YAML_FEATURE, event.start_mark, 1, feature=feature)
        if type(event) is not events.AliasEvent:
            event.anchor = event.tag = None
            self._value(event, depth)
        return UNREADABLE, event.end_mark, None

    def _mapping(self, depth: int) -> tuple[dict[str, Any], dict[Key, EntryMarks]]:
        data: dict[str, Any] = {}
        marks: dict[Key, EntryMarks] = {}
        dated, self._dated = self._dated, False
        last: str | None = None
        while type(head := self.get()) is not events.MappingEndEvent:
            following = self.get() if type(head) is events.ScalarEvent else None
            if following is not None and last in marks and self._is_cut_off(marks[last], head, following):
                self._cut_off(data, last, marks[last].start, head)
                continue
            key = last = self._key(head, dated)
            event = following or self.get()
            if key in self.may_be_empty and _is_empty(event):
                value, end, inside = None, event.end_mark, None
            else:
                self._dated = key in _READ_BY_DATE and type(event) in _OF_SEVERAL
                value, end, inside = self._value(event, depth)
            if key is None:
                continue
            if key in data:
                first = marks[key].key
                line = first.line + 1 if first else 0
                self._found(reading.REPEATED_KEY, head.start_mark, len(key), key=key, line=str(line))
                # Nobody knows which of the two is meant.
                data[key] = UNREADABLE
                continue
            data[key] = value
            marks[key] = EntryMarks(head.start_mark, event.start_mark, end, inside)
        return data, marks

    def _is_cut_off(self, before: EntryMarks, head: Any, event: Any) -> bool:
        """True of a key in braces without a colon behind a value: a comma cut it off from that value."""
        behind = self.text[head.end_mark.index : event.start_mark.index + 1].strip()
        alone = not _KEY.fullmatch(head.value) and before.inside is None
        return alone and _is_empty(event) and behind in (",", "}")

    def _cut_off(self, data: dict[str, Any], key: str, start: TextMark, head: Any) -> None:
        """What a comma cut in two cannot be read; that is told once."""
        if data[key] is not UNREADABLE:
            whole = self.text[start.index : head.end_mark.index]
            self._found(reading.COMMA_IN_BRACES, start, len(whole), whole=excerpt(whole))
        data[key] = UNREADABLE

    def _list(self, depth: int) -> tuple[list[Any], dict[Key, EntryMarks]]:
        data: list[Any] = []
        marks: dict[Key, EntryMarks] = {}
        dated, self._dated = self._dated, False
        while type(event := self.get()) is not events.SequenceEndEvent:
            self._dated = dated and type(event) is events.MappingStartEvent
            value, end, inside = self._value(event, depth)
            marks[len(data)] = EntryMarks(None, event.start_mark, end, inside)
            data.append(value)
        return data, marks

    def _key(self, event: Any, dated: bool = False) -> str | None:
        """The key that an event holds, a date as it is written; None with a finding where it is no text."""
        if type(event) is not events.ScalarEvent:
            self._found(reading.KEY_NOT_TEXT, event.start_mark, 1, text=self._line(event)[:20])
            raise _Stop
        before = len(self.findings)
        key, _, _ = self._value(event, 0)
        if key == "<<":
            feature = Text("phép gộp <<", "the merge key <<")
            self._found(reading.YAML_FEATURE, event.start_mark, 2, feature=feature)
            raise _Stop
        if isinstance(key, str) or (dated and isinstance(key, int | date)):
            return str(event.value)
        if len(self.findings) == before:
            self._found(reading.KEY_NOT_TEXT, event.start_mark, len(event.value), text=event.value)
        return None

    def _special(self, text: str, event: Any) -> Any:
        """The value of a bare word; a finding where there is none, or where readers disagree."""
        if text in bare_words.NULLS:
            self._found(reading.EMPTY_VALUE, event.start_mark, len(text))
            return UNREADABLE
        found = bare_words.value(text)
        if isinstance(found, Complaint):
            values = {"text": excerpt(text), "reading": found.shown, "expected": found.problem, "advice": found.advice}
            self._found(reading.AMBIGUOUS_VALUE, event.start_mark, len(text), **values)
            return UNREADABLE
        return found

    def _line(self, event: Any) -> str:
        place = place_in(self.file, self.lines, event.start_mark.line, event.start_mark.column)
        return place.text[place.column - 1 :]

    def _found(self, rule: Rule, mark: TextMark | None, width: int, **values: object) -> None:
        place = Place(self.file)
        if mark is not None:
            place = place_in(self.file, self.lines, mark.line, mark.column, width)
        self.findings.append(Finding(rule, place, values))


_KEY = re.compile("[a-z][a-z0-9_]*")
"""What may be meant as a key."""


def _is_empty(event: Any) -> bool:
    """True where nothing stands behind a key."""
    return type(event) is events.ScalarEvent and not event.style and event.value == "" and not event.anchor


def _cause(error: yaml.MarkedYAMLError) -> Text:
    problem = error.problem or str(error)
    for part, cause in _CAUSES:
        if part in problem:
            return cause
    return Text(f"cú pháp sai ({problem})", problem)


def _where(error: yaml.MarkedYAMLError) -> TextMark | None:
    """The start of what was never closed, else the place where reading failed."""
    unclosed = any(part in (error.context or "") for part in ("quoted scalar", "flow sequence", "flow mapping"))
    return (unclosed and error.context_mark) or error.problem_mark or error.context_mark
