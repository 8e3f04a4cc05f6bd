"""A plugin of pytest that writes down which functions each test calls, how long it takes and whether it passes.

``pytest -p scripts.calls`` with what `environment` gives; `calls` reads what was written. The modules asked for are
compiled with a line more in each function, which costs a hundredth of what a tracer would.
"""

import ast
import importlib.machinery
import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any, NamedTuple

import pytest

_OF, _TO = "CALLS_OF", "CALLS_TO"
"""The variables that name the folder of the modules, and the one to write into."""
_CALLED = "__called__"
"""What each function calls first."""


class Calls(NamedTuple):
    """What was seen of a test, or of all that runs before the first one."""

    test: str
    """Its id; empty for what no test runs."""
    seconds: float
    passed: bool
    functions: tuple[tuple[str, int], ...]
    """The functions called, each by its file and the line of its ``def``."""


def environment(of: Path, to: Path) -> dict[str, str]:
    """What the plugin has to be told.

    Args:
        of: The folder of the modules whose calls are seen.
        to: A folder to write into.
    """
    return {_OF: str(of), _TO: str(to)}


def calls(folder: Path) -> Iterator[Calls]:
    """What was written into a folder."""
    for file in sorted(folder.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            test, seconds, passed, functions = json.loads(line)
            yield Calls(test, seconds, passed, tuple((name, line) for name, line in functions))


def pytest_configure(config: pytest.Config) -> None:
    """Write down what is seen, in every process that runs tests."""
    config.pluginmanager.register(_Writer(_SEEN))


class _Writer:
    """Writes down what was called since it last did."""

    def __init__(self, seen: set[tuple[str, int]]) -> None:
        self._seen = seen
        self._file = Path(os.environ[_TO], f"{os.getpid()}.jsonl")
        self._reports: list[pytest.TestReport] = []

    def pytest_collection_finish(self) -> None:
        self._write("", 0.0, passed=True)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self._reports.clear()
        yield
        passed = all(each.passed for each in self._reports)
        self._write(item.nodeid, sum(each.duration for each in self._reports), passed=passed)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._reports.append(report)

    def _write(self, test: str, seconds: float, *, passed: bool) -> None:
        with self._file.open("a", encoding="utf-8") as file:
            file.write(json.dumps([test, seconds, passed, sorted(self._seen)]) + "\n")
        self._seen.clear()


class _Finder(importlib.machinery.PathFinder):
    """Finds the modules of the folder, and has each function in them say that it is called."""

    def __init__(self, seen: set[tuple[str, int]]) -> None:
        self._seen = seen

    def find_spec(  # type: ignore[override]
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        spec = super().find_spec(name, path, target)
        if spec is None or not (spec.origin or "").startswith(os.environ[_OF]):
            return None
        spec.loader = _Loader(name, str(spec.origin), self._seen)
        return spec


class _Loader(importlib.machinery.SourceFileLoader):
    def __init__(self, name: str, file: str, seen: set[tuple[str, int]]) -> None:
        super().__init__(name, file)
        self._seen = seen

    def exec_module(self, module: ModuleType) -> None:
        setattr(module, _CALLED, self._seen.add)
        super().exec_module(module)

    def get_code(self, fullname: str) -> CodeType:
        """Compiled anew, since what may have been kept says nothing."""
        tree = ast.parse(self.get_data(self.path))
        top = Path(os.environ[_OF]).parent
        name = Path(self.path).relative_to(top).as_posix()
        for each in ast.walk(tree):
            if isinstance(each, ast.FunctionDef):
                each.body.insert(1 if ast.get_docstring(each) is not None else 0, _saying((name, each.lineno)))
        return compile(ast.fix_missing_locations(tree), self.path, "exec", dont_inherit=True)


def _saying(function: Any) -> ast.stmt:
    return ast.Expr(ast.Call(ast.Name(_CALLED, ast.Load()), [ast.Constant(function)], []))


_SEEN: set[tuple[str, int]] = set()

# Before a conftest imports the first module.
if _OF in os.environ:
    sys.meta_path.insert(0, _Finder(_SEEN))
