"""The share of small changes to the code that the tests notice, and those that none does. ``make mutants`` prints them.

In copies of the tree under a scratch folder all tests run once, so that it is known which of them run which lines. Then
each change of a sample is made, and the tests that run its statement are run, the quickest first, until one fails.
"""

import argparse
import compileall
import csv
import math
import os
import random
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest

from scripts.calls import calls
from scripts.calls import environment as seeing
from scripts.changes import Change, changes, parts

ROOT = Path(__file__).parent.parent
FOLDERS = tuple(f"qt_ict/{each}" for each in ("engine", "arithmetic", "methods", "checks", "editing", "loading"))
"""The code that is changed where nothing else is named."""
EQUIVALENTS = Path(__file__).with_name("equivalent_changes.csv")
"""Changes that change nothing that anyone could see, each with its reason: no machine can tell."""

_PYTEST = (sys.executable, "-m", "pytest", "--hypothesis-profile=mutants", "-p", "no:cacheprovider")
_ALLOWED = 30
"""Time that a run may take besides five times that of its tests [s]."""


class Trial(NamedTuple):
    """What became of a change."""

    change: Change
    tests: int
    """How many tests run it."""
    noticed: bool
    by: str
    """The test that failed; empty where the run broke off or did not end."""


def wilson(noticed: int, tried: int) -> tuple[float, float]:
    """The 95% confidence interval of a share, after Wilson (1927).

    (p + z²/2n ± z √(p (1 - p)/n + z²/4n²)) / (1 + z²/n), z = 1.96

    Args:
        noticed: How many of those tried.
        tried: How many, at least one.

    Returns:
        Its ends [1].

    >>> [round(end, 3) for end in wilson(122, 147)]
    [0.761, 0.882]
    """
    z, share = 1.959964, noticed / tried
    middle = share + z * z / (2 * tried)
    half = z * math.sqrt(share * (1 - share) / tried + z * z / (4 * tried * tried))
    whole = 1 + z * z / tried
    return (middle - half) / whole, (middle + half) / whole


def equivalents(file: Path = EQUIVALENTS) -> dict[tuple[str, str, str], str]:
    """Why a change changes nothing, by module, function and what is changed."""
    with file.open(encoding="utf-8", newline="") as rows:
        return {(row["module"], row["function"], row["change"]): row["reason"] for row in csv.DictReader(rows)}


def changes_in(tree: Path, places: Iterable[str]) -> list[Change]:
    """The changes to all modules of some folders, or to modules that are named."""
    files = set[Path]()
    for place in places:
        files |= {*(tree / place).rglob("*.py")} if (tree / place).is_dir() else {tree / place}
    return [each for file in sorted(files) for each in changes(file.relative_to(tree).as_posix(), file.read_bytes())]


def copied(tree: Path, to: Path) -> Path:
    """A copy of the files of a tree that git keeps, or would."""
    asked = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    for name in subprocess.run(asked, cwd=tree, capture_output=True, check=True, text=True).stdout.split("\0"):
        if name and (tree / name).is_file():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(tree / name, to / name)
    return to


