"""Plans of all that the data files can say, put together at random: every kind of entry, key, unit and language."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

from qt_ict.loading.plan_sheets.plan_files import PlainFiles

SPOKEN: Mapping[str, tuple[Any, tuple[str, ...]]] = {
    "undeclared": (None, ("vi", "en")),
    "English alone, undeclared": (None, ("en",)),
    "two": (["vi", "en"], ("vi", "en")),
    "three": (["vi", "en", "fr"], ("vi", "en", "fr")),
    "French first": (["fr", "en"], ("fr", "en")),
    "French alone": (["fr"], ("name",)),
    "French alone, by its code": (["fr"], ("fr",)),
    "English alone, as a word": ("en", ("name",)),
}
"""What a plan declares, and the keys of its names."""
ITEMS = ("I", "I.4", "III.2.4", "1", "2.10", "null", "yes", "IV, 3", "I.5/1.1")
DATES = (2012, "2012-06", date(2012, 6, 30))
DUE = (2015, "2015-06", "2015-Q2", date(2015, 6, 15), "before 2015", "2011-2015", [2015, 2020], "after 2015", "yearly")
NUMBERED, WORDED = ("at_least", "more_than", "at_most", "less_than", "about"), ("all", "nearly_all", "most", "some")
UNITS = ("%", "persons", "per_100", "money", "points", "rank")


class PlanMaker:
    """One plan in the making."""

    def __init__(self, random: Random, texts: Sequence[str]) -> None:
        self.random = random
        self.texts = texts
        self.declared, self.codes = SPOKEN[random.choice(sorted(SPOKEN))]
        self.unit: dict[str, str] = {}
        """Units of measure of the figures, by id."""

    def files(self) -> PlainFiles:
        """The files of the plan, by name."""
        first = self.first_round()
        later = {f"rounds/{day}.yaml": self.later_round(day) for day in self.days()}
        indicators = self.indicators(first["figures"])
        targets = {f"t{at}": self.target(indicators) for at in range(self.random.randint(1, 4))}
        return {
            "plan.yaml": self.plan(),
            "indicators.yaml": {
                "units": self.units(),
                "domains": {each: self.names() for each in ("d1", "d2")},
                "indicators": self.headed(indicators, "domain"),
            },
            "baseline_2010.yaml": {**first, "figures": self.headed(first["figures"], "source")},
            **later,
            "targets.yaml": {"targets": self.headed(targets, "source")},
        }

    # Pieces.

    def chance(self, one_in: int) -> bool:
        """True once in so many times."""
        return self.random.randrange(one_in) == 0

    def some(self, one_in: int, **keys: Callable[[], Any]) -> dict[str, Any]:
        """Some of these keys."""
        return {key: make() for key, make in keys.items() if self.chance(one_in)}

    def text(self) -> str:
        """A line of text."""
        return self.random.choice(self.texts)

    def names(self) -> dict[str, str]:
        """A name in every language of the plan."""
        return {code: self.text() for code in self.codes}

    def in_each(self) -> Any:
        """A text in every language of the plan."""
        return self.text() if self.codes == ("name",) else self.names()

    def said(self) -> Any:
        """A text for all languages, or one in each."""
        return self.text() if self.chance(2) else self.in_each()

    def number(self, most: int, digits: int | None = None) -> int | Decimal:
        """A number from 1 on, with some decimals or none."""
        places = self.random.choice((0, 1, 2)) if digits is None else digits
        return (
            Decimal(self.random.randint(10**places, most * 10**places)).scaleb(-places)
            if places
            else (self.random.randint(1, most))
        )

    def value(self, figure: str) -> int | Decimal:
        """A number that the unit of measure of a figure allows."""
        unit = self.unit[figure]
        counted = unit in ("persons", "rank")
        return self.number({"%": 100, "points": 100, "rank": 200}.get(unit, 10**6), 0 if counted else None)

    def accepted(self) -> dict[str, Any]:
        """Findings that are accepted."""
        seen = [self.random.choice((self.number(90), "more_than", "null", "true")) for _ in range(3)]
        return {code: {"why": self.said(), **self.some(2, seen=lambda: seen)} for code in ("QT432", "QT504")}

    def headed(self, entries: dict[str, Any], key: str) -> dict[str, Any]:
        """Some entries under the heading that says a key of theirs."""
        if self.chance(2):
            return entries
        found: dict[str, Any] = {}
        for id_, entry in entries.items():
            if isinstance(entry.get(key), str) and entry[key] not in entries:
                found.setdefault(entry[key], {})[id_] = {each: said for each, said in entry.items() if each != key}
            else:
                found[id_] = entry
        return found

    # Entries.

    def plan(self) -> dict[str, Any]:
        """The plan itself, items, agencies, duties, documents, the form of reports and of sheets."""
        languages = {} if self.declared is None else {"languages": self.declared}
        own = {"number": self.text(), "date": date(2011, 6, 24), "issuer": self.in_each(), "area": self.in_each()}
        more = self.some(2, identified_by=self.said, carries_out=self.text, basis=lambda: [self.said(), self.text()])
        return {
            **languages,
            "plan": {**self.names(), **own, **more},
            "sources": {each: {**self.names(), **self.some(5, accept=self.accepted)} for each in ITEMS},
            "agencies": {each: {**self.names(), "source": self.random.choice(ITEMS)} for each in ("a1", "a2")},
            "duties": {"du1": {**self.names(), "agency": "a1", "to": ["a2"], "every": ["year"], "source": "I"}},
            **self.some(2, documents=self.documents, report=self.report, sheets=self.sheets),
        }

    def documents(self) -> dict[str, Any]:
        """Documents cited, with numbers that look like anything."""
        ids = self.random.sample(("12/QD-TTg", "null", "007", "1, 2", "2011-01-01", "yes: no", "[x]"), 2)
        return {each: {**self.names(), "source": ["I"], **self.some(2, legal_basis=lambda: True)} for each in ids}

    def report(self) -> dict[str, Any]:
        """The form of reports."""
        people = {"to": lambda: [self.said(), self.said()], "recipients": lambda: [self.text()]}
        return {"archive": self.text(), **self.some(2, number=self.text, place=self.said, name=self.text, **people)}

    def sheets(self) -> dict[str, Any]:
        """The form of sheets."""
        headings = self.random.sample(
            ("Chỉ tiêu", "ttt", "tt", "2012", "null", "a: b", "x.y", "date", "note", "1.5"), 3
        )
        meanings = ("figure", "value", 2012, "2012-06", date(2012, 6, 30), "unused")
        return {"columns": {each: self.random.choice(meanings) for each in headings}, "flags": {"p": "provisional"}}

    def units(self) -> dict[str, Any]:
        """A unit of measure of every kind."""
        own: dict[str, dict[str, Any]] = {
            "%": {"kind": "share"},
            "persons": {"kind": "count", **self.some(2, one=self.text)},
            "per_100": {"kind": "density", "per": "persons", "factor": 100},
            "money": {"kind": "amount", **self.some(2, decimals=lambda: 1, negative=lambda: True)},
            "points": {"kind": "index", **self.some(2, ceiling=lambda: 100, floor=lambda: Decimal("-2.50"))},
            "rank": {"kind": "index", "rank": True},
        }
        return {each: {**self.names(), **own[each]} for each in UNITS}

    def published(self, figure: str) -> dict[str, Any]:
        """What a document says beside a number."""
        unsure: dict[str, Any] = self.random.choice(
            (
                {},
                {},
                {"comparator": self.random.choice(NUMBERED[:4])},
                {"low": 0, "high": self.value(figure), "confidence": Decimal("99.5")},
                {"standard_error": Decimal("1.10")},
                {"rounded_to": 100},
            )
        )
        earlier = [
            {"value": self.value(figure), "document": self.text(), **self.some(2, comparator=lambda: "more_than")}
        ]
        return {
            **unsure,
            **self.some(
                6,
                flag=lambda: self.random.choice(("provisional", "estimated")),
                date=lambda: self.random.choice(DATES),
                document=self.text,
                note=self.in_each,
                accept=self.accepted,
                restates=lambda: earlier * self.random.randint(1, 2),
                holds=lambda: True,
                implies=lambda: ["whole"],
            ),
        }

    def first_round(self) -> dict[str, Any]:
        """The first round: a part and its whole, figures of any unit of measure, some of them per year."""
        ids = ["whole", "part", *(f"f{at}" for at in range(self.random.randint(2, 5)))]
        self.random.shuffle(ids)
        self.unit = {each: "persons" if each in ("whole", "part") else self.random.choice(UNITS) for each in ids}
        head = {"document": self.text(), "date": date(2010, 12, 31), "transcribed": self.chance(2)}
        return {"round": {**self.names(), **head}, "figures": {each: self.first_figure(each) for each in ids}}

    def first_figure(self, id_: str) -> dict[str, Any]:
        """A figure of the first round; a part takes its unit of measure from its whole."""
        unit = {} if id_ == "part" else {"unit": self.unit[id_]}
        part = {"of": "whole", "printed": "45,65%"} if id_ == "part" else {}
        flow = self.some(3, per=lambda: "year") if self.unit[id_] == "money" else {}
        own = {"value": self.value(id_), **unit, "source": self.random.choice(ITEMS), **part, **flow}
        return {**self.names(), **own, **self.published(id_)}

    def days(self) -> list[str]:
        """The days of the later rounds."""
        return sorted(self.random.sample(("2011-12-31", "2012-06-30", "2013-12-31"), self.random.randint(0, 3)))

    def later_round(self, day: str) -> dict[str, Any]:
        """A later round: some figures in any order, and perhaps a new one."""
        known = self.random.sample(list(self.unit), self.random.randint(0, len(self.unit)))
        figures = {each: self.later_figure(each) for each in known}
        if self.chance(3):
            id_ = f"n{day[:4]}"
            self.unit[id_] = self.random.choice(UNITS)
            figures[id_] = {**self.names(), "value": self.value(id_), "unit": self.unit[id_]}
        head = {"date": date.fromisoformat(day), "transcribed": self.chance(2)}
        more = self.some(2, document=self.text, reports=lambda: ["du1"])
        return {"round": {**self.names(), **head, **more}, "figures": figures}

    def later_figure(self, id_: str) -> dict[str, Any]:
        """A number alone, none, or one with all that can be said of it, a break too."""
        base = {
            "value": self.value(id_),
            "date": self.random.choice((2010, "2010-06")),
            **self.some(2, document=self.text),
        }
        anew = {"definition": self.text(), "break": True, **self.some(2, base=lambda: base)}
        return self.random.choice(
            (
                {"value": self.value(id_)},
                {"value": self.value(id_)},
                {"value": None, **self.some(2, note=self.in_each)},
                {"value": self.value(id_), **self.published(id_), **self.some(4, definition=self.said)},
                {"value": self.value(id_), **anew},
            )
        )

    def indicators(self, figures: Mapping[str, Any]) -> dict[str, Any]:
        """A ratio that inherits, one of a formula, and figures as they stand."""
        formulas = ({"joint": ["part", "whole"]}, {"at_least": "part", "at_most": ["whole"]}, ["part", "whole"])
        ratio = {"unit": "%", "numerator": self.random.choice(formulas), "denominator": "whole", "factor": 100}
        found = {"i1": {"numerator": "part", "domain": "d1"}, "i2": {**self.names(), **ratio, "domain": "d2"}}
        for id_ in (each for each in figures if self.chance(2)):
            own = {**self.names(), "unit": self.unit[id_]} if self.chance(2) else {}
            found[f"j_{id_}"] = {"figure": id_, "domain": "d1", **own, **self.beside_indicator(id_)}
        return found

    def beside_indicator(self, figure: str) -> dict[str, Any]:
        """What may be said of an indicator; a reference class is one of densities."""
        classes = ("mobile", {"class": "mobile", "without": "vnm"}, {"class": "mobile", "note": self.in_each()})
        past = {"reference": lambda: self.random.choice(classes)} if self.unit[figure] == "per_100" else {}
        known = {"agency": lambda: "a1", "code": lambda: "007", "edition": lambda: 2010, "note": self.in_each, **past}
        return self.some(4, better=lambda: "lower", accept=self.accepted, **known)

    def target(self, indicators: Mapping[str, Any]) -> dict[str, Any]:
        """A target of any wording, due at any time."""
        due = self.random.choice(DUE)
        indicator = self.random.choice(sorted(indicators))
        # Of things that are counted, a whole number is promised.
        digits = 0 if self.unit.get(indicator.removeprefix("j_")) in ("persons", "rank") else None
        promise = self.promise(due, digits)
        sources = self.random.choice(("I", ["I.4"], ["null", "IV, 3"]))
        measured = {"indicator": indicator}
        named = self.names() if self.chance(2) else {}
        inferred = (
            self.some(3, due_inferred=lambda: self.random.choice((True, "clause", "title"))) if due == 2015 else {}
        )
        more = self.some(
            5,
            agency=lambda: "a1",
            cooperating=lambda: ["a1", "a2"],
            note=self.in_each,
            document=self.text,
            date=lambda: date(1899, 5, 6),
            accept=self.accepted,
            domain=lambda: "d1",
            revisions=lambda: [self.revision(year, digits) for year in (2012, 2013)],
        )
        return {**named, "source": sources, **measured, "due": due, **promise, **inferred, **more}

    def promise(self, due: Any, digits: int | None) -> dict[str, Any]:
        """What a target promises: a number, two, words, or what becomes of the baseline."""
        way = self.random.choice(("between", "baseline", "words", "number"))
        if way == "between":
            return {"comparator": "between", "value": [self.number(40, digits), 41], **self.some(2, band=lambda: True)}
        if way == "baseline":
            change = self.random.choice(("double", "halve", "x 1.5", "-30%"))
            since = self.some(2, **{"from": lambda: self.random.choice(DATES)})
            return {"comparator": "at_least", "from_baseline": change, **since}
        if way == "words":
            return {"comparator": self.random.choice(WORDED)}
        on_the_way = {
            "2012": self.number(90, digits),
            "2013-06": self.number(90, digits),
            "2014-03-31": self.number(90, digits),
        }
        stages = self.some(2, milestones=lambda: on_the_way) if due == 2015 else {}
        return {"comparator": self.random.choice(NUMBERED), "value": self.number(90, digits), **stages}

    def revision(self, year: int, digits: int | None) -> dict[str, Any]:
        """What a later document makes of a target."""
        own = {
            "document": self.text(),
            "date": date(year, 1, 2),
            "comparator": "at_least",
            "value": self.number(90, digits),
        }
        return {**own, **self.some(2, why=self.said)}
