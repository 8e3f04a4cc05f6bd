"""The languages of a plan: one, several, or others than the tool's own."""

import csv
import io
import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from qt_ict.language import Text
from qt_ict.loading.folder import Loaded, load
from qt_ict.loading.json_schema import json_schemas
from qt_ict.loading.sections import LATER_ROUND, SECTIONS
from qt_ict.loading.translation import EITHER_WAY
from qt_ict.loading.yaml import parse
from qt_ict.model.entry import Entry
from tests.conftest import DATA, Result
from tests.test_short_form import FILES, faults, line_of, plan_of

Run = Callable[..., Result]

FRENCH = {
    "plan.yaml": """\
languages: [fr]
plan:
  name: Plan numérique
  number: 12/KH-UBND
  date: 2020-01-01
  issuer: Conseil régional
  area: {fr: Bretagne}
sources:
  "1.2": {name: Connectivité, domain: networks}
agencies: {}
duties: {}
""",
    "indicators.yaml": """\
units:
  "%": {name: "%", kind: share}
  homes: {name: foyers, kind: count}
domains:
  networks: {name: Réseaux}
indicators:
  networks:
    fibre:
      numerator: homes_with_fibre
      note: Une remarque
""",
    "baseline_2020.yaml": """\
round: {name: Situation, document: Rapport, date: 2020-12-31, transcribed: true}
figures:
  "1.2":
    homes: {name: Foyers, value: 1000, unit: homes}
    homes_with_fibre:
      fr: Foyers raccordés
      value: 250
      of: homes
""",
    "targets.yaml": """\
targets:
  "1.2":
    fibre_2025: {due: 2025, comparator: at_least, value: 80, indicator: fibre}
    access:
      name: Accès pour tous
      comparator: all
""",
}


