"""A plan of any size, of the same make as the shipped one."""

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

from qt_ict.arithmetic.rounding import half_up

DATA = Path(__file__).parent.parent / "data"

FIGURE = """\
  figure_{i}:
    vi: Hộ gia đình thứ {i} có máy tính
    en: Households of area {i} with a computer
    value: {value}
    unit: households
    source: I.4
"""
RATIO = """\
    printed: "{printed}%"
    of: figure_{of}
"""
LATER = """\
round:
  vi: Đợt {date}
  en: Round of {date}
  document: 1/BC
  date: {date}
  transcribed: true
figures:
"""
REPORTED = """\
  figure_{i}:
    value: {value}
"""
SERIES = "series,base_year,base_value,current_year,current_value,target_year,target_value,direction,limit\n"
INDICATOR = """\
  indicator_{i}:
    vi: Hộ có máy tính, địa bàn {i}
    en: Households with a computer, area {i}
    unit: "%"
    numerator: [{parts}]
    denominator: [{wholes}]
    factor: 100
    better: higher
    domain: households
"""
TARGET = """\
  target_{i}:
    vi: Hộ có máy tính, địa bàn {i}
    en: Households with a computer, area {i}
    domain: households
    due: {year}
    comparator: more_than
    value: {value}
    unit: "%"
    measure: direct
    indicator: indicator_{i}
    agency: so_tttt
    source: [III.2.4]
"""


def write_plan(folder: Path, figures: int, targets: int, wrong: bool = False) -> None:
    """Write the four files of a plan: every two figures are a part and its whole, printed as they are.

    Args:
        folder: Where they go.
        figures: How many; even.
        targets: How many, each with an indicator of its own; at most half the figures.
        wrong: Every printed ratio is another than the one computed.
    """
    (folder / "plan.yaml").write_text((DATA / "plan.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    catalogue = (DATA / "indicators.yaml").read_text(encoding="utf-8").split("\nindicators:\n")[0]
    (folder / "indicators.yaml").write_text(
        catalogue + "\nindicators:\n" + "".join(_indicator(i, figures, targets) for i in range(targets)),
        encoding="utf-8",
    )
    head = (DATA / "baseline_2010.yaml").read_text(encoding="utf-8").split("\nfigures:\n")[0]
    (folder / "baseline_2010.yaml").write_text(
        head + "\nfigures:\n" + "".join(_figure(i, wrong) for i in range(figures)), encoding="utf-8"
    )
    (folder / "targets.yaml").write_text(
        "targets:\n" + "".join(_target(i, figures, targets) for i in range(targets)), encoding="utf-8"
    )


def write_rounds(folder: Path, figures: int, dates: Sequence[str]) -> None:
    """Write later rounds of such a plan: every whole stands, every part grows by a thirtieth a round."""
    (folder / "rounds").mkdir()
    for number, date in enumerate(dates, 1):
        grown = (
            REPORTED.format(i=i, value=_value(i) + (0 if i % 2 else _value(i) * number // 30)) for i in range(figures)
        )
        (folder / "rounds" / f"{date}.yaml").write_text(LATER.format(date=date) + "".join(grown), encoding="utf-8")


def write_series(file: Path, series: int) -> None:
    """Write a plain table of series: shares on their way to a target."""
    rows = (f"s{i},2010,{5 + i % 60},2015,{6 + i % 70},2020,{80 + i % 20},up,\n" for i in range(series))
    file.write_text(SERIES + "".join(rows), encoding="utf-8")


def _figure(i: int, wrong: bool) -> str:
    """A whole, or a part with its ratio."""
    text = FIGURE.format(i=i, value=_value(i))
    if i % 2:
        return text
    printed = half_up(Fraction(_value(i) * 100, _value(i + 1)), 2) + (3 if wrong else 0)
    return text + RATIO.format(printed=f"{printed:f}".replace(".", ","), of=i + 1)


def _value(i: int) -> int:
    """A whole for an odd figure, for an even one the part of the next."""
    whole = 1000 + (i | 1) * 7 % 90001
    return whole if i % 2 else whole * _percent(i) // 100


def _percent(i: int) -> int:
    """How much of its whole a part is, at most [%]."""
    return i % 89 + 5


def _pairs(i: int, figures: int, targets: int) -> range:
    """The parts that an indicator adds: its own, and those that are left over."""
    return range(2 * i, figures, 2 * targets)


def _indicator(i: int, figures: int, targets: int) -> str:
    parts = _pairs(i, figures, targets)
    return INDICATOR.format(
        i=i,
        parts=", ".join(f"figure_{part}" for part in parts),
        wholes=", ".join(f"figure_{part + 1}" for part in parts),
    )


def _target(i: int, figures: int, targets: int) -> str:
    """More than the baseline has."""
    value = max(map(_percent, _pairs(i, figures, targets))) + 2
    return TARGET.format(i=i, year=2015 + 5 * (i % 2), value=value)
