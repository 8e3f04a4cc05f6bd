"""docs/checks: every rule with its manual page, its example, and what qt-ict says of it. ``make docs`` writes it.

A page for each stage, and a list of all rules.

All of it comes from elsewhere: codes, names, severities and manual pages from the rules themselves, the
examples from ``tests/examples``, the messages from a run.
"""

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from qt_ict.checks.rules import RULES, STAGES
from qt_ict.checks.validation import validation
from qt_ict.diagnostics.finding import Finding, Place, Rule
from qt_ict.loading.folder import load
from qt_ict.presentation.findings import lines, plain
from qt_ict.report.rule import ACCEPTABLE, paragraphs, pattern
from tests.examples import Line, code_and_name, examples, file_of, plan_files, write

FOLDER = Path(__file__).parent.parent / "docs" / "checks"
INDEX = "README.md"
WRITTEN = "<!-- Written by `make docs` from the rules, their examples and a run of them. -->"
INTRODUCTION = f"""\
# Checks

{WRITTEN}

`qt-ict validate` reads a plan and says where its data break one of these rules. The first digit of a code is the stage
at which it is found. An **error** is a number that cannot be right, a **warning** is doubtful or cannot be measured, a
**note** is housekeeping. Errors give exit code 1; warnings do with `--strict`. `qt-ict explain CODE` prints each of
these pages, in Vietnamese too; `qt-ict explain QT` lists them.

What the document itself contradicts can be accepted where the rule says so; a fault that only the data files can have
is mended. The exception stands beside the entry it is for, and names the numbers it was given for:

```yaml
    accept:
      QT401:
        why: The plan prints 68; 408,000 of 606,178 are 67.31. Which number is wrong is not known.
        seen: [68, 67.3070]
```

`why` is one line, or `vi:` and `en:`. `seen` are the numbers as the finding offers them, a comparator before a bound;
it is left out where the finding offers none. Computed numbers may be given with fewer decimals, down to those that the
finding shows. When one of the numbers changes, the finding returns. An exception that accepts nothing is itself a
finding (QT804).

Rules of figures look at every round, those of targets at the baseline and at every version of a target, the first
statement and its revisions; what is said of a later round is accepted in its file. In the examples a line such as
`--- # rounds/2011-12-31.yaml` begins the file of a later round.
"""


def pages() -> dict[str, str]:
    """Every page by the name of its file."""
    return {INDEX: "\n".join([INTRODUCTION, *_index()]), **{file_of_stage(stage): _page(stage) for stage in STAGES}}


def file_of_stage(code: str) -> str:
    """The name of the page of a stage: its code and title."""
    words = re.findall(r"\w+", STAGES[code].en.lower())
    return f"{code.lower()}_{'_'.join(words)}.md"


def _index() -> Iterator[str]:
    for code, rules in groupby(RULES.values(), key=lambda rule: rule.code[:3]):
        yield f"## [{STAGES[code].en}]({file_of_stage(code)})\n"
        yield "| code | name | severity | finds |\n|---|---|---|---|"
        for rule in rules:
            place = f"{file_of_stage(code)}#{rule.code}-{rule.name}".lower()
            yield f"| [{rule.code}]({place}) | {rule.name} | {rule.severity} | {paragraphs(rule.manual)[0].en} |"
        yield ""


def _page(code: str) -> str:
    by_code = {code_and_name(path)[0]: path for path in examples()}
    parts = [f"# {STAGES[code].en}\n", f"{WRITTEN}\n", f"Rules {code}xx; [all rules]({INDEX}).\n"]
    rules = [rule for rule in RULES.values() if rule.code.startswith(code)]
    return "\n".join([*parts, *("\n".join(_section(rule, by_code.get(rule.code))) for rule in rules)])


def _section(rule: Rule, example: Path | None) -> Iterator[str]:
    yield f"## {rule.code} {rule.name}\n"
    yield f"*{rule.severity}{', can be accepted' if rule.code in ACCEPTABLE else ''}*\n"
    for paragraph in paragraphs(rule.manual):
        yield f"{paragraph.en}\n"
    vietnamese = (f"**{rule.code} {rule.called}**", *(paragraph.vi for paragraph in paragraphs(rule.manual)))
    yield "\n>\n".join(f"> {paragraph}" for paragraph in vietnamese) + "\n"
    if example is None:
        yield f"It says: {pattern(rule.problem).en}. Next step: {pattern(rule.advice).en}\n"
    else:
        yield f"```yaml\n{example.read_text(encoding='utf-8').rstrip()}\n```\n"
        yield f"```text\n{plain(lines(_found(example, rule), 'en')).rstrip()}\n```\n"


def _found(example: Path, rule: Rule) -> list[Finding]:
    """What a rule finds in an example, placed in the example itself."""
    files = plan_files(example)
    with TemporaryDirectory() as folder:
        write(files, Path(folder))
        loaded, _ = load(Path(folder))
    assert loaded is not None
    found = [each for each in validation(loaded).findings if each.rule.code == rule.code]
    return [
        each._replace(
            place=_in_example(each.place, example, files),
            sides=tuple(side._replace(place=_in_example(side.place, example, files)) for side in each.sides),
        )
        for each in found
    ]


def _in_example(place: Place, example: Path, files: dict[str, list[Line]]) -> Place:
    """The place in the example that a place in the files of its plan comes from; the base has none."""
    number = files[file_of(place)][place.line - 1].number
    return place._replace(file=example.name, line=number) if number else Place("base.yaml")


if __name__ == "__main__":
    for path in FOLDER.glob("*.md"):
        path.unlink()
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