def french(folder: Path, file: str = "", old: str = "", new: str = "") -> Path:
    """A plan in French, one of its files otherwise."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in FRENCH.items():
        assert name != file or old in text
        (folder / name).write_text(text.replace(old, new) if name == file else text, encoding="utf-8")
    return folder


def english(folder: Path) -> Path:
    """The same in English, which nobody declares."""
    french(folder)
    for file in folder.glob("*.yaml"):
        text = file.read_text(encoding="utf-8").replace("languages: [fr]\n", "")
        text = text.replace("name: ", "en: ").replace("fr: ", "en: ")
        text = text.replace("issuer: Conseil régional", "issuer: {en: Regional council}")
        file.write_text(text.replace("note: Une remarque", "note: {en: A remark}"), encoding="utf-8")
    return folder


def of_two(folder: Path, first: str = "fr", second: str = "de") -> Path:
    """The same in two languages, the names of the second read backwards."""
    french(folder)
    for file in folder.glob("*.yaml"):
        text = file.read_text(encoding="utf-8").replace("languages: [fr]", f"languages: [{first}, {second}]")
        text = re.sub(r"(issuer|note): (.+)", r"\1: {name: \2}", text)
        text = re.sub(r"^( +)(?:name|fr): (.+)$", _twice("\n{0}", first, second), text, flags=re.MULTILINE)
        text = re.sub(r"([{ ])(?:name|fr): ([^,{}\n]+)(?=[,}])", _twice(", ", first, second), text)
        file.write_text(text, encoding="utf-8")
    return folder


def _twice(between: str, first: str, second: str) -> Callable[[re.Match[str]], str]:
    def say(found: re.Match[str]) -> str:
        return f"{found[1]}{first}: {found[2]}{between.format(found[1])}{second}: {found[2][::-1]}"

    return say


COMMANDS = (
    "gap --all --wide",
    "progress",
    "growth",
    "targets",
    "show",
    "brief",
    "forecast",
    "path fibre",
    "methods fibre",
    "explain fibre_2025",
    "explain fibre",
)
"""Everything that says names of a plan."""
THEIRS = {"fibre_2025": "Foyers raccordés", "fibre": "Foyers raccordés", "homes": "Foyers", "access": "Accès pour tous"}
"""Names of the plan by ids."""


def texts(data: Any) -> Iterator[dict[str, str]]:
    """Every text of data by language."""
    if isinstance(data, dict):
        if data and all(isinstance(each, str) and len(key) == 2 for key, each in data.items() if key != "code"):
            yield {key: each for key, each in data.items() if key != "code"}
        for each in data.values():
            yield from texts(each)
    elif isinstance(data, list):
        for each in data:
            yield from texts(each)


PLANS = [
    (french, ("fr",)),
    (of_two, ("fr", "de")),
    (english, ("en",)),
    (lambda folder: of_two(folder, "en", "vi"), ("en", "vi")),
]
"""Plans in several languages, each with its languages."""


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(("plan", "codes"), PLANS, ids=["fr", "fr-de", "en", "en-vi"])
def test_names_stand_under_the_codes_of_the_plan_s_languages(
    tmp_path: Path, qt_ict: Run, plan: Callable[[Path], Path], codes: tuple[str, ...], command: str
) -> None:
    """French is never called Vietnamese or English, and the second language is not lost."""
    folder = str(plan(tmp_path))

    said = json.loads(qt_ict(*command.split(), "--data", folder, "--format", "json").out)
    head, *lines = csv.reader(io.StringIO(qt_ict(*command.split(), "--data", folder, "--format", "csv").out))

    assert said["plan"]["languages"] == list(codes)
    assert list(said["plan"]["area"]) == list(codes)
    its_own = [each for each in texts(said) if {*each.values()} & {*THEIRS.values(), "Plan numérique", "Bretagne"}]
    assert its_own
    assert all(list(each) == list(codes) for each in its_own)
    assert all(each.get("de", each.get("vi", "")) in ("", each[codes[0]][::-1]) for each in its_own)
    for row in lines:
        for key, cell in zip(head, row, strict=True):
            if cell in THEIRS.values():
                assert key.endswith(f"_{codes[0]}"), key
            elif cell in {each[::-1] for each in THEIRS.values()}:
                assert key.endswith(f"_{codes[-1]}"), key
    if "name_fr" in head or "name_en" in head:
        assert [each for each in head if re.fullmatch("name_[a-z]{2}", each)] == [f"name_{code}" for code in codes]


@pytest.mark.parametrize(("plan", "codes"), PLANS, ids=["fr", "fr-de", "en", "en-vi"])
def test_the_data_package_has_a_column_for_each_of_the_plan_s_languages(
    tmp_path: Path, qt_ict: Run, plan: Callable[[Path], Path], codes: tuple[str, ...]
) -> None:
    """And names them; the tool's own remarks on a value stay Vietnamese and English."""
    folder, into = plan(tmp_path / "plan"), tmp_path / "package"

    assert qt_ict("export", str(into), "--data", str(folder)).code == 0

    described = json.loads((into / "datapackage.json").read_text(encoding="utf-8"))
    assert described["languages"] == list(codes)
    for resource in described["resources"]:
        names = [each["name"] for each in resource["schema"]["fields"]]
        spoken = [each for each in names if re.fullmatch("(?!notes)[a-z_]+_(vi|en|fr|de)", each)]
        assert spoken == [f"{each[:-3]}_{code}" for each in spoken[:: len(codes)] for code in codes], resource["name"]
        head, *_ = (into / resource["path"]).read_text(encoding="utf-8").splitlines()
        assert head.split(",") == names
    note = next(csv.DictReader(io.StringIO((into / "indicators.csv").read_text(encoding="utf-8"))))
    assert note[f"note_{codes[0]}"] in ("Une remarque", "A remark")
    assert note[f"name_{codes[-1]}"] == ("Foyers raccordés" if len(codes) == 1 else "sédroccar sreyoF")


