"""docs/record.md: the tables of the backtest, and what they do not show."""

from backtest.statuses import DRAWS, SPLITS, StatusBacktest


def page(statuses: StatusBacktest, forecasts: str) -> str:
    """The whole page.

    Args:
        statuses: The backtest of statuses.
        forecasts: The tables of the backtest of forecasts, as Markdown.
    """
    return "\n\n".join((_HEAD, *_of_statuses(statuses), _LIMITS_OF_IT, _FORECASTS, forecasts)) + "\n"


_FORECASTS = "## How often chances came true"


_HEAD = """# Record: how often statuses and chances came true

<!-- Written by make backtest; do not edit. -->

`make backtest` rebuilds this page, and the record beside every status ([data/record.csv](../data/record.csv)), from
the [reference classes](../data/reference/README.md) that are shipped: Internet users (% of people), fixed broadband
and mobile subscriptions (per 100 people) of about 200 countries through 2018, ITU through the World Bank, CC BY
4.0.

A past plan begins in a year with a value of at least 0.1, runs five or ten years, and is judged on the way: ten
years after five or three, five years after three. Its targets need no hindsight: levels that plans of those years
named (50 and 70%, 10 and 20, 50 and 100 per 100), the double, half of what a share lacks. It aims upward, and is
not yet met when it is judged. Limits and rules were chosen on one half of the countries; tables show the other
half, unless they say otherwise. Brackets hold 95% intervals, countries drawn anew: the plans of one country are no
independent cases. A dash stands for fewer than 30 plans."""


def _of_statuses(found: StatusBacktest) -> list[str]:
    return [
        "## How often a status was kept\n\nThe part of the past plans with a status that met their target when due.",
        found.by_status(),
        "`met` and `met_but_reversing`: met when judged, and still so when due.",
        "## Why on track begins at half again the pace needed\n\n"
        "The ratio is the pace so far over the pace required from the day of judging on. Limits that can be said in "
        "words were tried; the first was taken at which at least 75% were kept in each family in 95 of 100 drawings "
        f"({DRAWS} of them) of the countries of the choosing half. *Called so*: the part of what was met later that "
        "had been on track. The limit of moderate, 60%, is Eurostat's and Statistics Canada's; no other was tried.",
        found.limits(),
        f"How much hangs on the one split: the same for {SPLITS} random halves of the countries.",
        found.other_halves(),
        "With the limit of moderate at 60% of the pace needed:",
        found.called(),
        "## By level and time left\n\nOn track, kept:",
        found.by_level(),
        "## Beside the published methods\n\n"
        "Each judges the same plans by all yearly values since the base; the code is the one by which it says that a "
        "target ahead will be met.",
        found.by_method(),
    ]


_LIMITS_OF_IT = """## What the tables of statuses do not show

- Countries are no provinces, and three ICT series are no schools, officials or services. Where no past case fits,
  the same limits apply, and the record says that there is none.
- The values are those known in 2018, with all later corrections; who judged then had earlier ones.
- The mix of targets is ours. Bolder ones are kept less often under the same status, timid ones more often.
- Only rising series are tried; of falling ones nothing is known but that the arithmetic is the same.
- Countries move together: a decade of mobile phones is one history, however many countries lived it."""
