"""The JSON Schema files: derived from the models, never stricter than loading, and what the command writes."""

import datetime
import json
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date
from decimal import Decimal
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml as pyyaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from qt_ict.loading.folder import load
from qt_ict.loading.json_schema import FILES, json_schemas
from qt_ict.loading.sections import DataSection
from qt_ict.loading.yaml import parse
from tests.conftest import DATA, Result, edit

Run = Callable[..., Result]

SCHEMAS = json_schemas()
BASELINE, CATALOGUE, TARGETS, PLAN = "baseline_2010.yaml", "indicators.yaml", "targets.yaml", "plan.yaml"
PYYAML: Any = getattr(pyyaml, "CSafeLoader", pyyaml.SafeLoader)
MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")


def schema_of(file: Path) -> str:
    """The schema file that a data file has."""
    return next(name for name, each in FILES.items() if fnmatch(file.name, each.name))


def plain(value: Any) -> Any:
    """What JSON has: dates as text, decimals as numbers."""
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [plain(each) for each in value]
    if isinstance(value, date):
        return value.isoformat()
    return float(value) if isinstance(value, Decimal) else value


def complaints(schema: dict[str, Any], data: Any) -> list[str]:
    """What a validator that is not ours says."""
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(plain(data))]


def complaints_about(file: Path) -> list[str]:
    """The same for a data file, as PyYAML's own loader reads it."""
    return complaints(SCHEMAS[schema_of(file)], pyyaml.load(file.read_text(encoding="utf-8"), PYYAML))


def test_the_files_in_the_repository_are_what_the_command_writes(qt_ict: Run, tmp_path: Path) -> None:
    """Who changes a model and forgets ``make schema`` hears of it."""
    assert qt_ict("schema", str(tmp_path)).code == 0

    written = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    assert written == {file.name: file.read_bytes() for file in (DATA / "schema").iterdir()}
    assert list(SCHEMAS) == ["plan.json", "indicators.json", "baseline.json", "round.json", "targets.json"]


def test_the_schemas_are_the_same_each_time() -> None:
    """A diff of them shows what changed and nothing else."""
    assert json.dumps(json_schemas()) == json.dumps(SCHEMAS)


@pytest.mark.parametrize("name", FILES)
def test_every_schema_is_itself_valid(name: str) -> None:
    """Of draft 2020-12, every reference leading somewhere and every definition used."""
    schema = SCHEMAS[name]

    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    assert set(re.findall(r'"#/\$defs/(\w+)"', json.dumps(schema))) == set(schema["$defs"])


