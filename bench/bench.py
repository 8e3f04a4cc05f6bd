"""Speed and memory, measured side by side in one run: ``make bench``.

Commands are run in turn, round after round, so that a machine that grows slower slows them all; the
median of each is printed, and the ratio is the median of the ratios of each round.
"""

import gc
import os
import pty
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from bench.generated import write_plan, write_rounds, write_series  # noqa: E402

PROGRAM = str(Path(sys.executable).parent / "qt-ict")
IMPORTS = "import typer, yaml, rich.table; from pydantic import BaseModel"
SERIES = "build/series.csv"
LARGE = "build/large"
WITHOUT_EXTRA = "import sys; sys.modules.update(dict.fromkeys(('jinja2', 'docx', 'xlsxwriter', 'resvg_py')))"
COMMAND_LINE = "import qt_ict.cli.app, qt_ict.cli.gap; qt_ict.cli.app.build('en', ())"
COMMANDS: dict[str, list[str]] = {
    "bare interpreter": [sys.executable, "-c", "pass"],
    "imports alone": [sys.executable, "-c", IMPORTS],
    "qt-ict --help": [PROGRAM, "--help"],
    "qt-ict gap --year 2015, piped": [PROGRAM, "gap", "--year", "2015"],
    "qt-ict validate, piped": [PROGRAM, "validate"],
    "qt-ict progress --year 2015, piped": [PROGRAM, "progress", "--year", "2015"],
    "the same, national plan": [PROGRAM, "progress", "--data", "examples/vietnam"],
    "10 000 series, statcan, JSON": [PROGRAM, "progress", "--input", SERIES, "--method", "statcan", "--format", "json"],
    "command line alone": [sys.executable, "-c", COMMAND_LINE],
    "the same, without the extra": [sys.executable, "-c", f"{WITHOUT_EXTRA}; {COMMAND_LINE}"],
    **{
        f"qt-ict report, {ending}": [PROGRAM, "report", "-o", f"build/bench.{ending}", "--force"]
        for ending in ("md", "html", "xlsx", "docx")
    },
    "the same, html, 500 indicators": [PROGRAM, "report", "-o", "build/large.html", "--force", "--data", LARGE],
    "qt-ict export": [PROGRAM, "export", "build/bench_package", "--force"],
    "qt-ict gap --year 2015, terminal": [PROGRAM, "gap", "--year", "2015"],
}
ROUNDS = 15


def main() -> None:
    """Print both tables."""
    # Modules are read as installed ones are: compiled.
    subprocess.run([sys.executable, "-m", "compileall", "-q", str(ROOT / "qt_ict")], check=True)
    (ROOT / "build").mkdir(exist_ok=True)
    write_series(ROOT / SERIES, 10_000)
    shutil.rmtree(ROOT / LARGE, ignore_errors=True)
    (ROOT / LARGE).mkdir()
    write_plan(ROOT / LARGE, 1_000, 500)
    processes()
    imports()
    for name in ("bench.html", "large.html"):
        print(f"{name}: {(ROOT / 'build' / name).stat().st_size / 1e6:.2f} MB")
    for figures, targets in ((2_000, 500), (20_000, 5_000)):
        stages(figures, targets)


def processes() -> None:
    """Whole processes, against the imports they cannot avoid and the bare interpreter."""
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    peaks: dict[str, int] = {}
    for round_ in range(ROUNDS + 1):
        for name, command in COMMANDS.items():
            spent, peaks[name] = timed(command, terminal=name.endswith("terminal"))
            if round_:
                times[name].append(spent)
    print(f"{ROUNDS} rounds in turn, median wall time [ms], ratio of each round, peak memory [MiB]\n")
    print(f"{'':34}{'median':>8}{'min':>8}{'x imports':>11}{'x bare':>8}{'peak':>8}")
    for name, each in times.items():
        ratios = [ratio(each, times[base]) for base in ("imports alone", "bare interpreter")]
        median, least = statistics.median(each) * 1000, min(each) * 1000
        print(f"{name:34}{median:8.0f}{least:8.0f}{ratios[0]:11.2f}{ratios[1]:8.1f}{peaks[name] / 1024:8.1f}")


def imports() -> None:
    """How many modules a command imports, and how many of them are ours: what it pays before it begins."""
    print(f"\n{'modules imported':34}{'all':>8}{'ours':>8}\n")
    for arguments in (["gap", "--year", "2015"], ["validate"], ["progress", "--year", "2015"]):
        command = [sys.executable, "-X", "importtime", "-m", "qt_ict", *arguments]
        told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stderr
        names = [line.rpartition("|")[2].strip() for line in told.splitlines() if line.startswith("import time:")]
        ours = sum(name.partition(".")[0] == "qt_ict" for name in names)
        print(f"{'qt-ict ' + ' '.join(arguments):34}{len(names):8}{ours:8}")
    print()


def ratio(one: list[float], other: list[float]) -> float:
    """Median of the ratios of rounds."""
    return statistics.median(a / b for a, b in zip(one, other, strict=True))


