"""Every kind of broken file gives one clear finding at its place, and nothing on standard output."""

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml as pyyaml

from qt_ict.diagnostics.finding import Finding
from qt_ict.loading import yaml as reader
from qt_ict.loading.folder import load
from tests.conftest import DATA, Result, edit

BASELINE = "baseline_2010.yaml"
VALUE = "    value: 145470\n"
"""The number of households, in column 12 of its line."""

Run = Callable[..., Result]


@pytest.fixture(params=["C", "Python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both of PyYAML's parsers: they must say the same."""
    if request.param == "Python":
        monkeypatch.setattr(reader, "Parser", pyyaml.Loader)
    return str(request.param)


def found(folder: Path) -> list[tuple[str, int, int, str]]:
    """File, line, column and code of everything that is wrong."""
    loaded, findings = load(folder)
    assert (loaded is None) == bool(findings)
    return [(Path(each.place.file).name, each.place.line, each.place.column, each.rule.code) for each in findings]


NUMBERS: list[tuple[str, str, int | None]] = [
    ("no", "QT115", 12),
    ("yes", "QT115", 12),
    ("012", "QT115", 12),
    ("0x1F", "QT115", 12),
    ("1:30", "QT115", 12),
    ("1_000", "QT115", 12),
    (".nan", "QT115", 12),
    (".inf", "QT115", 12),
    ("1e400", "QT115", 12),
    ("+5", "QT115", 12),
    ("9" * 400, "QT115", 12),
    ("2010-13-45", "QT115", 12),
    ("2010-12-31", "QT203", 12),
    ("145.470", "QT302", 12),
    ("145470.0", "QT302", 12),
    ("145,470", "QT203", 12),
    ("145.470,5", "QT203", 12),
    ('"145470"', "QT203", 12),
    ("many", "QT203", 12),
    ("true", "QT203", 12),
    ("[145470]", "QT203", 12),
    ("{a: 1}", "QT203", 12),
    ("-5", "QT301", 12),
    ("1٢", "QT203", 12),
    ("|\n      145470", "QT203", 5),
    ("1" * 50_000 + "x", "QT203", 12),
    ("null", "QT114", 12),
    ("~", "QT114", 12),
    ("", "QT114", None),
    ("&a 145470", "QT111", 12),
    ("!!int 145470", "QT111", 12),
    ("\t145470", "QT107", 12),
    ("145470\x00", "QT106", 18),
]
"""The number of households as somebody may write it, the code of what is found, and its column."""


@pytest.mark.parametrize(("written", "code", "column"), NUMBERS)
def test_a_bad_number_is_one_finding(plan_copy: Path, parser: str, written: str, code: str, column: int | None) -> None:
    """An analyst's slip in one value is named where it stands, and nothing else is."""
    line = edit(plan_copy / BASELINE, VALUE, f"    value: {written}\n")

    (finding,) = found(plan_copy)

    assert finding[:2] == (BASELINE, line)
    assert finding[3] == code
    if column is not None:
        assert finding[2] == column


@pytest.mark.parametrize(
    ("keys", "line"),
    [("value: 95", "    value: 95"), ('unit: "%"', '    unit: "%"'), ('unit: "%"\n    value: 95', "    value: 95")],
)
def test_a_number_that_its_words_exclude_is_said_at_its_own_line(plan_copy: Path, keys: str, line: str) -> None:
    """Nearly all, in words, goes without a number; the number is named before its unit."""
    text = (plan_copy / "targets.yaml").read_text(encoding="utf-8")
    at = text.index("    comparator: nearly_all\n")
    (plan_copy / "targets.yaml").write_text(f"{text[:at]}    {keys}\n{text[at:]}", encoding="utf-8")

    _, (finding,) = load(plan_copy)

    assert (finding.rule.code, finding.place.text) == ("QT206", line)


ENTRIES: list[tuple[str, str, str, str, int]] = [
    (BASELINE, VALUE, "    value: 145470\n    value: 145471\n", "QT110", 5),
    (BASELINE, "    vi: Hộ gia đình\n", "    vi: Hộ gia đình\n    nane: x\n", "QT201", 5),
    (BASELINE, VALUE, "    valeu: 145470\n", "QT201", 5),
    (BASELINE, "    vi: Hộ gia đình\n", '    vi: "  "\n', "QT203", 9),
    (BASELINE, "    vi: Hộ gia đình\n", "    vi: 5\n", "QT203", 9),
    (BASELINE, "    vi: Hộ gia đình\n", "    vi: no\n", "QT115", 9),
    (BASELINE, "  households:\n", "  Households VN:\n", "QT205", 3),
    (BASELINE, '    printed: "89,82%"\n    of: households\n', '    printed: "89,82%"\n', "QT206", 5),
    ("indicators.yaml", "    figure: bts_stations\n", "    figure: bts_station\n", "QT207", 13),
    ("indicators.yaml", "    figure: bts_stations\n", "    figure: {jont: [bts_stations]}\n", "QT203", 13),
    ("indicators.yaml", "    figure: bts_stations\n", "", "QT206", 3),
    ("targets.yaml", "    comparator: about\n", "    comparator: abuot\n", "QT204", 17),
    ("targets.yaml", "    due: before 2015\n", "    due: 2015-\n", "QT203", 10),
    ("targets.yaml", "    due: before 2015\n", "    due: before 2015 # ok\n    due: 2016\n", "QT110", 5),
    ("targets.yaml", "    value: 40\n", "    value: -40\n", "QT301", 12),
    ("targets.yaml", "    value: 40\n", "    value: 40.5\n", "QT302", 12),
    ("targets.yaml", "    value: 40\n", "", "QT206", 5),
    ("targets.yaml", "    indicator: tv\n", "    indicator: tvv\n", "QT207", 16),
    ("targets.yaml", "    indicator: tv\n", "", "QT206", 5),
    ("targets.yaml", "    within: tv_2015\n", "    within: tv_2016\n", "QT207", 13),
    (BASELINE, "figures:\n", "figuers:\n", "QT201", 1),
    (BASELINE, "  transcribed: true\n", "  transcribed: yes\n", "QT115", 16),
    (BASELINE, "    vi: Hộ gia đình\n", '    vi: "Hộ\\e[31m"\n', "QT203", 9),
    ("indicators.yaml", "    figure: bts_stations\n", "    figure: bts_stations\n    factor: 0\n", "QT203", 13),
    ("indicators.yaml", "    figure: bts_stations\n", "    figure: 5\n", "QT203", 13),
    ("indicators.yaml", '  "%":\n', '  "%%":\n', "QT205", 3),
    ("targets.yaml", "    comparator: about\n", "    comparator: >\n", "QT203", 5),
    (
        "targets.yaml",
        "    comparator: about\n    value: 40\n",
        "    comparator: between\n    value: [-40, 50]\n",
        "QT301",
        13,
    ),
    ("targets.yaml", "    within: tv_2015\n", "    within: [tv_2015]\n", "QT203", 13),
    ("targets.yaml", "    source: [III.2.3, IV.3]\n", "    source: [III.2.3, 3]\n", "QT203", 23),
    ("targets.yaml", "    source: [III.2.3, IV.3]\n", "    source: []\n", "QT203", 13),
    ("targets.yaml", "    due: before 2015\n", "    due: 2105\n", "QT203", 10),
    ("targets.yaml", "\n  ict_everywhere:\n", "\nict_everywhere:\n", "QT109", 3),
    (
        "targets.yaml",
        "    comparator: about\n    value: 40\n",
        "    comparator: between\n    value: [40, 9.5]\n",
        "QT302",
        17,
    ),
    ("plan.yaml", "  date: 2011-06-24\n", "  date: 2011-02-30\n", "QT115", 9),
    ("plan.yaml", "  date: 2011-06-24\n", "  date: 2011\n", "QT203", 9),
    (BASELINE, VALUE, VALUE + "    standard_error: 0\n", "QT203", 21),
    (BASELINE, VALUE, VALUE + "    low: 1\n    high: 2\n    confidence: 100\n", "QT203", 17),
    (BASELINE, VALUE, VALUE + "    date: June\n", "QT203", 11),
    (BASELINE, VALUE, VALUE + "    cumulative: 1\n", "QT203", 17),
    (BASELINE, VALUE, VALUE + "    note: [a]\n", "QT203", 11),
    (BASELINE, VALUE, VALUE + "    accept: {QT101: {why: x}}\n", "QT203", 14),
    (BASELINE, VALUE, VALUE + "    accept: {QT401: {why: x, seen: 5}}\n", "QT203", 36),
    (BASELINE, "    vi: Hộ gia đình\n", f"    vi: {'a' * 2000}\n", "QT203", 9),
    ("indicators.yaml", "    figure: bts_stations\n", "    figure: bts_stations\n    reference: 5\n", "QT203", 16),
    ("indicators.yaml", "    figure: bts_stations\n", "    figure: bts_stations\n    factor: 1.5\n", "QT203", 13),
    ("targets.yaml", "    value: 40\n", "    from_baseline: treble\n", "QT203", 20),
    ("targets.yaml", "    value: 40\n", "    from_baseline: +10 points\n", "QT206", 20),
    (
        "targets.yaml",
        "    value: 40\n",
        "    value: 40\n    revisions:\n"
        "      - {document: 5/QĐ, date: 2012-05-06, comparator: at_least, from_baseline: +10 points}\n",
        "QT206",
        81,
    ),
    ("indicators.yaml", "    figure: bts_stations\n", "    figure: bts_stations\n    factor: many\n", "QT203", 13),
    (BASELINE, VALUE, VALUE + "    accept: {QT401: {why: [x], seen: []}}\n", "QT203", 27),
    ("plan.yaml", "  date: 2011-06-24\n", "  date: 24/6/2011\n", "QT203", 9),
    (
        "plan.yaml",
        "every: [half-year, year]\n    source: VIII.9",
        "every: half-year\n    source: VIII.9",
        "QT203",
        12,
    ),
]
"""A file, what stands in it, what stands there instead, the code of what is found, and its column."""


@pytest.mark.parametrize(("file", "old", "new", "code", "column"), ENTRIES)
def test_a_bad_entry_is_one_finding(
    plan_copy: Path, parser: str, file: str, old: str, new: str, code: str, column: int
) -> None:
    """One mistake, one finding: what follows from it is not said again."""
    edit(plan_copy / file, old, new)

    (finding,) = found(plan_copy)

    assert (finding[0], finding[2], finding[3]) == (file, column, code)


FILES: list[tuple[bytes, str, int | None, int | None]] = [
    (b"", "QT108", 0, 0),
    (b"# only a comment\n", "QT108", 0, 0),
    (b"{}\n", "QT108", 0, 0),
    (b"just text\n", "QT203", 1, 1),
    (b"[" * 100_000, "QT113", 1, 21),
    (b"figures: {a: {b: [c, d]\nround: 5\n", "QT109", 1, None),
    (b"figures: 'open\n", "QT109", None, None),
    (b"a: 1\n---\nb: 2\n", "QT112", 2, 1),
    (b"a: &x 1\nb: *x\n", "QT111", 1, 4),
    (b"a: !!python/object:os.system 1\n", "QT111", 1, 4),
    (b"? [a, b]\n: c\n", "QT116", 1, 3),
    ("round: Tỉnh\n".encode("utf-16"), "QT105", 0, 0),
    ("round: Tỉnh\n".encode("utf-16-le"), "QT105", 0, 0),
    ("a: b\nround: caf\xe9\n".encode("latin-1"), "QT105", 2, 11),
    (b"round: a\x00b\n", "QT106", 1, 9),
    (b"round:\n\ta: b\n", "QT107", 2, 1),
]
"""A file of a baseline, the code of what is found, its line and column."""


@pytest.mark.parametrize(("content", "code", "line", "column"), FILES)
def test_a_file_that_cannot_be_read_is_one_finding(
    plan_copy: Path, parser: str, content: bytes, code: str, line: int | None, column: int | None
) -> None:
    """What an editor, a spreadsheet or an accident leaves behind."""
    (plan_copy / BASELINE).write_bytes(content)

    finding = next(each for each in found(plan_copy) if each[3] == code)

    assert finding[0] == BASELINE
    assert line is None or finding[1] == line
    assert column is None or finding[2] == column


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("value: 41,250, note", ["41,250", ""]),
        ("value: 62,5", ["62,5"]),
        ("value: 1,234,567", ["1,234"]),
        ("value: 1, vi: per 1,000 people", ["per 1,000 people"]),
        ("value: 41, 250", ["41, 250"]),
        ("value: 41, unit", [""]),
    ],
)
def test_a_comma_in_braces_is_named_once(parser: str, written: str, told: list[str]) -> None:
    """Not as keys that are numbers and values that are missing; what may be a key is one without a value."""
    _, _, findings = reader.parse(f"households: {{{written}}}\n", "f")

    assert [each.rule.code for each in findings] == ["QT114"] * len(told)
    assert [each.values.get("whole", "") for each in findings] == told