def fields(node: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every key that a schema names, with what it says of it."""
    if isinstance(node, dict):
        yield from node.get("properties", {}).items()
    for each in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from fields(each)


@pytest.mark.parametrize("name", FILES)
def test_every_field_is_described(name: str) -> None:
    """What an analyst reads when the pointer rests on a key; none of it is markup for Python."""
    schema = SCHEMAS[name]
    texts = {}

    for key, field in fields(schema):
        definition = schema["$defs"].get(field.get("$ref", "").removeprefix("#/$defs/"), {})
        texts[key] = field.get("description") or definition.get("description", "")

    assert {key for key, text in texts.items() if not text.endswith(".")} == set()
    assert not [text for text in texts.values() if "``" in text or "\n" in text]


@pytest.mark.parametrize("file", sorted(DATA.glob("*.yaml")), ids=lambda file: file.name)
def test_shipped_files_satisfy_their_schemas_and_name_them(file: Path) -> None:
    """The first line leads an editor to the schema that stands beside the file, in a copy of the folder too."""
    modeline = MODELINE.match(file.read_text(encoding="utf-8"))

    assert modeline is not None
    assert modeline.group(1) == f"schema/{schema_of(file)}"
    assert json.loads((file.parent / modeline.group(1)).read_text(encoding="utf-8")) == SCHEMAS[schema_of(file)]
    assert complaints_about(file) == []


VALUE = "    value: 145470\n"
NAME = "    vi: Hộ gia đình\n"
DUE = "    due: before 2015\n"
COUNT = "    value: 40\n"
CITED = "    source: [III.2.3, IV.3]\n"
STATIONS = "    figure: bts_stations\n"
ABOUT = "    comparator: about\n"
RATIO = "    numerator: households_with_tv\n    denominator: households\n"
DUTY = "    every: [on-request]\n"


def accepting(code: str, exception: str) -> str:
    """A figure's value with an exception that is accepted."""
    return f"{VALUE}    accept:\n      {code}: {exception}\n"


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (BASELINE, NAME, '    vi: "  "\n'),
        (BASELINE, NAME, "    vi: 5\n"),
        (BASELINE, NAME, f"    vi: {'a' * 501}\n"),
        (BASELINE, NAME, '    vi: "Hộ\\e[31m"\n'),
        (BASELINE, NAME, '    vi: "Hộ\\u202Egia đình"\n'),
        (BASELINE, NAME, '    vi: "Hộ\\ngia đình"\n'),
        (BASELINE, NAME, "    vi: [Hộ gia đình]\n"),
        (BASELINE, NAME, ""),
        (BASELINE, NAME, f"{NAME}    nane: x\n"),
        (BASELINE, NAME, f"{NAME}    note: Một ghi chú\n"),
        (BASELINE, NAME, f"{NAME}    note: {{vi: Một ghi chú}}\n"),
        (BASELINE, VALUE, '    value: "145470"\n'),
        (BASELINE, VALUE, "    value: [145470]\n"),
        (BASELINE, VALUE, "    value: true\n"),
        (BASELINE, VALUE, "    value:\n"),
        (BASELINE, VALUE, f"{VALUE}    parts: officials\n"),
        (BASELINE, VALUE, f"{VALUE}    date: 20100\n"),
        (BASELINE, VALUE, f"{VALUE}    date: tomorrow\n"),
        (BASELINE, VALUE, f"{VALUE}    comparator: about\n"),
        (BASELINE, VALUE, accepting("QT999", "{why: x}")),
        (BASELINE, VALUE, accepting("QT201", "{why: x}")),
        (BASELINE, VALUE, accepting("QT4011", "{why: x}")),
        (BASELINE, VALUE, accepting("QT401", "{}")),
        (BASELINE, VALUE, accepting("QT401", "because")),
        (BASELINE, VALUE, accepting("QT401", '{why: " "}')),
        (BASELINE, VALUE, accepting("QT401", "{why: {vi: x}}")),
        (BASELINE, VALUE, accepting("QT401", "{why: {vi: x, en: y, fr: z}}")),
        (BASELINE, VALUE, accepting("QT401", "{why: x, seen: 5}")),
        (BASELINE, VALUE, accepting("QT401", "{why: x, sene: [5]}")),
        (BASELINE, "  households:\n", "  Households VN:\n"),
        (BASELINE, "  transcribed: true\n", '  transcribed: "true"\n'),
        (BASELINE, "figures:\n", "figuers:\n"),
        (CATALOGUE, '  "%":\n', '  "%%":\n'),
        (CATALOGUE, "    per: schools\n    factor: 1\n", "    per: schools\n    factor: 0\n"),
        (CATALOGUE, STATIONS, "    figure: 5\n"),
        (CATALOGUE, STATIONS, '    figure: ""\n'),
        (CATALOGUE, STATIONS, "    figure: []\n"),
        (CATALOGUE, STATIONS, "    figure: {}\n"),
        (CATALOGUE, STATIONS, "    figure: [bts_stations, 5]\n"),
        (CATALOGUE, STATIONS, "    figure: {jont: [bts_stations]}\n"),
        (CATALOGUE, STATIONS, "    figure: {joint: bts_stations}\n"),
        (CATALOGUE, STATIONS, "    figure: {joint: []}\n"),
        (CATALOGUE, STATIONS, "    figure: {joint: [bts_stations], at_most: bts_stations}\n"),
        (CATALOGUE, STATIONS, "    figure: {at_least: 5}\n"),
        (CATALOGUE, RATIO, RATIO.replace(": households\n", ": {joint: [households]}\n")),
        (TARGETS, DUE, "    due: 2015-\n"),
        (TARGETS, DUE, "    due: 2105\n"),
        (TARGETS, DUE, "    due: before 2105\n"),
        (TARGETS, DUE, "    due: []\n"),
        (TARGETS, DUE, "    due: [2015, 2105]\n"),
        (TARGETS, DUE, "    due: every year\n"),
        (TARGETS, DUE, "    due: true\n"),
        (TARGETS, COUNT, "    value: forty\n"),
        (TARGETS, ABOUT, "    comparator: abuot\n"),
        (TARGETS, ABOUT + COUNT, "    comparator: between\n    value: [40]\n"),
        (TARGETS, ABOUT + COUNT, "    comparator: between\n    value: [40, 50, 60]\n"),
        (TARGETS, CITED, "    source: []\n"),
        (TARGETS, CITED, '    source: [III.2.3, " "]\n'),
        (TARGETS, CITED, "    source: 3\n"),
        (PLAN, DUTY, "    every: year\n"),
        (PLAN, DUTY, "    every: [month]\n"),
        (PLAN, "  date: 2011-06-24\n", ""),
    ],
)
def test_what_breaks_a_rule_of_shape_is_refused_by_both(plan_copy: Path, file: str, old: str, new: str) -> None:
    """Every kind of field: an editor marks while typing what loading would refuse."""
    edit(plan_copy / file, old, new)

    loaded, findings = load(plan_copy)

    assert loaded is None
    assert findings
    assert complaints_about(plan_copy / file)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (BASELINE, NAME, f"    vi: {'đ' * 500}\n"),
        (BASELINE, NAME, "    vi: '  \\e[31m: # \"'\n"),
        (BASELINE, NAME, f"{NAME}    note: {{vi: Một ghi chú, en: A remark}}\n"),
        (BASELINE, VALUE, f"{VALUE}    parts: []\n    accept: {{}}\n"),
        (BASELINE, VALUE, f"{VALUE}    date: 2011-01-01\n    comparator: at_most\n"),
        (BASELINE, VALUE, "    value: 0\n"),
        (BASELINE, VALUE, accepting("QT401", "{why: 398/QĐ-UBND}")),
        (
            BASELINE,
            VALUE,
            accepting("QT899", "{why: {vi: Hai số liệu, en: Two figures}, seen: [145470, 31.240, -5]}"),
        ),
        (CATALOGUE, STATIONS, "    figure: [bts_stations]\n"),
        (CATALOGUE, STATIONS, "    figure: {joint: [bts_stations]}\n"),
        (CATALOGUE, STATIONS, "    figure: {at_least: bts_stations}\n"),
        (CATALOGUE, STATIONS, "    figure: {at_least: bts_stations, at_most: [bts_stations, bts_stations]}\n"),
        (CATALOGUE, RATIO, RATIO.replace(": households\n", ": [households]\n")),
        (TARGETS, DUE, ""),
        (TARGETS, DUE, "    due: yearly\n"),
        (TARGETS, DUE, "    due: after 1999\n"),
        (TARGETS, DUE, "    due: [2020, 2015]\n"),
        (TARGETS, DUE, "    due: 2011 - 2020\n"),
        (TARGETS, DUE, "    due: 2011-2020\n"),
        (TARGETS, DUE, "    due: 2099\n"),
        (TARGETS, ABOUT + COUNT, "    comparator: between\n    value: [50, 40]\n"),
        (TARGETS, CITED, "    source: III.2.3\n"),
        (PLAN, DUTY, "    every: []\n"),
    ],
)
def test_what_is_unusual_but_right_is_accepted_by_both(plan_copy: Path, file: str, old: str, new: str) -> None:
    """Every form of every field that has several."""
    edit(plan_copy / file, old, new)

    loaded, findings = load(plan_copy)

    assert findings == []
    assert loaded is not None
    assert complaints_about(plan_copy / file) == []


