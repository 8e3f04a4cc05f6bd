"""A plan of any size, of the same make as the shipped one."""

from pathlib import Path

DATA = Path(__file__).parent.parent / "data"

FIGURE = """\
  figure_{i}:
    vi: Hộ gia đình thứ {i} có máy tính
    en: Households of area {i} with a computer
    value: {value}
    unit: households
    printed: "{share},00%"
    of: figure_{of}
    source: I.4
"""
INDICATOR = """\
  indicator_{i}:
    vi: Hộ có máy tính, địa bàn {i}
    en: Households with a computer, area {i}
    unit: "%"
    numerator: figure_{part}
    denominator: figure_{whole}
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
    source: [III.2.4]
"""


def write_plan(folder: Path, figures: int, targets: int) -> None:
    """Write the four files of a plan: every two figures are a part and its whole.

    Args:
        folder: Where they go.
        figures: How many; even.
        targets: How many, each with an indicator of its own; at most half the figures.
    """
    (folder / "plan.yaml").write_text((DATA / "plan.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    catalogue = (DATA / "indicators.yaml").read_text(encoding="utf-8").split("\nindicators:\n")[0]
    (folder / "indicators.yaml").write_text(
        catalogue + "\nindicators:\n" + "".join(map(_indicator, range(targets))), encoding="utf-8"
    )
    head = (DATA / "baseline_2010.yaml").read_text(encoding="utf-8").split("\nfigures:\n")[0]
    (folder / "baseline_2010.yaml").write_text(
        head + "\nfigures:\n" + "".join(map(_figure, range(figures))), encoding="utf-8"
    )
    (folder / "targets.yaml").write_text("targets:\n" + "".join(map(_target, range(targets))), encoding="utf-8")


def _figure(i: int) -> str:
    whole = 1000 + i * 7 % 90001
    value = whole if i % 2 else (1000 + (i + 1) * 7 % 90001) * (i % 89 + 5) // 100
    return FIGURE.format(i=i, value=value, share=i % 100, of=i | 1)


def _indicator(i: int) -> str:
    return INDICATOR.format(i=i, part=2 * i, whole=2 * i + 1)


def _target(i: int) -> str:
    return TARGET.format(i=i, year=2015 + 5 * (i % 2), value=20 + i % 70)
