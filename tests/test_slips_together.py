"""In one run validate says every slip that can be known, and nothing that is gone once the others are mended."""

import os
from pathlib import Path

import pytest

from qt_ict.diagnostics.finding import Finding
from qt_ict.report.checked import checked
from qt_ict.report.scope import Scope
from tests.examples import file_of
from tests.slips_together import Slipped, slipped_plan

PLANS = int(os.environ.get("QT_ICT_SLIPPED_PLANS", "60"))
"""How many plans; ``make nightly`` takes many more."""
PARTS = 2
"""So that several processes share them."""
FIRST = int(os.environ.get("QT_ICT_FIRST_SEED", "0"))
"""The seed of the first of them."""


def found(folder: Path, texts: dict[str, str]) -> tuple[Finding, ...]:
    """What validate says of a plan."""
    for name, text in texts.items():
        file = folder / name
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
    return checked(folder, Scope()).findings


def of_meaning(findings: tuple[Finding, ...]) -> set[tuple[str, tuple[object, ...]]]:
    """Code and key path of what the checks find in what could be loaded."""
    return {
        (each.rule.code, tuple(each.at))
        for each in findings
        if each.rule.code >= "QT3" and each.rule.code not in ("QT301", "QT302")
    }


@pytest.mark.parametrize("part", range(PARTS))
def test_every_slip_that_can_be_known_is_said_in_one_run_and_nothing_that_follows_from_one(
    tmp_path: Path, part: int
) -> None:
    """A run for each slip teaches a newcomer to stop; a finding that vanishes by itself teaches not to read."""
    for seed in range(FIRST + part, FIRST + PLANS, PARTS):
        plan = slipped_plan(seed)

        findings = found(tmp_path, dict(plan.texts(plan.slips)))
        mended = found(tmp_path, dict(plan.texts([each for each in plan.slips if not each.of_loading])))

        unsaid = [each for each in plan.sayable if not _said(each.edit.file, each.code, plan, findings)]
        assert not unsaid, f"{plan}\nunsaid: {unsaid}\n{_listed(findings)}"
        vanishing = of_meaning(findings) - of_meaning(mended)
        assert not vanishing, f"{plan}\nvanishing: {vanishing}"


def _said(file: str, code: str, plan: Slipped, findings: tuple[Finding, ...]) -> bool:
    """Whether a file has as many findings of a code as slips of it, at least."""
    wanted = sum((each.edit.file, each.code) == (file, code) for each in plan.sayable)
    # One name that is missing is one finding for each section of a file that names it.
    wanted = 1 if code == "QT207" else wanted
    return sum((file_of(each.place), each.rule.code) == (file, code) for each in findings) >= wanted


def _listed(findings: tuple[Finding, ...]) -> str:
    return "\n".join(
        f"{each.place}: {each.rule.code} {each.problem.en}" for each in findings if each.rule.severity == "error"
    )