def test_a_code_that_cannot_be_accepted_is_shown_where_it_stands(plan_copy: Path) -> None:
    """The key is wrong, not what stands under it."""
    line = edit(plan_copy / BASELINE, VALUE, f"{VALUE}    accept: {{QT201: {{why: x}}}}\n") + 1

    _, (finding,) = load(plan_copy)

    assert (finding.rule.code, finding.place.line, finding.place.column, finding.place.width) == ("QT203", line, 14, 5)
    assert finding.problem.en == "here is the key QT201, expected the code of a rule, QT300 to QT899"


def test_a_plan_may_do_without_a_list_of_items(plan_copy: Path) -> None:
    """So may it without the frame of its reports."""
    file = plan_copy / PLAN
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"^sources:\n(?:  .*\n|\n)+", "", text, flags=re.MULTILINE), encoding="utf-8")

    loaded, findings = load(plan_copy)

    assert findings == []
    assert loaded is not None
    assert not loaded.plan.sources
    assert complaints_about(file) == []


class Sample(NamedTuple):
    """A shipped entry."""

    schema: dict[str, Any]
    """The schema of its file, no section required."""
    key: str
    section: DataSection
    entry: dict[str, Any]

    def document(self, entry: dict[str, Any]) -> dict[str, Any]:
        """A file that holds one entry."""
        return {self.key: entry if self.section.single else {"a": entry}}