SAID = {
    "plan.yaml": (
        ("  date: 2020-01-01\n", "  date: 2020-01-01\n  identified_by: Un registre\n  basis: [Une loi]\n"),
        ("agencies: {}", 'agencies:\n  bureau: {name: Un bureau, source: "1.2"}'),
        ("duties: {}", 'duties:\n  rapport: {name: Un rapport, agency: bureau, source: "1.2", note: Sans date}'),
    ),
    "indicators.yaml": (
        ("Une remarque\n", "Une remarque\n      reference: {class: internet_users, note: Des pays}\n"),
    ),
    "baseline_2020.yaml": (
        ("of: homes\n", "of: homes\n      note: Comptés\n      definition: FTTH\n"),
        ("value: 1000,", "value: 1000, accept: {QT301: {why: Une raison}},"),
    ),
    "targets.yaml": (
        ("indicator: fibre}", "indicator: fibre, note: Un vœu, revisions: [{document: 6/L, date: 2021-01-01, "),
        ("date: 2021-01-01, ", "date: 2021-01-01, comparator: at_least, value: 85, why: Mieux}]}"),
    ),
}
"""Everything that a plan can say in words, by file."""


def test_everything_that_a_plan_says_in_words_is_exported_under_its_language(tmp_path: Path, qt_ict: Run) -> None:
    """Names, notes, definitions, reasons, legal basis."""
    folder, into = french(tmp_path / "plan"), tmp_path / "package"
    for name, changes in SAID.items():
        text = (folder / name).read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        (folder / name).write_text(text, encoding="utf-8")

    assert qt_ict("export", str(into), "--data", str(folder)).code == 0

    found: dict[str, set[str]] = {}
    for file in into.glob("*.csv"):
        for row in csv.DictReader(io.StringIO(file.read_text(encoding="utf-8"))):
            for column, cell in row.items():
                found.setdefault(cell, set()).add(f"{file.stem}.{column}")
    assert {said: found[said] for said in ("Un registre", "Une loi", "Un bureau", "Un rapport", "Sans date")} == {
        "Un registre": {"plan.identified_by_fr"},
        "Une loi": {"basis.document_fr"},
        "Un bureau": {"agencies.name_fr"},
        "Un rapport": {"duties.name_fr"},
        "Sans date": {"duties.note_fr"},
    }
    assert {said: found[said] for said in ("Une remarque", "Des pays", "Comptés", "FTTH", "Une raison", "Mieux")} == {
        "Une remarque": {"indicators.note_fr"},
        "Des pays": {"indicators.reference_note_fr"},
        "Comptés": {"figures.note_fr"},
        "FTTH": {"figures.definition_fr"},
        "Une raison": {"accepted.why_fr"},
        "Mieux": {"revisions.why_fr"},
    }
    assert "targets.note_fr" in found["Un vœu"]


def test_a_remark_of_the_plan_stands_under_its_language_beside_the_tool_s_own(tmp_path: Path, qt_ict: Run) -> None:
    """The tool speaks Vietnamese and English."""
    folder = str(french(tmp_path, "targets.yaml", "indicator: fibre}", "indicator: fibre, note: Une cible}"))

    said = json.loads(qt_ict("gap", "--data", folder, "--format", "json").out)["rows"][0]["notes"]
    row = next(csv.DictReader(io.StringIO(qt_ict("gap", "--data", folder, "--format", "csv").out)))

    assert {"code": "remark", "fr": "Une cible"} in said
    assert all({*each} in ({"code", "fr"}, {"code", "vi", "en"}) for each in said)
    assert row["notes_fr"].count("Une cible") == 1
    assert "Une cible" not in row["notes_vi"] + row["notes_en"]


def test_a_line_that_is_the_same_in_every_language_is_of_the_plan_s(tmp_path: Path, qt_ict: Run) -> None:
    """A definition or a reason may be one line in any plan."""
    folder = of_two(tmp_path)
    file = folder / "baseline_2020.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("value: 250\n", "value: 250\n      definition: FTTH\n"),
        encoding="utf-8",
    )

    said = json.loads(qt_ict("show", "--data", str(folder), "--format", "json").out)

    assert [each["definition"] for each in said["figures"]] == [None, {"fr": "FTTH", "de": "FTTH"}]


