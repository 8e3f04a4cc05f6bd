"""Later rounds of broken plans: reports half filled, misdated, misprinted, by a seed."""

from collections.abc import Callable, Mapping, Sequence
from random import Random

NUMBERS = ("", "", "0", "1", "14", "150", "1000", "145470", "145470", "14547", "99", "101")
DAYS = ("2010-12-31", "2011-06-30", "2011-12-31", "2012-12-31", "2013-12-31")
DATES = ("2009", "2011", "2012-06", "2012-12-31", "2099-12-31")
ROUGH = ("45.65", "null", "[]", "x", "-1", "1e3", "{a: b}", "'open", "2012-13-01")
"""What a value is replaced by where nothing is promised."""

MARGINS = ("low: 1, high: 145470, confidence: 95", "low: 99, high: 101", "standard_error: 2.5", "rounded_to: 10")
"""How far a number may be off."""

HEADER = "round: {{vi: Đợt, en: Round, document: {document}, date: {day}, transcribed: {transcribed}{more}}}\n"


def broken_rounds(seed: int, figures: Sequence[str]) -> Mapping[str, str]:
    """The files of later rounds of the plan of a seed: none for half of them, up to three for the others.

    Args:
        seed: The seed of the plan.
        figures: Ids of figures that the plan had before it was broken.
    """
    random = Random(f"rounds {seed}")
    days = random.sample(DAYS, random.randint(1, 3)) if random.random() < 0.5 else []
    return {f"rounds/{day}.yaml": _round(random, day, figures) for day in days}


def _round(random: Random, day: str, figures: Sequence[str]) -> str:
    accept = random.choice(("QT702", "QT701", "QT705"))
    header = HEADER.format(
        document=random.choice(("1/BC", "1/BC", "")),
        day=day,
        transcribed=random.choice(("true", "false")),
        more=random.choice(("", "", f", accept: {{{accept}: {{why: x}}}}")),
    )
    chosen = random.sample(figures, random.randint(1, min(len(figures), 40)))
    lines = [f"  {name}: {{{_keys(random, chosen)}}}\n" for name in chosen]
    if random.random() < 0.3:
        lines.append(f"  brand_new: {{vi: Mới, en: New, unit: households, {_keys(random, chosen)}}}\n")
    return header + "figures:\n" + "".join(lines)


def _keys(random: Random, names: Sequence[str]) -> str:
    """The keys of a figure: its number, and some others."""
    value = random.choice(ROUGH) if random.random() < 0.002 else random.choice(NUMBERS)
    keys = random.sample(list(_MORE), random.choice((0, 0, 0, 1, 2, 4)))
    margin = [random.choice(MARGINS)] if value and "comparator" not in keys and random.random() < 0.1 else []
    return ", ".join((f"value: {value}", *(_MORE[key](random, names) for key in keys), *margin))


_MORE: Mapping[str, Callable[[Random, Sequence[str]], str]] = {
    "comparator": lambda random, _: f"comparator: {random.choice(('more_than', 'less_than', 'at_most'))}",
    "printed": lambda random, _: f"printed: '{random.choice(('45,65%', '0%', 'x'))}'",
    "of": lambda random, names: f"of: {random.choice(names)}",
    "parts": lambda random, names: f"parts: [{', '.join(random.choices(names, k=2))}]",
    "conflicts_with": lambda random, names: f"conflicts_with: [{random.choice(names)}]",
    "date": lambda random, _: f"date: {random.choice(DATES)}",
    "document": lambda *_: "document: 2/BC",
    "definition": lambda random, _: f"definition: {random.choice(('kiểu cũ', 'kiểu mới'))}",
    "cumulative": lambda *_: "cumulative: true",
    "restates": lambda random, _: f"restates: [{{value: {random.choice(NUMBERS[2:8])}, document: 3/BC}}]",
    "note": lambda *_: 'note: {vi: "{x}", en: "{x}"}',
}