def test_a_key_that_is_no_text_is_a_finding(plan_copy: Path, parser: str) -> None:
    """2010 as a key is a number to every YAML reader."""
    line = edit(plan_copy / BASELINE, "  households:\n", "  2010: x\n  households:\n")

    assert found(plan_copy) == [(BASELINE, line, 3, "QT116")]


def test_notepad_files_are_read(plan_copy: Path) -> None:
    """A byte order mark and CRLF change nothing, not even a column."""
    for file in plan_copy.glob("*.yaml"):
        text = file.read_text(encoding="utf-8").replace("\n", "\r\n")
        file.write_bytes(b"\xef\xbb\xbf" + text.encode("utf-8"))

    assert found(plan_copy) == []

    edit(plan_copy / "targets.yaml", "    indicator: tv\r\n", "    indicator: tvv\r\n")
    assert found(plan_copy)[0][2:] == (16, "QT207")


def test_a_missing_name_is_one_finding_however_often_it_is_used(plan_copy: Path) -> None:
    """A renamed unit is one mistake in each file that uses it."""
    edit(plan_copy / "indicators.yaml", "  households:\n    vi: hộ\n", "  homes:\n    vi: hộ\n")

    loaded, findings = load(plan_copy)

    assert loaded is None
    assert [each.rule.code for each in findings] == ["QT207"]
    assert findings[0].problem.en.startswith("there is no unit of measure called households, nor in ")