def timed(command: list[str], terminal: bool) -> tuple[float, int]:
    """Wall time [s] and peak memory [KiB] of one process."""
    environment = {**os.environ, "COLUMNS": "120", "TERM": "xterm-256color"}
    if terminal:
        main_end, other_end = pty.openpty()
    else:
        main_end, other_end = os.pipe()
    begin = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stdout=other_end, env=environment)
    os.close(other_end)
    drained(main_end)
    _, status, usage = os.wait4(process.pid, 0)
    spent = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode in (0, 1), command
    return spent, usage.ru_maxrss


def drained(end: int) -> None:
    """Read until the process has closed its side."""
    try:
        while os.read(end, 65536):
            pass
    except OSError:
        pass
    os.close(end)


def stages(figures: int, targets: int) -> None:
    """A generated plan, stage by stage, against what the YAML parser and the reading of its events need."""
    with tempfile.TemporaryDirectory() as parent:
        folder, wrong, later = (Path(parent, name) for name in ("right", "wrong", "later"))
        for each in (folder, wrong, later):
            each.mkdir()
            write_plan(each, figures, targets, wrong=each == wrong)
        write_rounds(later, figures, ("2011-12-31", "2012-12-31"))
        work = _loading(folder) | _validating(folder, "") | _validating(wrong, ", all ratios wrong")
        work |= _validating(later, ", two later rounds") | _progress(later)
        spent = {name: statistics.median(seconds(run) for _ in range(5)) for name, run in work.items()}
        size = sum(path.stat().st_size for path in folder.glob("*.yaml"))
        kept = memory(folder)
    spent["model and engine together"] = spent["model (typed entries)"] + spent["engine (all targets)"]
    print(f"\n{figures} figures, {targets} targets ({size / 1e6:.1f} MB), median of 5 [ms]\n")
    print(f"{'':42}{'':8}{'x parser':>11}{'x reading':>11}")
    for name, time_ in spent.items():
        ratios = (time_ / spent[base] for base in (PARSER, READING))
        print(f"{name:42}{time_ * 1000:8.0f}" + "".join(f"{found:11.2f}" for found in ratios))
    print(
        f"{'memory of the loaded plan':42}{kept / 2**20:8.1f} MiB, {kept / (figures + targets) / 1024:.2f} KiB an entry"
    )


PARSER = "YAML parser alone"
READING = "reading (parser, data, marks)"


def _loading(folder: Path) -> dict[str, Callable[[], object]]:
    """The stages of loading a plan and computing its targets."""
    from qt_ict.engine.standing import standings
    from qt_ict.language import LANGUAGES
    from qt_ict.loading import yaml as reader
    from qt_ict.loading.entries import entries
    from qt_ict.loading.folder import load
    from qt_ict.loading.sections import CATALOGUE, PLAN, ROUND, TARGETS

    files = {"plan": PLAN, "indicators": CATALOGUE, "baseline_2010": ROUND, "targets": TARGETS}
    texts = {name: (folder / f"{name}.yaml").read_text(encoding="utf-8") for name in files}
    parsed = {name: reader.parse(text, name)[:2] for name, text in texts.items()}
    loaded, findings = load(folder)
    assert loaded is not None, findings[:3]
    plan = loaded.plan
    return {
        PARSER: lambda: [events(reader.Parser(text)) for text in texts.values()],
        READING: lambda: [reader.parse(text, "") for text in texts.values()],
        "model (typed entries)": lambda: [entries(*parsed[name], files[name], LANGUAGES) for name in files],
        "engine (all targets)": lambda: [row.distance for row in standings(plan)],
        "loading, whole": lambda: load(folder),
    }


def _validating(folder: Path, which: str) -> dict[str, Callable[[], object]]:
    """The checks of a plan alone, and with its loading."""
    from qt_ict.checks.validation import Validation, validation
    from qt_ict.loading.folder import load

    loaded, findings = load(folder)
    assert loaded is not None, findings[:3]
    plan = loaded

    def whole() -> Validation:
        again, _ = load(folder)
        assert again is not None
        return validation(again)

    found = len(validation(plan).findings)
    return {
        f"checks and places ({found} findings)": lambda: validation(plan),
        f"validation, whole{which}": whole,
    }


def _progress(folder: Path) -> dict[str, Callable[[], object]]:
    """Every target of a plan with two later rounds."""
    from qt_ict.engine.standing import standings
    from qt_ict.loading.folder import load

    loaded, findings = load(folder)
    assert loaded is not None, findings[:3]
    plan = loaded.plan
    return {"progress, two later rounds": lambda: [row.course for row in standings(plan)]}


def memory(folder: Path) -> int:
    """What a loaded plan takes [bytes]."""
    from qt_ict.loading.folder import load

    tracemalloc.start()
    kept = load(folder)
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del kept
    return size


def events(parser: Any) -> int:
    """Number of events of a YAML parser, read without any work on them: the floor of every stage."""
    count = 0
    while parser.check_event():
        parser.get_event()
        count += 1
    parser.dispose()
    return count


def seconds(run: Callable[[], object]) -> float:
    """CPU time of one call [s]."""
    gc.collect()
    gc.disable()
    begin = time.process_time()
    run()
    spent = time.process_time() - begin
    gc.enable()
    return spent


if __name__ == "__main__":
    main()
