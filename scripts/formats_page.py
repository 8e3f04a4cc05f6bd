"""docs/formats.md: its tables of fields, from the fields themselves. ``make docs`` writes them.

The words around the tables are written by hand; a table stands between ``<!-- fields of NAME -->`` and
``<!-- end of fields -->``.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from qt_ict.report.beside import WHAT_IF
from qt_ict.report.brief.one_page import BRIEF_FIELDS
from qt_ict.report.comparison_record import COMPARE_FIELDS, UNMATCHED_FIELDS, UNPAIRED_FIELDS
from qt_ict.report.diff_record import DIFF_FIELDS
from qt_ict.report.each_year import COURSE_FIELDS
from qt_ict.report.explain import EXPLAINED_FIELDS, TARGET_FIELDS
from qt_ict.report.field import Field, FieldType
from qt_ict.report.figure_fields import FIGURE_FIELDS
from qt_ict.report.gap_fields import GAP_FIELDS
from qt_ict.report.growth import GROWTH_FIELDS
from qt_ict.report.indicator_fields import INDICATOR_FIELDS
from qt_ict.report.judged_series import SERIES_FIELDS
from qt_ict.report.methods import METHODS_FIELDS
from qt_ict.report.path import PATH_FIELDS
from qt_ict.report.progress import DUE_REPORTS
from qt_ict.report.rule import RULE_FIELDS
from qt_ict.report.targets import DUTY, TARGETS_FIELDS

Fields = tuple[Field[Any, Any], ...]
PAGE = Path(__file__).parent.parent / "docs" / "formats.md"
TABLES: dict[str, Fields] = {
    "gap": GAP_FIELDS,
    "brief": BRIEF_FIELDS,
    "growth": GROWTH_FIELDS,
    "targets": TARGETS_FIELDS,
    "duties of targets": DUTY,
    "progress": COURSE_FIELDS,
    "duties of progress": DUE_REPORTS,
    "series": SERIES_FIELDS,
    "path": PATH_FIELDS,
    "methods": METHODS_FIELDS,
    "show": INDICATOR_FIELDS,
    "figures of show": FIGURE_FIELDS,
    "explain a target": TARGET_FIELDS,
    "explain an indicator": EXPLAINED_FIELDS,
    "explain a rule": RULE_FIELDS,
    "diff": DIFF_FIELDS,
    "what is assumed": WHAT_IF,
    "compare": COMPARE_FIELDS,
    "targets of compare": UNPAIRED_FIELDS,
    "unmatched of compare": UNMATCHED_FIELDS,
}
"""The tables by their names on the page."""
BEYOND: dict[str, tuple[str, Fields]] = {
    "brief": ("gap", GAP_FIELDS),
    "growth": ("gap", GAP_FIELDS),
    "targets": ("gap", GAP_FIELDS),
    "progress": ("gap", GAP_FIELDS),
    "explain a target": ("gap", GAP_FIELDS),
    "explain an indicator": ("show", INDICATOR_FIELDS),
}
"""Tables that leave out the fields which stand in another one already."""
HOLDS: dict[FieldType, str] = {
    "string": "text",
    "list": "list",
    "numbers": "list",
    "text": "`{vi, en}`",
    "plan_text": "by language",
    "plan_texts": "list, each by language",
    "notes": "list of `{code, vi, en}`",
    "pairs": "codes by name",
    "objects": "list of objects",
}
"""What a field holds, where its type does not say it."""
MARKED = re.compile(r"(<!-- fields of (?P<name>[^>]*) -->\n).*?(<!-- end of fields -->)", re.DOTALL)


def page(text: str) -> str:
    """The page with its tables as the fields are now."""
    return MARKED.sub(lambda found: f"{found[1]}{_table(found['name'])}\n{found[3]}", text)


def _table(name: str) -> str:
    other, known = BEYOND.get(name, ("", ()))
    shared = [field.key for field in TABLES[name] if field in known]
    own = [field for field in TABLES[name] if field not in known]
    lines = ["| field | holds | meaning |", "|---|---|---|"]
    if shared:
        keys = ", ".join(f"`{key}`" for key in shared)
        lines.append(f"| {keys} | | as in [`{other}`](#rows-of-{other}) |")
    return "\n".join((*lines, *_rows(own, "", {})))


def _rows(fields: Fields, above: str, seen: dict[Fields, str]) -> Iterator[str]:
    """A line for every field; what an object holds is told the first time it occurs."""
    for field in fields:
        key, about = f"{above}{field.key}", field.about.replace("|", "\\|")
        if field.words:
            about = f"{about}: {', '.join(f'`{word}`' for word in field.words)}"
        if field.fields in seen:
            about = f"{about}; its fields as those of `{seen[field.fields]}`"
        yield f"| `{key}` | {HOLDS.get(field.type, field.type)} | {about} |"
        if field.fields and field.fields not in seen:
            seen[field.fields] = key
            yield from _rows(field.fields, f"{key}.", seen)


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