def test_every_text_that_may_be_one_line_is_known() -> None:
    """By the fields of the models."""
    models = [each.model for each in {**SECTIONS, "later": LATER_ROUND["figures"]}.values()]
    found = {name for model in models for name in _lines(model)}

    assert found == set(EITHER_WAY)


def _lines(model: type[Entry]) -> Iterator[str]:
    for name, field in model.model_fields.items():
        if "Text" in str(field.annotation):
            yield name
        for inside in re.findall(r"qt_ict\.model\.\w+\.(\w+)", str(field.annotation)):
            below = next((each for each in _every(Entry) if each.__name__ == inside), None)
            if below is not None:
                yield from _lines(below)


def _every(model: type[Entry]) -> Iterator[type[Entry]]:
    for each in model.__subclasses__():
        yield each
        yield from _every(each)


def test_compare_shows_every_plan_in_its_own_language(tmp_path: Path, qt_ict: Run) -> None:
    """A column of names for each language of any of them."""
    folders = [str(french(tmp_path / "a")), str(of_two(tmp_path / "b", "en", "de"))]

    said = json.loads(qt_ict("compare", *folders, "--format", "json").out)
    rows = list(csv.DictReader(io.StringIO(qt_ict("compare", *folders, "--format", "csv").out)))

    assert [each["name"] for each in said["rows"]] == [
        {"fr": "Foyers raccordés"},
        {"en": "Foyers raccordés", "de": "sédroccar sreyoF"},
    ]
    assert [(each["name_fr"], each["name_en"], each["name_de"]) for each in rows] == [
        ("Foyers raccordés", "", ""),
        ("", "Foyers raccordés", "sédroccar sreyoF"),
    ]
    assert "name_vi" not in rows[0]


def test_a_name_is_known_in_every_language_of_its_plan(tmp_path: Path, qt_ict: Run) -> None:
    """Typed in German where the tool shows French."""
    folder, sheet = str(of_two(tmp_path / "plan")), tmp_path / "sheet.csv"
    assert qt_ict("round", "new", "2021-12-31", "--data", folder).code == 0
    sheet.write_text("figure,value\nsédroccar sreyoF,400\nFoyers,1000\n", encoding="utf-8")

    by_domain = [
        qt_ict("gap", "--data", folder, "--domain", each, "--format", "json").out for each in ("Réseaux", "xuaeséR")
    ]
    added = qt_ict("round", "add", str(sheet), "--numbers", "en", "--yes", "--data", folder)

    assert by_domain[0] == by_domain[1] != ""
    assert qt_ict("explain", "suot ruop sèccA", "--data", folder).code == 0
    assert (added.code, added.err) == (0, "")
    assert plan_of(Path(folder)).plan.rounds[-1].figures["homes_with_fibre"].value == 400


@pytest.mark.parametrize(("plan", "codes"), PLANS, ids=["fr", "fr-de", "en", "en-vi"])
def test_a_workbook_has_a_column_for_each_language_and_makes_the_same_plan(
    tmp_path: Path, qt_ict: Run, plan: Callable[[Path], Path], codes: tuple[str, ...]
) -> None:
    """Out and back; what is declared nowhere is declared there."""
    folder, book, back = plan(tmp_path / "plan"), tmp_path / "plan.xlsx", tmp_path / "back"

    assert qt_ict("export", "-o", str(book), "--data", str(folder)).code == 0
    assert qt_ict("init", str(back), "--from", str(book)).code == 0

    before, after = plan_of(folder).plan, plan_of(back).plan
    assert before.languages == after.languages == codes
    for one, other in ((before.figures, after.figures), (before.targets, after.targets), (before.units, after.units)):
        assert {id_: each.name.by_language for id_, each in one.items()} == {
            id_: each.name.by_language for id_, each in other.items()
        }


def test_from_python_names_are_in_the_language_asked_for_or_the_plan_s_first(tmp_path: Path) -> None:
    """One column, whatever the plan speaks."""
    import qt_ict

    other = of_two(tmp_path / "b", "en", "vi")

    assert qt_ict.load(french(tmp_path / "a")).gap()[0].name == "Foyers raccordés"
    assert qt_ict.load(other, lang="vi").gap()[0].name == "sédroccar sreyoF"
    assert qt_ict.load(other, lang="en").gap()[0].name == "Foyers raccordés"


