"""docs/checks.md: every rule with its manual page, its example, and what qt-ict says of it. ``make docs`` writes it.

All of it comes from elsewhere: codes, names, severities and manual pages from the rules themselves, the
examples from ``tests/examples``, the messages from a run.
"""

import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from qt_ict.checks.rules import RULES  # noqa: E402
from qt_ict.checks.validation import validation  # noqa: E402
from qt_ict.diagnostics.finding import Finding, Place, Rule  # noqa: E402
from qt_ict.loading.folder import load  # noqa: E402
from qt_ict.presentation.findings import lines, plain  # noqa: E402
from qt_ict.report.rule import ACCEPTABLE, paragraphs, pattern, stage  # noqa: E402
from tests.examples import Line, code_and_name, examples, file_of, plan_files, write  # noqa: E402

PAGE = ROOT / "docs" / "checks.md"
INTRODUCTION = """\
# Checks

<!-- Written by `make docs` from the rules, their examples and a run of them. -->

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


def page() -> str:
    """The whole page."""
    by_code = {code_and_name(path)[0]: path for path in examples()}
    parts = [INTRODUCTION, *_index()]
    for title, rules in groupby(RULES.values(), key=lambda rule: stage(rule).en):
        parts.append(f"## {title}\n")
        parts += ["\n".join(_section(rule, by_code.get(rule.code))) for rule in rules]
    return "\n".join(parts)


def _index() -> Iterator[str]:
    yield "| code | name | severity | finds |\n|---|---|---|---|"
    for rule in RULES.values():
        anchor = f"{rule.code}-{rule.name}".lower()
        yield f"| [{rule.code}](#{anchor}) | {rule.name} | {rule.severity} | {paragraphs(rule.manual)[0].en} |"
    yield ""


def _section(rule: Rule, example: Path | None) -> Iterator[str]:
    yield f"### {rule.code} {rule.name}\n"
    yield f"*{rule.severity}{', can be accepted' if rule.code in ACCEPTABLE else ''}*\n"
    for paragraph in paragraphs(rule.manual):
        yield f"{paragraph.en}\n"
    yield "\n>\n".join(f"> {paragraph.vi}" for paragraph in paragraphs(rule.manual)) + "\n"
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
    PAGE.write_text(page(), encoding="utf-8")