class Suite:
    """The tests of a tree: which functions they call, and how long they take."""

    def __init__(self, tree: Path, folder: str, jobs: int) -> None:
        """Run them all once.

        Args:
            tree: Where they are.
            folder: The package whose functions are asked for.
            jobs: How many processes run them.

        Raises:
            ChildProcessError: The tests do not run.
        """
        shared = ["--numprocesses", str(jobs), "--dist", "worksteal"] if jobs > 1 else []
        left_out = [f"--ignore={each}" for each in _LEFT_OUT]
        with TemporaryDirectory(prefix="qt-ict-calls.") as seen:
            # The plugin is this tree's, whatever tree is looked at.
            path = os.pathsep.join(map(str, (tree, ROOT)))
            environment = {**os.environ, "PYTHONPATH": path, **seeing(tree / folder, Path(seen))}
            command = [*_PYTEST, "-p", "scripts.calls", *shared, *left_out]
            done = subprocess.run(command, cwd=tree, env=environment, capture_output=True, check=False, text=True)
            if done.returncode not in (0, 1):
                raise ChildProcessError(done.stdout[-2000:] + done.stderr[-2000:])
            found = list(calls(Path(seen)))
        # What the plugin compiles is not kept.
        compileall.compile_dir(tree / folder, quiet=1)
        self.failed = {each.test for each in found if not each.passed}
        self.seconds = {each.test: each.seconds for each in found if each.test}
        self._in_file = Counter(map(_file_of, self.seconds))
        self._calling: dict[tuple[str, int], set[str]] = {}
        for each in found:
            for function in each.functions:
                self._calling.setdefault(function, set()).add(each.test)
        modules = (file for file in sorted((tree / folder).rglob("*.py")))
        self._parts = [
            (file.relative_to(tree).as_posix(), part) for file in modules for part in parts(file.read_bytes())
        ]

    def running(self, change: Change) -> tuple[list[str], list[str]]:
        """The tests that run what is changed and pass without it: those where it is at home, and the others.

        At home it is in the three files of which it takes up most; each list begins with the quickest test.
        """
        function = (change.module, change.runs or 0)
        tests = self._calling.get(function, {""})
        if "" in tests:
            # What has run before any test did is left to whoever uses what came of it.
            tests = tests.union(*(self._calling.get(each, ()) for each in self._users(change.names)))
        found = sorted(tests - self.failed - {""}, key=lambda test: (self.seconds[test], test))
        hits = Counter(map(_file_of, found))
        homes = sorted(hits, key=lambda file: (-hits[file] / self._in_file[file], file))[:3]
        return [test for test in found if _file_of(test) in homes], [
            test for test in found if _file_of(test) not in homes
        ]

    def _users(self, names: frozenset[str]) -> list[tuple[str, int]]:
        """The functions that use something, by whatever other names it goes."""
        known, before = set(names), 0
        while len(known) > before:
            before = len(known)
            for _, part in self._parts:
                if part.mentions & known and not part.functions:
                    known |= part.names
        return [
            (module, line)
            for module, part in self._parts
            if known & (part.mentions | part.names)
            for line in part.functions
        ]


def _file_of(test: str) -> str:
    return test.partition("::")[0]


_LEFT_OUT = [f"tests/test_{each}.py" for each in ("excel", "html", "interrupts", "setup", "word")]
"""Tests that ask other programs, or the whole of one: slow, and no place for a claim about a figure."""


def _environment(tree: Path) -> dict[str, str]:
    """Programs of the tree are those that run; what was compiled of it before a change stays."""
    return {**os.environ, "PYTHONPATH": str(tree), "PYTHONDONTWRITEBYTECODE": "1"}


def failing(output: str, tests: Iterable[str]) -> str:
    """The first test that pytest says has failed; empty where it says none."""
    lines = [line.partition(" ")[2] for line in output.splitlines() if line.startswith(("FAILED ", "ERROR "))]
    return next((test for test in tests if any(f"{line} ".startswith(f"{test} ") for line in lines)), "")


def trial(change: Change, tree: Path, suite: Suite) -> Trial:
    """What became of a change, made in a tree for as long as its tests run.

    Args:
        change: What is changed.
        tree: A copy of the tree of its own.
        suite: Its tests.
    """
    file = tree / change.module
    before, text = file.stat(), file.read_bytes()
    file.write_bytes(change.made(text))
    parts_of = suite.running(change)
    found = Trial(change, sum(map(len, parts_of)), False, "")
    try:
        for tests in filter(None, parts_of):
            code, output = _outcome(tests, tree, _ALLOWED + 5 * sum(suite.seconds[test] for test in tests))
            if code != pytest.ExitCode.OK:
                return found._replace(noticed=True, by=failing(output, tests))
        return found
    finally:
        file.write_bytes(text)
        # So that what was compiled of it counts again.
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def _outcome(tests: Sequence[str], tree: Path, most: float) -> tuple[int | None, str]:
    """How tests ended, and what they said."""
    code, output = _run(tests, tree, most)
    if code != pytest.ExitCode.USAGE_ERROR:
        return code, output
    # Tests that are made of what was changed have other names now: whole files are run instead.
    return _run(sorted({_file_of(test) for test in tests}), tree, most + _ALLOWED)