def test_a_plan_in_one_language_shows_its_names_in_both_outputs(tmp_path: Path, qt_ict: Run) -> None:
    """The tool's own words stay Vietnamese and English."""
    folder = french(tmp_path)

    plan = plan_of(folder).plan
    shown = {language: qt_ict("gap", "--data", str(folder), "--lang", language).out for language in ("vi", "en")}

    assert plan.languages == ("fr",)
    assert plan.targets["fibre_2025"].name == Text.same("Foyers raccordés")
    note = plan.indicators["fibre"].note
    assert note is not None
    assert note.text == Text.same("Une remarque")
    assert plan.identity.issuer.name.en == "Conseil régional"
    assert all("Foyers raccordés" in each and "Réseaux" in each for each in shown.values())
    assert "chưa đạt" in shown["vi"]
    assert "not met" in shown["en"]


def test_a_plan_whose_names_are_all_in_one_language_is_in_that_language(tmp_path: Path) -> None:
    """Nobody has to declare it, and nothing asks for a Vietnamese name."""
    assert plan_of(english(tmp_path)).plan.languages == ("en",)


def test_a_vietnamese_name_among_english_ones_asks_for_all_of_them(tmp_path: Path) -> None:
    """A plan in both languages whose names are not all there yet."""
    folder = english(tmp_path)
    file = folder / "targets.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("en: Accès", "vi: Truy cập"), encoding="utf-8")

    assert {code for code, _, _ in faults(folder)} == {"QT202"}


def test_a_plan_in_vietnamese_and_english_stays_one(shipped: object) -> None:
    """As it was before languages could be declared."""
    assert plan_of(DATA).plan.languages == ("vi", "en")


def test_a_text_is_shown_in_the_language_of_the_output_where_the_plan_has_it(tmp_path: Path) -> None:
    """Else in the plan's first one."""
    for name, text in FILES.items():
        declared = "languages: [fr, vi]\n" if name == "plan.yaml" else ""
        (tmp_path / name).write_text(declared + text.replace("en: ", "fr: "), encoding="utf-8")

    plan = plan_of(tmp_path).plan

    assert plan.figures["households"].name == Text("Hộ", "Households")
    assert (plan.identity.area.name, plan.readers) == (Text("B", "B1"), "vi")


def test_a_language_that_is_not_declared_is_one_finding(tmp_path: Path) -> None:
    """Wherever else it stands; the first place is shown."""
    folder = french(tmp_path, "plan.yaml", "languages: [fr]", "languages: [en]")

    found = [each for each in load(folder)[1] if each.rule.code == "QT221"]

    (finding,) = found
    assert (Path(finding.place.file).name, finding.place.line) == ("plan.yaml", 7)
    assert finding.problem.en == "the plan is in “en”; here is “fr”; 1 more places have it"


def test_a_name_that_is_missing_is_missing_in_the_plan_s_language(tmp_path: Path) -> None:
    """Not in Vietnamese."""
    folder = french(tmp_path, "baseline_2020.yaml", "      fr: Foyers raccordés\n", "")

    (finding,) = (each for each in load(folder)[1] if Path(each.place.file).name == "baseline_2020.yaml")

    line = line_of((folder / "baseline_2020.yaml").read_text(encoding="utf-8"), "homes_with_fibre:")
    assert (finding.rule.code, finding.place.line, finding.values["missing"]) == ("QT202", line, "name")


@pytest.mark.parametrize(
    ("word", "near"),
    [("vn", "vi"), ("English", ""), ("us", "en")],
)
def test_what_is_no_language_is_said_at_its_place(tmp_path: Path, word: str, near: str) -> None:
    """People write the code of their country."""
    folder = french(tmp_path, "plan.yaml", "languages: [fr]", f"languages: [fr, {word}]")

    finding = next(each for each in load(folder)[1] if each.rule.code == "QT220")

    assert (finding.place.line, finding.place.column) == (1, 17)
    assert near in finding.advice.en