REPORT_FORM = {
    "number": "05/BC-STTTT",
    "date": datetime.date(2016, 1, 5),
    "place": "Quảng Trị",
    "parent": {"vi": "UBND tỉnh", "en": "People's Committee"},
    "issuer": "Sở TTTT",
    "to": ["Bộ TTTT"],
    "authority": "KT. Giám đốc",
    "position": "Phó Giám đốc",
    "name": "Nguyễn Văn A",
    "recipients": ["Như trên"],
    "archive": "VT",
}
"""The optional section that the shipped plan does without."""


def _samples() -> list[Sample]:
    found = []
    for file in sorted(DATA.glob("*.yaml")):
        name = schema_of(file)
        data, _, _ = parse(file.read_text(encoding="utf-8"), file.name)
        schema = {**SCHEMAS[name], "required": []}
        for key, section in FILES[name].sections.items():
            written = data.get(key, REPORT_FORM) if section.optional else data[key]
            entries = [written] if section.single else written.values()
            found += [Sample(schema, key, section, entry) for entry in entries]
    return found


SAMPLES = _samples()
WORDS = (
    "I.4",
    "households",
    "",
    " ",
    "\ufeff",
    "\xa0",
    "a\n",
    "before 2015",
    "2011-2020",
    "2020 -2011",
    "yearly",
    "none",
)
SCALARS = (
    st.sampled_from(WORDS)
    | st.text(max_size=5)
    | st.just("ă" * 500)
    | st.booleans()
    | st.integers(-1, 3)
    | st.sampled_from((100, 1900, 2015, 2099, 10**18))
    | st.decimals(-1, 100, places=2)
    | st.dates()
)
KEYS = st.sampled_from(("vi", "en", "joint", "at_least", "at_most", "why", "seen", "QT401", "QT99")) | st.text(
    max_size=3
)
VALUES = st.recursive(
    SCALARS,
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(KEYS, inside, max_size=3),
    max_leaves=6,
)
PAIRS = st.fixed_dictionaries({"vi": st.text(min_size=1, max_size=5), "en": st.text(min_size=1, max_size=5)})
NUMBERS = st.integers(0, 2) | st.decimals(0, 2, places=1)
IDS = st.sampled_from(("a", "b")) | st.lists(st.just("a"), min_size=1, max_size=2)
FORMULAS = (
    IDS
    | st.fixed_dictionaries({}, optional={"at_least": IDS, "at_most": IDS})
    | st.fixed_dictionaries({"joint": IDS}, optional={"at_most": IDS})
)
YEARS = st.integers(1899, 2100)
SPANS = st.tuples(YEARS, st.sampled_from(("-", " -", "- ", " - ")), YEARS).map(lambda each: "".join(map(str, each)))
EXCEPTIONS = st.dictionaries(
    st.sampled_from(("QT301", "QT899", "QT900")),
    st.fixed_dictionaries({"why": PAIRS | SCALARS}, optional={"seen": st.lists(NUMBERS, max_size=3)}),
    max_size=2,
)
LIKELY = {
    "accept": EXCEPTIONS,
    "note": PAIRS,
    "value": NUMBERS | st.lists(NUMBERS, min_size=2, max_size=2),
    "due": YEARS | st.lists(YEARS, min_size=1, max_size=2) | SPANS,
    **dict.fromkeys(("numerator", "denominator", "figure"), FORMULAS),
}
"""What a field may well accept, beside anything at all."""


