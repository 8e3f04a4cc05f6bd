"""Thousands of broken plans: whatever loads is checked, reported and computed without an exception."""

import json
import os
import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from pathlib import Path

import pytest

from qt_ict.checks.validation import validation
from qt_ict.diagnostics.finding import Finding, Place
from qt_ict.language import LANGUAGES
from qt_ict.loading.folder import Loaded, loadable
from qt_ict.loading.yaml import parse
from qt_ict.methods.by_name import METHODS
from qt_ict.presentation.findings import lines, plain
from qt_ict.presentation.plain import plain as plain_page
from qt_ict.report import explain, gap, growth, methods, progress, show, targets, validate
from qt_ict.report.answer import answer
from qt_ict.report.checked import Checked, Validated
from qt_ict.report.question import EVERYTHING, Question
from qt_ict.report.reply import Reply
from qt_ict.report.scope import places
from tests.broken_plans import Broken, broken_plan, write
from tests.conftest import Result
from tests.examples import file_of

PLANS = int(os.environ.get("QT_ICT_BROKEN_PLANS", "500"))
"""How many plans; ``make nightly`` takes many more."""
PARTS = 4
"""So that several processes share them."""
FIRST = int(os.environ.get("QT_ICT_FIRST_SEED", "0"))
"""The seed of the first of them."""
ON_COMMAND_LINE = 12
"""How many of them also go through the command line."""

_LEFT_OPEN = re.compile(r"\{(?!x\}|joint\})[a-z_]+\}")
"""A name that a template left open; {x} stands in the data, {joint} in an advice."""


@pytest.mark.parametrize("part", range(PARTS))
def test_broken_plans_never_raise(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: int) -> None:
    """Findings with places, or a plan that is checked, reported and computed; a seed makes a plan again."""
    # Most plans leave two or three of the four files as they are; those are parsed once.
    monkeypatch.setattr("qt_ict.loading.folder.parse", lru_cache(maxsize=16)(parse))
    outcomes: Counter[str] = Counter()
    there: dict[str, str] = {}
    seeds = range(FIRST + part, FIRST + PLANS, PARTS)
    for seed in seeds:
        broken = broken_plan(seed)
        write(tmp_path, broken, there)
        try:
            outcomes[_outcome(tmp_path, broken)] += 1
        except Exception as error:
            pytest.fail(f"{type(error).__name__}: {error}\n{broken}\n{_where(error)}", pytrace=False)

    loaded = outcomes["loads"] + outcomes["has errors"]
    assert 0.5 < loaded / len(seeds) < 0.95, outcomes


def _where(error: Exception) -> str:
    """The lines of code that an exception came through."""
    trace, found = error.__traceback__, []
    while trace is not None:
        found.append(f"  {trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}")
        trace = trace.tb_next
    return "\n".join(found)


def _outcome(folder: Path, broken: Broken) -> str:
    """What becomes of a plan; an assertion where something is wrong with what is said of it."""
    loaded, findings = loadable(folder)
    assert loaded is not None
    if findings:
        rest = validation(loaded)
        _require_sound([*findings, *rest.findings, *(each.finding for each in rest.accepted)], broken)
        plain(lines(findings, LANGUAGES[broken.seed % 2]))
        return "does not load"
    found = validation(loaded)
    _require_sound([*found.findings, *(each.finding for each in found.accepted)], broken)
    _report(loaded, found.findings, found.accepted, broken)
    _compute(loaded, broken)
    return "has errors" if any(each.rule.severity == "error" for each in found.findings) else "loads"


def _require_sound(findings: Iterable[Finding], broken: Broken) -> None:
    texts = {name: text.split("\n") for name, text in broken.texts.items()}
    for finding in findings:
        for said in (finding.problem, finding.advice, *(side.text for side in finding.sides)):
            for language in LANGUAGES:
                assert not _LEFT_OPEN.search(said.say(language)), (finding.rule.code, said)
        for place in places(finding):
            _require_place(place, texts, finding)


def _require_place(place: Place, texts: dict[str, list[str]], finding: Finding) -> None:
    """A place lies in its file, and shows the line that stands there."""
    text = texts[file_of(place)]
    if not place.line:
        assert finding.rule.code < "QT3", finding
        return
    assert 1 <= place.line <= len(text), (finding.rule.code, place)
    assert place.text == text[place.line - 1], (finding.rule.code, place)
    assert 1 <= place.column <= len(place.text) + 1, (finding.rule.code, place)
    assert place.width >= 1 and place.column - 1 + place.width <= len(place.text) + 1, (finding.rule.code, place)


def _report(loaded: Loaded, findings: tuple[Finding, ...], accepted: Iterable[object], broken: Broken) -> None:
    """The report of a validation as text and as JSON."""
    language = LANGUAGES[broken.seed % 2]
    found = Validated((Checked(loaded.folder, loaded, findings, tuple(accepted)),))  # type: ignore[arg-type]
    assert plain(lines(findings, language)) + plain_page(validate.document(found), language)
    json.dumps(validate.data(found), allow_nan=False)


def _compute(loaded: Loaded, broken: Broken) -> None:
    """Every row is assessed and every indicator shown; the commands take turns in writing them out."""
    found, judged = answer(loaded, EVERYTHING), answer(loaded, Question(method=METHODS["statcan"]))
    measured = tuple(row for row in found.rows if row.target.indicator)
    written: list[Callable[[], Reply]] = [
        lambda: gap.reply(found),
        lambda: growth.reply(found),
        lambda: targets.reply(found),
        lambda: show.reply(show.inventory(loaded, None, None)),
        lambda: progress.reply(found),
        lambda: methods.reply(found.only(measured)),
        lambda: progress.reply(judged),
        *(partial(_explained, loaded, name) for name in (*loaded.plan.targets, *loaded.plan.indicators)),
    ]
    for write_out in (written[broken.seed % 7], *written[7 + broken.seed % 23 :: 23]):
        reply = write_out()
        assert reply.data and reply.document
        json.dumps(reply.data(), allow_nan=False)
        plain_page(reply.document(), LANGUAGES[broken.seed // 4 % 2])


def _explained(loaded: Loaded, name: str) -> Reply:
    return explain.reply(explain.explain(loaded, name, EVERYTHING))


@pytest.mark.parametrize("seed", range(FIRST, FIRST + ON_COMMAND_LINE))
def test_broken_plans_on_the_command_line(tmp_path: Path, qt_ict: Callable[..., Result], seed: int) -> None:
    """Found, clean or unreadable; never a bug."""
    broken = broken_plan(seed)
    write(tmp_path, broken, {})
    for command in (("validate",), ("validate", "--format", "json"), ("gap",), ("show",), ("progress",)):
        result = qt_ict(*command, "--data", str(tmp_path))

        assert result.code in (0, 1, 2), f"{broken}\n{result.err}"
        assert "Traceback" not in result.err and "qt-ict/issues" not in result.err and "bug in" not in result.err