SAYS_WRONGLY = [
    ("[fr, de, it]", [("QT222", 1, 21)], "nothing is written in “it”", "take “it” out of languages"),
    ("fr, de", [("QT203", 1, 12)], "here is the text fr, de, expected a list of codes", "Write languages: [fr, de]."),
    ("[]", [("QT203", 1, 12)], "here is an empty list", "Write languages: [vi, en]"),
    ("[fr, dee ]", [("QT222", 1, 17), ("QT221", 4, 3)], "nothing is written in “dee”", ""),
    ("[fr, dx]", [("QT220", 1, 17)], "dx is no code of a language", "not of a country"),
    ("[fr]", [("QT221", 4, 3)], "the plan is in “fr”; here is “de”; 11 more places have it", "Add “de” to languages"),
]
"""What may be wrong with the languages that a plan in French and German declares."""


@pytest.mark.parametrize(("said", "found", "problem", "advice"), SAYS_WRONGLY)
def test_what_is_wrong_with_the_languages_is_said_once(
    tmp_path: Path, said: str, found: list[tuple[str, int, int]], problem: str, advice: str
) -> None:
    """And not again at every name."""
    folder = of_two(tmp_path)
    file = folder / "plan.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("[fr, de]", said), encoding="utf-8")

    _, findings = load(folder)

    assert [(each.rule.code, each.place.line, each.place.column) for each in findings] == found
    assert problem in findings[0].problem.en
    assert advice in findings[0].advice.en


def test_a_plan_that_says_its_languages_nowhere_is_told_what_to_write(tmp_path: Path) -> None:
    """One finding, whatever languages its names are in."""
    folder = of_two(tmp_path)
    file = folder / "plan.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("languages: [fr, de]\n", ""), encoding="utf-8")

    (finding,) = load(folder)[1]

    assert (finding.rule.code, finding.place.line) == ("QT221", 2)
    assert (
        finding.problem.en
        == "the plan is in “vi”, “en” (since it does not say); here is “fr”, “de”; 23 more places have it"
    )
    assert finding.advice.en == "Write at the top of plan.yaml: languages: [fr, de]; or drop “fr”, “de”."


def test_one_name_that_lacks_a_language_is_one_finding(tmp_path: Path) -> None:
    """At its entry, with the key that is missing."""
    folder = of_two(tmp_path)
    file = folder / "baseline_2020.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("      de: sédroccar sreyoF\n", ""), encoding="utf-8")

    (finding,) = load(folder)[1]

    assert (finding.rule.code, finding.place.line, finding.values["missing"]) == ("QT202", 5, "de")
    assert finding.advice.en == "Add a line de: …"


def test_the_order_of_languages_decides_what_others_read(tmp_path: Path, qt_ict: Run) -> None:
    """The first one stands in for languages that the plan does not have; nothing else changes."""
    one, other = of_two(tmp_path / "one"), of_two(tmp_path / "other")
    file = other / "plan.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("[fr, de]", "[de, fr]"), encoding="utf-8")

    said = [qt_ict("gap", "--data", str(each), "--lang", "en").out for each in (one, other)]
    rows = [json.loads(qt_ict("gap", "--data", str(each), "--format", "json").out)["rows"] for each in (one, other)]

    assert ["Foyers raccordés" in each for each in said] == [True, False]
    assert ["sédroccar sreyoF" in each for each in said] == [False, True]
    for row in (*rows[0], *rows[1]):
        row.pop("source")
    assert rows[0] == rows[1]
    assert qt_ict("diff", str(one), str(other)).out.count("Nothing that is computed with differs") == 1


def test_a_name_said_twice_is_one_too_many(tmp_path: Path) -> None:
    """Which of the two counts, nobody can know."""
    folder = french(tmp_path, "targets.yaml", "      name: Accès pour tous\n", "      name: Accès\n      fr: Autre\n")

    assert faults(folder) == [("QT206", "targets.yaml", 5)]