@settings(max_examples=1500)
@given(st.data())
def test_the_schema_never_refuses_what_the_model_accepts(data: st.DataObject) -> None:
    """An editor that marks what is right is switched off; it may only know less than loading."""
    sample = data.draw(st.sampled_from(SAMPLES))
    other = data.draw(st.sampled_from([each.entry for each in SAMPLES if each.key == sample.key]))
    entry = deepcopy(sample.entry)
    for key in data.draw(st.lists(st.sampled_from(sorted(sample.section.model.model_fields)), min_size=1, max_size=3)):
        entry[key] = data.draw(VALUES | LIKELY.get(key, IDS) | st.sampled_from(list(other.values())))

    try:
        sample.section.model.model_validate(entry)
    except ValidationError:
        return

    assert complaints(sample.schema, sample.document(entry)) == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("written", "unchanged", "First line of each YAML file")),
        ("vi", ("đã ghi", "không đổi", "Dòng đầu của mỗi tệp YAML")),
    ],
)
def test_the_command_says_what_it_wrote_and_what_to_put_into_the_files(
    qt_ict: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, words: tuple[str, str, str]
) -> None:
    """Without an argument it makes the folder schema; a second run changes nothing."""
    monkeypatch.chdir(tmp_path)
    written, unchanged, modelines = words

    first = qt_ict("schema", "--lang", language)
    before = {file: file.stat().st_mtime_ns for file in Path("schema").iterdir()}
    second = qt_ict("schema", "--lang", language)

    assert (first.code, first.err, second.code, second.err) == (0, "", 0, "")
    assert first.out.splitlines()[: len(FILES)] == [f"{written}: {Path('schema', name)}" for name in FILES]
    assert second.out.splitlines()[: len(FILES)] == [f"{unchanged}: {Path('schema', name)}" for name in FILES]
    assert modelines in first.out
    assert MODELINE.findall(first.out) == [
        f"{'../' * file.name.count('/')}schema/{name}" for name, file in FILES.items()
    ]
    assert {file: file.stat().st_mtime_ns for file in Path("schema").iterdir()} == before


def test_a_file_that_says_something_else_is_not_replaced_without_force(qt_ict: Run, tmp_path: Path) -> None:
    """Nobody's own changes are lost, and nothing is half written."""
    own = tmp_path / "targets.json"
    own.write_text("{}", encoding="utf-8")

    refused = qt_ict("schema", str(tmp_path))
    after = {file.name: file.read_text(encoding="utf-8") for file in tmp_path.iterdir()}
    forced = qt_ict("schema", str(tmp_path), "--force")

    assert (refused.code, refused.out) == (2, "")
    assert refused.err == (
        f"qt-ict: {tmp_path} holds something else: targets.json\n"
        "  = Add --force to replace, or choose another folder.\n"
    )
    assert after == {"targets.json": "{}"}
    assert forced.code == 0
    assert json.loads(own.read_text(encoding="utf-8")) == SCHEMAS["targets.json"]


@pytest.mark.parametrize(
    ("folder", "problem"),
    [
        ("file", "file không phải là thư mục"),
        ("nowhere/schema", "không ghi được nowhere/schema: "),
        ("a" * 300, "không ghi được aaa"),
        ("taken", "taken/plan.json không phải là tệp thường"),
    ],
)
def test_a_folder_that_cannot_be_written_is_said(
    qt_ict: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str, problem: str
) -> None:
    """One message in the reader's language with a next step, exit code 2, with force as without."""
    monkeypatch.chdir(tmp_path)
    Path("file").touch()
    Path("taken", "plan.json").mkdir(parents=True)

    for force in ((), ("--force",)):
        result = qt_ict("schema", folder, "--lang", "vi", *force)

        assert (result.code, result.out) == (2, "")
        first, second = result.err.splitlines()
        assert first.startswith(f"qt-ict: {problem}")
        assert second.startswith("  = ")
