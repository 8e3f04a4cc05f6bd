"""What an entry leaves out because another one says it: filled in before the entries are typed.

The table stands in docs/figures.md. The data are changed in place; where each value comes from is kept with the text
of the file, so that a finding points at the entry that leaves it out, and ``explain`` at the one that says it.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from qt_ict.diagnostics import shape
from qt_ict.diagnostics.finding import Finding
from qt_ict.language import LANGUAGES, Text
from qt_ict.loading.headings import HEADED
from qt_ict.loading.missing_keys import is_mistyped, lacking
from qt_ict.loading.parsed import Parsed
from qt_ict.loading.plan_languages import NAME, missing_name
from qt_ict.loading.sections import SECTIONS
from qt_ict.loading.yaml import UNREADABLE
from qt_ict.model.indicators import CEILING
from qt_ict.model.targets import NUMERIC
from qt_ict.positions import MarkedText, SaidAt

Raw = dict[str, Any]
"""An entry as plain data."""

LEFT_OUT: Mapping[str, frozenset[str]] = {
    "figures": frozenset(("unit", "source")),
    "indicators": frozenset((*LANGUAGES, "unit", "domain")),
    "targets": frozenset((*LANGUAGES, "domain", "measure", "source")),
}
"""Keys that an entry must have once everything is filled in, and may leave to another entry."""


class Home(NamedTuple):
    """An entry with the file that it stands in."""

    section: str
    id: str
    entry: Raw
    source: MarkedText

    def origin(self, key: str) -> SaidAt:
        """Where it says something: the line of the key, else its own."""
        at = (self.section, self.id)
        line = self.source.line_of((*at, key)) or self.source.line_of(at)
        return SaidAt(self.source.file, line, self.id)


class Inherited(NamedTuple):
    """What came of filling in."""

    findings: list[Finding]
    """Where nothing says what an entry leaves out."""
    made_up: frozenset[tuple[str, str]]
    """Section and id of entries for which something stands in, since they name an entry that does not exist."""


def inherit(files: Sequence[Parsed], later: Sequence[Parsed], codes: tuple[str, ...]) -> Inherited:
    """Fill in what entries leave to others.

    Args:
        files: The files of the plan without later rounds.
        later: The files of later rounds, in the order of their dates.
        codes: The languages of the plan.
    """
    heirs = _Heirs(files, later, codes)
    heirs.fill()
    return Inherited(heirs.findings, frozenset(heirs.made_up))


class _Heirs:
    """The entries of a plan, and what they take over from each other."""

    def __init__(self, files: Sequence[Parsed], later: Sequence[Parsed], codes: tuple[str, ...]) -> None:
        self.homes = {
            section: {each.id: each for file in files for each in _homes(file, section)}
            for section in ("figures", "indicators", "targets", "units", "sources")
        }
        self.domain: Any = next((name for file in files for name in _keys(file, "domains")), UNREADABLE)
        self.agencies = [name for file in files for name in _keys(file, "agencies")]
        self.items_read = all(isinstance(file.data, dict) for file in files if "sources" in file.sections)
        self.later = [list(_homes(file, "figures")) for file in later]
        self.codes = codes
        self.dangling: set[tuple[str, str]] = set()
        """Entries that name another one that does not exist, and those that would take something over from them."""
        self.made_up: set[tuple[str, str]] = set()
        """Those of them that were filled in all the same."""
        self.findings: list[Finding] = []

    def fill(self) -> None:
        """Everything, an entry after those that it takes from."""
        for figure in self.homes["figures"].values():
            self._figure(figure)
        self._later_figures()
        for indicator in self.homes["indicators"].values():
            self._indicator(indicator)
        for target in self.homes["targets"].values():
            self._target(target)
        for entries in (self.homes["targets"].values(), *self.later):
            _name_each_other({each.id: each for each in entries})

    def _figure(self, figure: Home) -> None:
        dangling = self._stands_in(figure, _names(figure.entry.get("of")), "figures")
        if "unit" not in figure.entry and not dangling:
            self._take(figure, "unit", _whole(figure, self.homes["figures"]), _OF_UNIT)
        self._headed(figure, ITEM_ABOVE)

    def _stands_in(self, heir: Home, names: list[str], section: str) -> bool:
        """True where an entry names another one that does not exist.

        That is the finding to come, in the place of all that could not be taken over: something stands in for it.
        """
        if all(name in self.homes[section] and (section, name) not in self.dangling for name in names):
            return False
        self.dangling.add((heir.section, heir.id))
        shares = sorted(self.homes["units"].values(), key=lambda each: each.entry.get("kind") != "share")
        numeric = heir.section != "targets" or any(_quantities(heir))
        usual: Raw = {
            **dict.fromkeys(LANGUAGES, heir.id),
            **({"unit": shares[0].id} if shares and numeric else {}),
            **({"denominator": names, "factor": CEILING} if "numerator" in heir.entry else {}),
            **({"domain": self.domain, "measure": "direct"} if heir.section == "targets" else {}),
        }
        for key, value in usual.items():
            if key not in heir.entry and (key in LEFT_OUT[heir.section] or key in ("unit", "denominator", "factor")):
                heir.entry[key] = value
                self.made_up.add((heir.section, heir.id))
        return True

    def _headed(self, heir: Home, whence: Text) -> None:
        """What its heading would say."""
        if HEADED[heir.section].key not in heir.entry:
            self._lacks(heir, HEADED[heir.section].key, whence)

    def _later_figures(self) -> None:
        """Figures of later rounds: what an earlier round says of one holds on, so only new ones are filled in."""
        _name_each_other(self.homes["figures"])
        known = self.homes["figures"]
        for here in self.later:
            found = {**{each.id: each for each in here}, **known}
            for figure in here:
                whole = _whole(figure, found) if figure.id not in known and "unit" not in figure.entry else None
                if whole is not None and "unit" in whole.entry:
                    _give(figure, "unit", whole.entry["unit"], whole.origin("unit"))
            known = found
        self.homes["figures"] = known

    def _indicator(self, indicator: Home) -> None:
        entry = indicator.entry
        self._headed(indicator, DOMAIN_ABOVE)
        counted = _counted(entry)
        if not counted:
            if _FORMULA.isdisjoint(entry) and not entry.keys() >= {*LANGUAGES, "unit"}:
                self._without(indicator, "numerator", _FIGURE_ALONE, [*LANGUAGES, "unit"])
            return
        if self._stands_in(indicator, [*counted, *_names(entry.get("denominator"))], "figures"):
            return
        figures = [self.homes["figures"][name] for name in counted]
        single = (
            figures[0] if len(figures) == 1 and isinstance(entry.get("numerator", entry.get("figure")), str) else None
        )
        self._name(indicator, single, _FIGURE_NAME)
        if "numerator" in entry and "denominator" not in entry:
            self._denominator(indicator, figures)
        if "unit" not in entry:
            self._unit_of_indicator(indicator, figures)
        if "numerator" in entry and "factor" not in entry:
            self._factor(indicator)

    def _denominator(self, indicator: Home, figures: list[Home]) -> None:
        """What the numerator is of: one whole, or that of each figure where figures are added."""
        wholes = [each.entry.get("of") for each in figures]
        if not all(isinstance(each, str) for each in wholes):
            return
        different = list(dict.fromkeys(wholes))
        added = isinstance(indicator.entry["numerator"], list) and len(different) == len(wholes)
        if len(different) == 1 or added:
            value = different[0] if len(different) == 1 else different
            _give(indicator, "denominator", value, figures[0].origin("of"))

    def _unit_of_indicator(self, indicator: Home, figures: list[Home]) -> None:
        """That of the figure as it stands, or of a share: what is counted in the unit of what it is counted among."""
        if any(each.entry.get("unit", UNREADABLE) is UNREADABLE for each in figures):
            indicator.entry["unit"] = UNREADABLE
            return
        units = {str(each.entry["unit"]) for each in figures}
        whence = _FIGURE_UNIT
        if len(units) == 1 and "numerator" in indicator.entry:
            below = [self.homes["figures"].get(name) for name in _names(indicator.entry.get("denominator"))]
            alike = {str(each.entry.get("unit")) if each else "" for each in below} == units
            share = self._share() if alike else None
            if share is not None:
                _give(indicator, "unit", share.id, share.origin("kind"))
                return
            whence = _SHARE_UNIT
        elif len(units) == 1:
            self._take(indicator, "unit", figures[0], whence)
            return
        self._lacks(indicator, "unit", whence)

    def _share(self) -> Home | None:
        """The unit of measure of shares: %, else the only one of its kind."""
        shares = [each for each in self.homes["units"].values() if each.entry.get("kind") == "share"]
        named = [each for each in shares if each.id == "%"]
        return next(iter(named), shares[0] if len(shares) == 1 else None)

    def _factor(self, indicator: Home) -> None:
        unit = self.homes["units"].get(str(indicator.entry.get("unit")))
        if unit is None:
            # The unit has its finding; without a factor the numerator would have one more.
            indicator.entry["factor"] = CEILING
        elif unit.entry.get("kind") == "share":
            _give(indicator, "factor", CEILING, unit.origin("kind"))
        elif "factor" in unit.entry:
            _give(indicator, "factor", unit.entry["factor"], unit.origin("factor"))

    def _target(self, target: Home) -> None:
        entry = target.entry
        self._headed(target, ITEM_ABOVE)
        self.findings += _proxy(target)
        if self._is_without_indicator(target):
            self._without(target, "indicator", _UNMEASURED, [*LANGUAGES, "domain", "measure"])
            return
        if self._stands_in(target, _names(entry.get("indicator")), "indicators"):
            return
        indicator = self.homes["indicators"].get(str(entry.get("indicator")))
        if "measure" not in entry:
            self._measure(target, indicator)
        own = indicator if entry["measure"] in ("direct", "bounds") else None
        self._name(target, own, _INDICATOR_NAME)
        if "domain" not in entry and own is None and not self.items_read:
            # Nobody knows what the items of the document say.
            entry["domain"] = UNREADABLE
        elif "domain" not in entry:
            self._take(target, "domain", own or self._item(target), _DOMAIN_OF_TARGET)
        if "agency" not in entry and own is not None and own.entry.get("agency") in self.agencies:
            _give(target, "agency", own.entry["agency"], own.origin("agency"))
        for each in _quantities(target):
            if "unit" not in each and "unit" not in entry and own is not None:
                _give(target, "unit", own.entry.get("unit", UNREADABLE), own.origin("unit"), each)

    def _is_without_indicator(self, target: Home) -> bool:
        """True of a target with a number whose unit of measure nothing says."""
        silent = target.entry.keys().isdisjoint(("indicator", "measure", "unit"))
        return silent and str(target.entry.get("comparator")) in NUMERIC and not self._is_mistyped(target, "unit")

    def _without(self, heir: Home, key: str, whence: Text, others: Sequence[str]) -> None:
        """An entry that lacks what it would take all the rest from: that one key is told."""
        self._lacks(heir, key, whence)
        for each in others:
            heir.entry.setdefault(each, UNREADABLE)

    def _measure(self, target: Home, indicator: Home | None) -> None:
        if "indicator" not in target.entry:
            target.entry["measure"] = "none"
            return
        target.entry["measure"] = "direct"
        if indicator is not None:
            key = "numerator" if "numerator" in indicator.entry else "figure"
            bounds = isinstance(_formula(indicator.entry), dict)
            target.entry.pop("measure")
            _give(target, "measure", "bounds" if bounds else "direct", indicator.origin(key))

    def _item(self, target: Home) -> Home | None:
        """The first item of the document that it is cited from whose heading is a domain."""
        items = (self.homes["sources"].get(name) for name in _names(target.entry.get("source")))
        return next((each for each in items if each is not None and "domain" in each.entry), None)

    def _name(self, heir: Home, origin: Home | None, whence: Text) -> None:
        if any(language in heir.entry for language in LANGUAGES):
            return
        if origin is not None:
            for language in LANGUAGES:
                _give(heir, language, origin.entry.get(language, UNREADABLE), origin.origin(language))
            return
        for code in (each for each in self.codes if not self._is_mistyped(heir, NAME, *self.codes)):
            path = (heir.section, heir.id)
            self.findings.append(missing_name(heir.source, path, SECTIONS[heir.section], self.codes, code, _or(whence)))
        heir.entry.update(dict.fromkeys(LANGUAGES, UNREADABLE))

    def _take(self, heir: Home, key: str, origin: Home | None, whence: Text) -> None:
        """Fill in a key from another entry; what that one lacks has its finding there."""
        if origin is None:
            self._lacks(heir, key, whence)
        else:
            _give(heir, key, origin.entry.get(key, UNREADABLE), origin.origin(key))

    def _lacks(self, heir: Home, key: str, whence: Text) -> None:
        path = (heir.section, heir.id)
        kind = SECTIONS[heir.section].name
        where = Text.each(lambda language: f"{kind.say(language)} {heir.id}")
        if not self._is_mistyped(heir, key):
            self.findings.append(lacking(heir.source, path, [key], where, _or(whence)))
        heir.entry[key] = UNREADABLE

    def _is_mistyped(self, heir: Home, *keys: str) -> bool:
        """True where one of some keys is there by a name that has its own finding."""
        known = [*SECTIONS[heir.section].model.model_fields, NAME, *self.codes]
        return any(is_mistyped(key, heir.entry, known) for key in keys)


def _or(whence: Text) -> Text:
    return Text(" hoặc ", " or ") + whence


_OF_UNIT = Text(
    "of: số liệu làm mẫu số, đơn vị tính theo số liệu ấy", "of: the figure that it is part of, which has its unit"
)
ITEM_ABOVE = Text("đặt dưới tên mục của văn bản (I.4:)", "put it under the item of the document as a heading (I.4:)")
DOMAIN_ABOVE = Text("đặt dưới mã lĩnh vực làm tiêu đề", "put it under its domain as a heading")
HEADINGS_ABOVE = (_or(ITEM_ABOVE), _or(DOMAIN_ABOVE))
"""Where keys could come from in a data file alone."""
_FIGURE_ALONE = Text("figure: số liệu để nguyên, không chia", "figure: a figure as it stands, without a denominator")
_UNMEASURED = Text(
    "measure: none cùng name, domain và unit, khi chưa ai đo",
    "measure: none with name, domain and unit, where nobody measures it",
)
_FIGURE_NAME = Text(
    "để chỉ tiêu chỉ có một số liệu, tên theo số liệu ấy", "let it count one figure alone, whose name it takes"
)
_FIGURE_UNIT = Text("để các số liệu của chỉ tiêu cùng đơn vị tính", "let its figures have one unit of measure")
_SHARE_UNIT = Text(
    "để tử số và mẫu số cùng đơn vị tính, khi đó là %",
    "let numerator and denominator have one unit of measure, and it is a share",
)
_INDICATOR_NAME = Text(
    "indicator: chỉ tiêu đo mục tiêu này, tên theo chỉ tiêu", "indicator: what measures it, whose name it takes"
)
_DOMAIN_OF_TARGET = Text(
    "indicator, hoặc domain ở mục của văn bản (sources) mà mục tiêu dẫn",
    "indicator, or domain at the item of the document (sources) that it cites",
)


def _homes(file: Parsed, section: str) -> Iterator[Home]:
    entries = file.data.get(section) if isinstance(file.data, dict) else None
    if isinstance(entries, dict):
        for id_, entry in entries.items():
            if isinstance(entry, dict):
                yield Home(section, id_, entry, file.source)


def _keys(file: Parsed, section: str) -> list[str]:
    entries = file.data.get(section) if isinstance(file.data, dict) else None
    return list(entries) if isinstance(entries, dict) else []


def _give(heir: Home, key: str, value: Any, origin: SaidAt, into: Raw | None = None) -> None:
    """Fill in a key, and keep where it comes from."""
    (heir.entry if into is None else into)[key] = value
    heir.source.origins[heir.section, heir.id, key] = origin


def _whole(figure: Home, figures: Mapping[str, Home]) -> Home | None:
    """What a figure is part of, and so on, up to the first that has a unit, or is part of nothing itself.

    None where that leads nowhere, or back.
    """
    seen, last = {figure.id}, None
    found = figures.get(str(figure.entry.get("of")))
    while found is not None and found.id not in seen:
        if "unit" in found.entry:
            return found
        seen.add(found.id)
        last, found = found, figures.get(str(found.entry.get("of")))
    return last if found is None else None


def _counted(entry: Raw) -> list[str]:
    """The figures above the line of an indicator, or those it stands for."""
    formula = _formula(entry)
    sides = formula.values() if isinstance(formula, dict) else [formula]
    return [name for each in sides for name in _names(each)]


_FORMULA = frozenset(("numerator", "figure"))


def _formula(entry: Raw) -> Any:
    return entry.get("numerator", entry.get("figure"))


def _names(value: Any) -> list[str]:
    listed = value if isinstance(value, list) else [value]
    return [each for each in listed if isinstance(each, str)]


def _quantities(target: Home) -> Iterator[Raw]:
    """A target and its later versions that promise a number."""
    revisions = target.entry.get("revisions")
    for each in (target.entry, *(revisions if isinstance(revisions, list) else ())):
        if isinstance(each, dict) and str(each.get("comparator")) in NUMERIC:
            yield each


def _proxy(target: Home) -> Iterator[Finding]:
    """Say what ``proxy: NAME`` is short for."""
    entry = target.entry
    if "proxy" not in entry:
        return
    name = entry.pop("proxy")
    against = next(
        (key for key in ("indicator", "measure") if key in entry and entry[key] not in ("proxy", name)), None
    )
    if against is not None:
        values = {"problem": _AGAINST.fill(key=against), "advice": _ONE_OF_THEM}
        place = target.source.place_of_key((target.section, target.id, "proxy"))
        yield Finding(shape.CONTRADICTORY_KEYS, place, values)
    entry["indicator"], entry["measure"] = name, "proxy"
    marks: Any = target.source.marks[target.section].inside
    inside = marks[target.id].inside
    inside["indicator"] = inside["measure"] = inside["proxy"]


_AGAINST = Text("proxy và {key} nói khác nhau", "proxy and {key} say different things")
_ONE_OF_THEM = Text(
    "Giữ proxy nếu năm gốc chỉ đếm một thứ liên quan; giữ indicator nếu đếm đúng thứ đó.",
    "Keep proxy where the baseline counts something related; keep indicator where it counts the same thing.",
)


def _name_each_other(entries: Mapping[str, Home]) -> None:
    """Of two statements that contradict each other, one says so; then both do."""
    for one in entries.values():
        for name in _names(one.entry.get("conflicts_with")):
            other = entries.get(name)
            said = other.entry.setdefault("conflicts_with", []) if other else None
            if other is not None and isinstance(said, list) and one.id not in said and other.id != one.id:
                _give(other, "conflicts_with", [*said, one.id], one.origin("conflicts_with"))