def test_a_plain_name_in_a_plan_of_several_languages_is_one_finding(plan_copy: Path) -> None:
    """It says in which language to write it, and how a plan of one language is declared."""
    for name in ("households", "inhabitants"):
        file = plan_copy / "baseline_2010.yaml"
        text = file.read_text(encoding="utf-8")
        start = text.index(f"\n  {name}:\n")
        lines = text[start:].split("\n", 5)
        lines[2:4] = ["    name: X"]
        file.write_text(text[:start] + "\n".join(lines), encoding="utf-8")

    (finding,) = load(plan_copy)[1]

    assert finding.rule.code == "QT221"
    assert "languages: [en]" in finding.advice.en


def test_a_plain_name_in_a_plan_of_other_languages_is_advised_in_those(tmp_path: Path) -> None:
    """A plan in French and German is not told to become an English one."""
    folder = french(tmp_path, "plan.yaml", "languages: [fr]", "languages: [fr, de]")

    found = [each for each in load(folder)[1] if each.rule.code == "QT221"]

    assert {each.advice.en for each in found} == {
        "Give a key for each language (fr, de), or declare only one at the top of plan.yaml: languages: [fr]."
    }


def test_nothing_of_viet_nam_is_in_the_report_of_another_plan(tmp_path: Path, qt_ict: Run) -> None:
    """However its number is written; the frame is plain, and the language English."""
    from docx import Document

    folder, file = french(tmp_path / "plan"), tmp_path / "report.docx"

    assert qt_ict("report", "--data", str(folder), "-o", str(file)).code == 0
    document = Document(str(file))
    text = "\n".join(each.text for each in document.element.body.iter() if each.tag.endswith("}t") and each.text)

    assert "VIET" not in text.upper()
    assert "VIỆT" not in text
    assert "Independence" not in text
    assert "Where the targets stand" in text


def test_an_argument_decides_the_language_of_a_report(tmp_path: Path, qt_ict: Run) -> None:
    """The plan's first language counts where nobody says another."""
    folder = str(french(tmp_path))

    assert "Tình hình" in qt_ict("report", "--data", folder, "--lang", "vi").out
    assert "Where the targets stand" in qt_ict("report", "--data", folder).out
    assert "Tình hình" in qt_ict("report", "--data", str(DATA)).out


@pytest.mark.parametrize(
    ("codes", "language"),
    [(("en", "vi"), "en"), (("vi", "en"), "vi"), (("vi",), "vi"), (("fr", "de"), "en"), (("km", "vi", "en"), "vi")],
)
def test_reports_are_in_the_first_language_of_the_plan_that_the_tool_speaks(
    shipped: Loaded, codes: tuple[str, ...], language: str
) -> None:
    """A Khmer plan with Vietnamese names is read by people who read Vietnamese."""
    assert shipped.plan._replace(languages=codes).readers == language


def test_a_round_s_form_is_in_the_plan_s_language(tmp_path: Path, qt_ict: Run) -> None:
    """It loads as it is written."""
    folder = french(tmp_path)

    assert qt_ict("round", "new", "2021-12-31", "--data", str(folder)).code == 0

    text = (folder / "rounds" / "2021-12-31.yaml").read_text(encoding="utf-8")
    assert "  name: " in text
    assert "  vi: " not in text
    assert "# Foyers raccordés (foyers)" in text
    plan_of(folder)


def test_a_new_round_is_called_by_its_date_in_a_language_that_nobody_here_speaks(tmp_path: Path, qt_ict: Run) -> None:
    """No English name stands under another language's code."""
    folder = of_two(tmp_path)

    assert qt_ict("round", "new", "2021-12-31", "--data", str(folder)).code == 0
    assert qt_ict("round", "new", "2022-06-30", "--data", str(folder)).code == 0

    year, half = sorted((folder / "rounds").glob("*.yaml"))
    assert '  fr: Rapport 2021\n  de: "2021"\n' in year.read_text(encoding="utf-8")
    assert '  fr: Rapport du premier semestre 2022\n  de: "2022-06-30"\n' in half.read_text(encoding="utf-8")
    assert [each.round.name.by_language["fr"] for each in plan_of(folder).plan.rounds[1:]] == [
        "Rapport 2021",
        "Rapport du premier semestre 2022",
    ]


