"""The records of statuses, as ``make backtest`` wrote them beside the shipped plan."""

import csv
from functools import cache
from pathlib import Path

from qt_ict.reference.past_record import PastRecord

FILE = "record.csv"
"""In the folder of the shipped plan."""


@cache
def past_records(data: Path) -> tuple[PastRecord, ...]:
    """All records.

    Args:
        data: The folder of the shipped plan.
    """
    lines = (data / FILE).read_text(encoding="utf-8").splitlines()
    return tuple(map(_record, csv.DictReader(line for line in lines if not line.startswith("#"))))


def _record(row: dict[str, str]) -> PastRecord:
    numbers = (int(row[key]) for key in ("years", "cases", "kept", "areas"))
    level = float(row["level"]) if row["level"] else None
    return PastRecord(row["family"], row["method"], row["status"], level, *numbers)