def test_the_file_where_an_entry_is_missing_takes_part_and_within_one_file_none_does(plan_copy: Path) -> None:
    """The entry may have been deleted or renamed there."""
    edit(plan_copy / "targets.yaml", "    indicator: tv\n", "    indicator: tvv\n")
    edit(plan_copy / BASELINE, 'printed: "80%"\n    of: upper_secondary_schools\n', 'printed: "80%"\n    of: schools\n')

    _, findings = load(plan_copy)

    sides = {Path(each.place.file).name: [Path(side.place.file).name for side in each.sides] for each in findings}
    assert {each.rule.code for each in findings} == {"QT207"}
    assert sides == {"targets.yaml": ["indicators.yaml"], BASELINE: []}


def test_of_twenty_missing_names_similar_ones_are_looked_for_and_of_no_more(plan_copy: Path) -> None:
    """Each search reads all ids; a list of names this long was renamed, not mistyped."""
    text = (plan_copy / "plan.yaml").read_text(encoding="utf-8")
    duty = "  d{n}: {{vi: a, en: b, agency: so_tttt_{n}, to: so_tttt, every: [year], source: VIII.9}}\n"
    duties = "".join(duty.format(n=n) for n in range(21))
    (plan_copy / "plan.yaml").write_text(text.replace("duties:\n", f"duties:\n{duties}"), encoding="utf-8")

    _, findings = load(plan_copy)

    unknown = [each for each in findings if each.rule.code == "QT207"]
    assert [bool(each.values["nearest"]) for each in unknown] == [True] * 20 + [False]