def test_the_schema_is_that_of_the_plan_s_language(tmp_path: Path) -> None:
    """An editor offers its names and no others."""
    folder = french(tmp_path)
    files = {"plan.json": "plan.yaml", "indicators.json": "indicators.yaml", "baseline.json": "baseline_2020.yaml"}
    schemas = json_schemas(("fr",))
    for schema, file in files.items():
        data, _, _ = parse((folder / file).read_text(encoding="utf-8"), file)
        plain = _plain(data)

        assert not list(Draft202012Validator(schemas[schema]).iter_errors(plain)), file
        assert list(Draft202012Validator(json_schemas()[schema]).iter_errors(plain)), file


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return value if isinstance(value, str | int | bool | list) else str(value)


def test_a_schema_is_written_for_the_plan_that_it_lies_in(tmp_path: Path, qt_ict: Run) -> None:
    """Without an option."""
    folder = french(tmp_path)

    assert qt_ict("schema", str(folder / "schema")).code == 0

    text = (folder / "schema" / "targets.json").read_text(encoding="utf-8")
    assert '"fr"' in text
    assert '"vi"' not in text
    shutil.rmtree(folder / "schema")


def test_what_a_sheet_brings_into_a_plan_of_one_language_is_plain(tmp_path: Path, qt_ict: Run) -> None:
    """A new figure gets its name and a note as text, as the plan writes them."""
    folder, sheet = french(tmp_path / "plan"), tmp_path / "sheet.csv"
    sheet.write_text("figure,unit,value,note\nhomes,foyers,1100,estimé\nBornes wifi,foyers,12,\n", encoding="utf-8")
    options = ("--data", str(folder), "--lang", "en")
    assert qt_ict("round", "new", "2021-12-31", *options).code == 0

    result = qt_ict("round", "add", str(sheet), "--new", "Bornes wifi=homes", "--numbers", "en", "--yes", *options)

    assert (result.code, result.err) == (0, "")
    text = (folder / "rounds" / "2021-12-31.yaml").read_text(encoding="utf-8")
    assert "\n    note: estimé\n" in text
    assert "  bornes_wifi:\n    name: Bornes wifi\n    unit: homes\n    value: 12\n" in text
    figures = plan_of(folder).plan.rounds[-1].figures
    assert figures["bornes_wifi"].name == Text("Bornes wifi", "Bornes wifi")
    note = figures["homes"].note
    assert note is not None
    assert (note.vi, note.en) == ("estimé", "estimé")


def test_where_the_languages_cannot_be_read_plain_names_are_no_fault(tmp_path: Path) -> None:
    """One broken line is one finding; it says nothing about the names of other files."""
    folder = french(tmp_path, "plan.yaml", "languages: [fr]", "languages: [fr]\nx: [")

    assert {(each.rule.code, Path(each.place.file).name) for each in load(folder)[1]} == {("QT109", "plan.yaml")}


@pytest.mark.parametrize("languages", ["[no]", "[no, en]", "no"])
def test_norwegian_without_quotes_is_one_finding(tmp_path: Path, languages: str) -> None:
    """The word is false elsewhere, so it is no key; that it is a language is said once, with both ways to write it."""
    folder = french(tmp_path, "plan.yaml", "languages: [fr]", f"languages: {languages}")
    for file in folder.rglob("*.yaml"):
        text = re.sub(r"\bname: (\"[^\"]*\"|[^,}\n]*)", r"no: \1", file.read_text(encoding="utf-8"))
        file.write_text(text, encoding="utf-8")

    (finding,) = (each for each in load(folder)[1] if each.rule.code == "QT115")

    assert (Path(finding.place.file).name, finding.place.line) == ("plan.yaml", 1)
    assert re.search('expected "no" in quotes, or nb; [0-9]+ more places have it', finding.problem.en)
