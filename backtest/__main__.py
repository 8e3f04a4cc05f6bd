"""``make backtest``: writes docs/record.md, and data/record.csv with the record beside every status."""

import csv
from pathlib import Path

from backtest import forecasts
from backtest.page import page
from backtest.statuses import StatusBacktest

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "record.md"
RECORDS = ROOT / "data" / "record.csv"
HEAD = (
    "# What became of past plans, by the status that a method gave them: make backtest, docs/record.md",
    "# level: where the band of levels begins in which they were judged, empty of all; years: time that was left",
    "# kept: met when due; areas of the half on which nothing was chosen; sources as in reference/README.md",
)


def main() -> None:
    """Write both files."""
    statuses = StatusBacktest()
    with RECORDS.open("w", encoding="utf-8", newline="") as file:
        file.writelines(f"{line}\n" for line in HEAD)
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("family", "method", "status", "level", "years", "cases", "kept", "areas"))
        for each in statuses.records():
            level = "" if each.level is None else f"{each.level:g}"
            rows.writerow((*each[:3], level, *each[4:]))
    PAGE.write_text(page(statuses, forecasts.report()), encoding="utf-8")


if __name__ == "__main__":
    main()