@pytest.mark.parametrize("line_end", ["\n", "\r", "\r\n", "\u2028"])
def test_a_byte_of_another_encoding_is_placed_in_any_line(plan_copy: Path, line_end: str) -> None:
    """Line ends of every kind, Vietnamese letters before it."""
    text = line_end.join(("# một", "# hai", "vi: Hộ caf"))
    (plan_copy / BASELINE).write_bytes(text.encode() + b"\xe9\n")

    assert found(plan_copy)[0] == (BASELINE, 3, 11, "QT105")


def test_reading_goes_on_behind_a_tag(plan_copy: Path) -> None:
    """Other mistakes of the file are named in the same run."""
    edit(plan_copy / BASELINE, VALUE, "    value: !!int 145470\n")
    edit(plan_copy / BASELINE, "    value: 606178\n", "    value: -606178\n")

    assert [code for *_, code in found(plan_copy)] == ["QT111", "QT301"]


def test_a_tab_in_a_comment_is_harmless(plan_copy: Path) -> None:
    """Comments are the analyst's own."""
    edit(plan_copy / BASELINE, VALUE, "    value: 145470  # a\tb\n")

    assert found(plan_copy) == []


def test_digits_are_kept(plan_copy: Path) -> None:
    """0.60 has two decimals: 0.595 to 0.605, not 0.55 to 0.65."""
    edit(plan_copy / BASELINE, "    value: 22\n", "    value: 0.60\n")
    loaded, _ = load(plan_copy)

    assert loaded is not None
    assert str(loaded.plan.figures["oss_units_using"].value) == "0.60"


