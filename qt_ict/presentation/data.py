"""A document for programs: JSON and CSV, the same in every language."""

import csv
import io
import json
from collections.abc import Iterable

from qt_ict.report.document import Document, flat


def as_json(document: Document, ascii_only: bool = False) -> str:
    """One object, readable by people too."""
    return json.dumps(document, ensure_ascii=ascii_only, indent=2, allow_nan=False) + "\n"


def as_csv(rows: Iterable[Document]) -> str:
    """One line a row; {low, high} in two columns, empty where there is none."""
    flattened = [flat(row) for row in rows]
    columns = list(dict.fromkeys(key for row in flattened for key in row))
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(flattened)
    return text.getvalue()
