"""The law of workbooks: export, then init from it, is the same plan, whatever the data files can say."""

from pathlib import Path
from typing import Any

import pytest

from qt_ict.loading.plan_sheets.cell_value import read, written
from qt_ict.loading.plan_sheets.field_kinds import FieldKind
from qt_ict.loading.yaml import parse
from qt_ict.loading.yaml_lines import yaml_lines, yaml_text

BOOK = Path("plan.xlsx")

LOOKALIKES = (
    *("null", "Null", "NULL", "~", "yes", "No", "on", "OFF", "y", "N", "TRUE", "true", "False"),
    *("1e5", "007", "0x1F", "0o7", "1_000", "1:30", ".5", "5.", "+5", "-0", ".inf", ".NaN", "12", "0.10", "1.0e3"),
    *("1,5", "1.234,5", "45,5 %", "1\u00a0000", "-30%", "2011-01-01", "2012-02-30", "2011-01-01 10:00"),
    *("=1+1", "+1", "@SUM(1)", "'x", "''", '"', '"a"', "'a'", "d'accord", "#N/A", "#REF!", "#a", "a #b", "a: b", "a:"),
    *(" a", "a ", "\u00a0a", "a\nb", "a\n", "\t", "a\\n", "\\u0041", "_x0041_", "\ufeffa", "a\u2028b", "&amp;", "<b>"),
    *(
        "- a",
        "--- a",
        "...",
        "? a",
        "&a",
        "*a",
        "!a",
        "%a",
        "|",
        "> a",
        "[a]",
        "{a: b}",
        "[",
        "a, b",
        "null, null",
        ",",
    ),
)
"""Texts that YAML, or a spreadsheet, would take for something else."""

TEXT = FieldKind(frozenset({"string"}))
WORDS = frozenset({"string"})
LISTED = FieldKind(frozenset({"array"}), items=WORDS)
ANY_FORM = FieldKind(frozenset({"string", "array", "object"}), items=WORDS)


@pytest.mark.parametrize("text", LOOKALIKES)
def test_a_text_in_a_data_file_comes_back(text: str) -> None:
    """A plan whose agency is called null, or whose document is 007, loads as it was."""
    data = {"name": text, "listed": [text, "b"], "below": {"joint": [text]}, "each": [{text: text}]}

    found, _, findings = parse(yaml_text(yaml_lines(data, {})), "plan.yaml")

    assert not findings
    assert found == data


@pytest.mark.parametrize("text", LOOKALIKES)
@pytest.mark.parametrize("kind", [TEXT, LISTED, ANY_FORM], ids=["text", "list", "any"])
def test_a_text_in_a_cell_comes_back(text: str, kind: FieldKind) -> None:
    """Spreadsheets keep what a cell holds but for blanks around it."""
    values: list[Any] = {TEXT: [text], LISTED: [[text, "b"], [text]], ANY_FORM: [text, [text, "b"], {"joint": [text]}]}[
        kind
    ]
    for value in values:
        cell = written(value, kind)

        assert isinstance(cell, str)
        assert read(cell.strip(), kind) == value