def test_all_findings_of_all_files_come_in_one_run(plan_copy: Path) -> None:
    """An analyst mends everything at once."""
    edit(plan_copy / BASELINE, VALUE, "    value: no\n")
    edit(plan_copy / BASELINE, "    value: 606178\n", "    value: 606.178\n")
    edit(plan_copy / "targets.yaml", "    indicator: tv\n", "    indicator: tvv\n")
    edit(plan_copy / "plan.yaml", "  date: 2011-06-24\n", "  date: soon\n")

    assert sorted(code for *_, code in found(plan_copy)) == ["QT115", "QT203", "QT207", "QT302"]


def test_all_missing_keys_of_an_entry_come_at_once_with_their_names(plan_copy: Path) -> None:
    """Six runs for six keys teach a newcomer nothing but patience; parts of an entry are said apart."""
    text = (plan_copy / "targets.yaml").read_text(encoding="utf-8")
    entry = "  skills:\n    due: 2030\n    note: {}\n"
    (plan_copy / "targets.yaml").write_text(text.replace("targets:\n", f"targets:\n{entry}", 1), encoding="utf-8")
    edit(plan_copy / "plan.yaml", "  date: 2011-06-24\n", "")

    _, findings = load(plan_copy)

    said = {where: set(keys.replace(",", "").split()) for where, keys in _lacking(findings, "target skills")}
    assert said == {
        "target skills": {"vi", "en", "domain", "comparator", "source"},
        "target skills.note": {"vi", "en"},
    }
    assert [each.problem.en for each in findings if "plan lacks" in each.problem.en] == ["plan lacks the key date"]
    assert "Add a line for each: vi: …, en: …" in [each.advice.en for each in findings]


def _lacking(findings: list[Finding], entry: str) -> list[tuple[str, str]]:
    """What an entry and each of its parts lack, all findings of one taken together."""
    found: dict[str, str] = {}
    for each in findings:
        where, _, keys = each.problem.en.partition(" lacks the ")
        if keys and where.startswith(entry):
            found[where] = found.get(where, "") + " " + keys.partition(" ")[2]
    return list(found.items())


def test_all_missing_sections_of_a_file_come_at_once(plan_copy: Path) -> None:
    """The same of a file."""
    (plan_copy / "targets.yaml").write_text("{}\n", encoding="utf-8")
    (plan_copy / BASELINE).write_text("x: 1\n", encoding="utf-8")

    assert "the file lacks the keys round, figures" in [each.problem.en for each in load(plan_copy)[1]]


def test_missing_file_folder_and_wrong_kind_of_file(plan_copy: Path) -> None:
    """What stands in the place of a file is named."""
    (plan_copy / "plan.yaml").unlink()
    (plan_copy / "plan.yaml").mkdir()
    (plan_copy / "indicators.yaml").unlink()
    os.mkfifo(plan_copy / "indicators.yaml")
    (plan_copy / BASELINE).unlink()

    codes = {file: code for file, *_, code in found(plan_copy)}

    assert codes["plan.yaml"] == "QT102"
    assert codes["indicators.yaml"] == "QT102"
    assert codes["baseline_*.yaml"] == "QT101"
    assert found(plan_copy / "nowhere") == [("nowhere", 0, 0, "QT118")]
    assert found(plan_copy / "targets.yaml") == [("targets.yaml", 0, 0, "QT117")]


def test_rounds_that_cannot_be_read_are_not_no_rounds(plan_copy: Path) -> None:
    """Every result would silently be that of the baseline; only where nothing stands are there none."""
    rounds = plan_copy / "rounds"
    shutil.rmtree(rounds)
    assert found(plan_copy) == []

    rounds.write_bytes(b"")
    assert found(plan_copy) == [("rounds", 0, 0, "QT119")]
    rounds.unlink()
    rounds.symlink_to(plan_copy / "nowhere")
    assert found(plan_copy) == [("rounds", 0, 0, "QT119")]
    rounds.unlink()
    rounds.symlink_to("rounds")
    assert found(plan_copy) == [("rounds", 0, 0, "QT119")]


def test_rounds_without_permission_to_read_are_a_finding(plan_copy: Path) -> None:
    """An administrator may read everything, and becomes nobody for it."""
    administrator = os.geteuid() == 0
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        plan = Path(shutil.copytree(plan_copy, Path(name) / "plan"))
        (plan / "rounds").chmod(0)
        if administrator:
            os.seteuid(65534)
        try:
            (finding,) = load(plan)[1]
        finally:
            if administrator:
                os.seteuid(0)
            (plan / "rounds").chmod(0o755)

    assert (finding.rule.code, finding.problem.en) == ("QT119", "this folder cannot be read: Permission denied")