def _run(tests: Sequence[str], tree: Path, most: float | None, *options: str) -> tuple[int | None, str]:
    """How a run of tests ended, and what it said; None where it did not end in time [s]."""
    (tree / "asked.txt").write_text("\n".join(tests), encoding="utf-8")
    command = [*_PYTEST, "--exitfirst", *options, "--tb=no", "--no-header", "-rfE", "@asked.txt"]
    with subprocess.Popen(
        command, cwd=tree, env=_environment(tree), text=True, stdout=subprocess.PIPE, start_new_session=True
    ) as process:
        try:
            output, _ = process.communicate(timeout=most)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            return None, ""
    return process.returncode, output


def trials(sample: Sequence[Change], suite: Suite, trees: Sequence[Path]) -> Iterator[Trial]:
    """What became of changes, in their order, each tree trying one at a time."""
    free: SimpleQueue[Path] = SimpleQueue()
    for tree in trees:
        free.put(tree)

    def tried(change: Change) -> Trial:
        tree = free.get()
        try:
            return trial(change, tree, suite)
        finally:
            free.put(tree)

    with ThreadPoolExecutor(len(trees)) as pool:
        yield from pool.map(tried, sample)


def mistaken(found: Sequence[Trial], tree: Path) -> list[Trial]:
    """Changes that were not noticed: the test that failed with them fails without them too."""
    noticed = sorted({each.by for each in found if each.by})
    _, output = _run(noticed, tree, None, "--maxfail=0") if noticed else (0, "")
    return [each for each in found if each.by and failing(output, [each.by])]


def not_noticed(found: Trial) -> str:
    """The line for a change that no test noticed."""
    change = found.change
    place = f"{change.module}:{change.line}: {change.function or 'import'}"
    return f"{place}: {change.said} (tests that run it: {found.tests or 'none'})"


def summary(found: Sequence[Trial]) -> str:
    """The share noticed, with its confidence interval."""
    tried, noticed = len(found), sum(each.noticed for each in found)
    low, high = wilson(noticed, tried)
    broken = sum(each.noticed and not each.by for each in found)
    said = f"{noticed} of {tried} changes noticed: {noticed / tried:.1%} [{low:.1%}, {high:.1%}]"
    return f"{said}; {broken} by a run that broke off or did not end" if broken else said


def main(arguments: Sequence[str] | None = None) -> int:
    """Try a sample of changes and print what became of it; 1 where too few are noticed, 2 where no test runs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("places", nargs="*", default=FOLDERS, help="folders and modules to change")
    parser.add_argument("--sample", type=int, default=150, help="how many changes are tried")
    parser.add_argument("--seed", type=int, default=1, help="which of them")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many at a time")
    parser.add_argument("--at-least", type=float, default=0, help="share that has to be noticed, in per cent")
    given = parser.parse_args(arguments)
    known = equivalents()
    every = [each for each in changes_in(ROOT, given.places) if (each.module, each.function, each.said) not in known]
    sample = random.Random(given.seed).sample(every, min(given.sample, len(every)))
    with TemporaryDirectory(prefix="qt-ict-mutants.") as scratch:
        first = copied(ROOT, Path(scratch, "0"))
        suite = Suite(first, "qt_ict", given.jobs)
        print(f"{len(suite.seconds)} tests, {len(suite.failed)} of them fail unchanged: {sorted(suite.failed)}")
        print(f"{len(sample)} of {len(every)} changes, seed {given.seed}", flush=True)
        if not suite.seconds:
            print("no test ran without any change: nothing can be said of changes")
            return 2
        trees = [first, *(Path(shutil.copytree(first, Path(scratch, str(each)))) for each in range(1, given.jobs))]
        found = []
        for each in trials(sample, suite, trees):
            found.append(each)
            if not each.noticed:
                print(not_noticed(each), flush=True)
        wrong = mistaken(found, first)
    for each in wrong:
        print(f"{each.by} fails without any change too")
    found = [each for each in found if each not in wrong]
    print(summary(found))
    return 1 if 100 * sum(each.noticed for each in found) < given.at_least * len(found) else 0


if __name__ == "__main__":
    sys.exit(main())