ROUND = "round: {vi: Đ, en: R, document: d, date: 2013-12-31, transcribed: true}\nfigures: {}\n"


@pytest.mark.parametrize(
    "name", ["2013-12-31.YAML", "2013-12-31.yml", "2013-12-31.Yaml", "2013-12-31.yaml.txt", "2013-12-31", "x.yaml"]
)
def test_a_round_under_another_name_is_not_passed_over(plan_copy: Path, name: str) -> None:
    """Its figures would be missing without a word."""
    (plan_copy / "rounds" / name).write_text(ROUND, encoding="utf-8")

    (finding,) = load(plan_copy)[1]

    assert (finding.rule.code, Path(finding.place.file).name) == ("QT209", name)
    assert finding.advice.en.startswith("Rename the file to 2013-12-31.yaml")


@pytest.mark.parametrize("name", [".2013-12-31.yaml.swp", "2013-12-31.yaml~", "README.md", "notes.txt", "report.xlsx"])
def test_what_is_no_round_may_stand_beside_the_rounds(plan_copy: Path, name: str) -> None:
    """What editors leave behind, and what the figures were taken from."""
    (plan_copy / "rounds" / name).write_text("x: [", encoding="utf-8")

    assert found(plan_copy) == []


@pytest.mark.parametrize(("more", "code"), [(0, "QT105"), (1, "QT104")])
def test_up_to_32_mb_are_read(plan_copy: Path, more: int, code: str) -> None:
    """Exactly 32 are looked into, which here are no text; one byte more is not, and the message says both sizes."""
    with (plan_copy / BASELINE).open("wb") as file:
        file.truncate(32 * 10**6 + more)

    _, (finding,) = load(plan_copy)

    assert finding.rule.code == code
    assert more == 0 or (finding.values["size"], finding.values["limit"]) == (32, 32)


def test_a_huge_file_is_not_read(plan_copy: Path) -> None:
    """100 MB would be the wrong file."""
    with (plan_copy / BASELINE).open("r+b") as file:
        file.truncate(100_000_000)

    assert [code for *_, code in found(plan_copy)] == ["QT104"]


def test_two_baselines_are_one_too_many(plan_copy: Path) -> None:
    """Nobody can guess which one is meant."""
    (plan_copy / "baseline_2011.yaml").write_bytes((plan_copy / BASELINE).read_bytes())

    assert found(plan_copy) == [("baseline_2011.yaml", 0, 0, "QT208")]


@pytest.mark.parametrize("command", [("gap",), ("growth",), ("show",), ("targets",), ("explain", "tv_2015")])
def test_no_command_computes_from_broken_data(qt_ict: Run, plan_copy: Path, command: tuple[str, ...]) -> None:
    """Nothing on standard output, exit code 1; 2 where a file is missing."""
    edit(plan_copy / BASELINE, VALUE, "    value: 145.470\n")

    broken = qt_ict(*command, "--data", str(plan_copy), "--format", "json")
    (plan_copy / "targets.yaml").unlink()
    missing = qt_ict(*command, "--data", str(plan_copy))

    assert (broken.code, broken.out) == (1, "")
    assert (missing.code, missing.out) == (2, "")


def test_a_finding_shows_the_line_and_the_place(qt_ict: Run, plan_copy: Path) -> None:
    """What is there, what was expected, what to do, in the language chosen."""
    line = edit(plan_copy / BASELINE, VALUE, "    value: 145.470\n")
    file = plan_copy / BASELINE

    vietnamese = qt_ict("gap", "--data", str(plan_copy), "--lang", "vi").err
    english = qt_ict("gap", "--data", str(plan_copy), "--lang", "en").err

    assert vietnamese.startswith(f"{file}:{line}:12: lỗi QT302 145.470 không phải số đếm (hộ)")
    assert f"  {line} |     value: 145.470\n" in vietnamese
    assert f"  {' ' * len(str(line))} |            ^^^^^^^\n" in vietnamese
    assert "145.470 is no count of households" in english
    assert english.endswith("1 error.\n")


def test_the_shipped_plan_loads_with_the_slower_parser_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without the C library computes the same."""
    fast, _ = load(DATA)
    monkeypatch.setattr(reader, "Parser", pyyaml.Loader)
    slow, _ = load(DATA)

    assert fast is not None
    assert slow is not None
    assert fast.plan == slow.plan
    assert fast.line("targets", "tv_2015") == slow.line("targets", "tv_2015")
