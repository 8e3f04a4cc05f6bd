"""Numbers spliced into YAML, and files that are written whole or not at all."""

import errno
import os
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml as pyyaml
from hypothesis import given
from hypothesis import strategies as st

from qt_ict.diagnostics.refusal import Refusal
from qt_ict.editing import writing
from qt_ict.editing.splice import with_values, written
from qt_ict.editing.writing import BusyError, ChangedMeanwhileError, NotAFileError, create, replace, replace_unchanged
from qt_ict.loading import yaml as reader
from tests.conftest import ROOT

Number = int | Decimal


@pytest.fixture(params=["C", "Python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both of PyYAML's parsers: what one edits, the other must edit alike."""
    if request.param == "Python":
        monkeypatch.setattr(reader, "Parser", pyyaml.Loader)
    return str(request.param)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("figures:\n  a:\n    value: 1\n", "figures:\n  a:\n    value: 7\n"),
        ("figures:\n  a:\n    value:  1   # hộ\n", "figures:\n  a:\n    value:  7   # hộ\n"),
        ("figures:\n  a:\n    value:\n", "figures:\n  a:\n    value: 7\n"),
        ("figures:\n  a:\n    value:", "figures:\n  a:\n    value: 7"),
        ("figures:\n  a:\n    value: \n", "figures:\n  a:\n    value: 7 \n"),
        ("figures:\n  a:\n    value:  # 2010: 5\n", "figures:\n  a:\n    value: 7  # 2010: 5\n"),
        ("figures:\n  a:\n    value: # 2010: 5\n", "figures:\n  a:\n    value: 7 # 2010: 5\n"),
        ("figures:\n  a:\n    value: ~\n", "figures:\n  a:\n    value: 7\n"),
        ("figures:\n  a:\n    value: '1' # x\n", "figures:\n  a:\n    value: 7 # x\n"),
        ('figures:\n  a:\n    value: "1.5"\n', "figures:\n  a:\n    value: 7\n"),
        ("figures:\n  a:\n    value:\n      1\n", "figures:\n  a:\n    value:\n      7\n"),
        ("figures:\r\n  a:\r\n    value: 1\r\n", "figures:\r\n  a:\r\n    value: 7\r\n"),
        ("figures:\r\n  a:\r\n    value:\r\n", "figures:\r\n  a:\r\n    value: 7\r\n"),
        ("\ufeff# Số liệu 𝄞\nfigures:\n  a:\n    value: 1\n", "\ufeff# Số liệu 𝄞\nfigures:\n  a:\n    value: 7\n"),
        ("figures:\n  a: {value: 1, date: 2012}\n", "figures:\n  a: {value: 7, date: 2012}\n"),
        ("figures:\n  a: {date: 2012, value: 2.20 }\n", "figures:\n  a: {date: 2012, value: 7 }\n"),
        ("figures:\n  a: {value}\n", "figures:\n  a: {value: 7}\n"),
        ("figures:\n  a: {value: 5}\n", "figures:\n  a: {value: 7}\n"),
        ("figures:\n  a : \n", "figures:\n  a : {value: 7} \n"),
        ("figures:\n  a: {}\n", "figures:\n  a: {value: 7}\n"),
        ("figures:\n  a:  # later\n", "figures:\n  a: {value: 7}  # later\n"),
        ("figures:\n  a:\n    note: x\n", "figures:\n  a:\n    value: 7\n    note: x\n"),
        ("figures: {a: {value: 1}}\n", "figures: {a: {value: 7}}\n"),
        ('{"figures": {"a": {"value": 1}}}', '{"figures": {"a": {"value": 7}}}'),
    ],
)
def test_a_number_is_replaced_at_its_place(parser: str, before: str, after: str) -> None:
    """Comments, blanks, quotes of other entries, line ends and byte order mark stay."""
    assert with_values(before, "figures", {"a": 7}) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("figures:\n  a: {value: }\n", "figures:\n  a: {value: 7}\n"),
        ("figures:\n  a: {value: , date: 2012}\n", "figures:\n  a: {value: 7, date: 2012}\n"),
        ("figures:\n  a: {value : }\n", "figures:\n  a: {value : 7}\n"),
        ("figures: {a: }\n", "figures: {a: {value: 7}}\n"),
    ],
)
def test_a_number_left_out_between_braces_stands_one_blank_behind_its_key(parser: str, before: str, after: str) -> None:
    """Whether the blank that was there comes before it or behind it: the parsers see the gap at either end."""
    assert re.sub(" (?=[,}])", "", with_values(before, "figures", {"a": 7})) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("figures:\n  a:\n    value: 1\n", "figures:\n  a:\n    value: 1\n  new:\n    value: 7\n"),
        ("figures:\n  a:\n    value: 1", "figures:\n  a:\n    value: 1\n  new:\n    value: 7"),
        ("figures:\r\n a:\r\n   value: 1\r\n", "figures:\r\n a:\r\n   value: 1\r\n new:\r\n   value: 7\r\n"),
        ("figures:\n  a:\n    value: 1\n\n# end\n", "figures:\n  a:\n    value: 1\n  new:\n    value: 7\n\n# end\n"),
        ("figures:\n  a: {value: 1}\nround: x\n", "figures:\n  a: {value: 1}\n  new:\n    value: 7\nround: x\n"),
        ("figures: {}\n", "figures: {new: {value: 7}}\n"),
        ("figures:\n", "figures:\n  new:\n    value: 7\n"),
        ("figures:\n  # a:\n", "figures:\n  # a:\n  new:\n    value: 7\n"),
    ],
)
def test_a_figure_that_is_not_listed_is_added_in_the_file_s_own_way(parser: str, before: str, after: str) -> None:
    """Behind the last figure, in its indentation and with its line ends."""
    assert with_values(before, "figures", {"new": 7}) == after


@pytest.mark.parametrize(
    "text",
    [
        "figures:\n  a:\n    value: |\n      12\n",
        "figures:\n  a:\n    value: [1]\n",
        "figures:\n  a: 3\n",
        "figures:\n- a\n",
        "figures:\n  a:\n    ? value\n",
        "figures:\n  a:\n    value: 1\n---\n",
        "figures:\n  a:\n    value: 'x\n",
        "round: x\n",
        "[]",
        "",
    ],
)
def test_what_cannot_be_changed_safely_is_refused(parser: str, text: str) -> None:
    """A text that is read otherwise than it looks is left to its author."""
    with pytest.raises(Refusal):
        with_values(text, "figures", {"a": 7})


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("figures:\n  b:\n    value: 1\n  a: 3\n", "a (line 4)"),
        ("figures:\n  a:\n    value: [1]\n", "a (line 3)"),
        ("round: x\n", "figures"),
    ],
)
def test_a_refusal_names_the_line(parser: str, text: str, place: str) -> None:
    """Counted as editors count, from 1; the section that is not there has none."""
    with pytest.raises(Refusal) as refused:
        with_values(text, "figures", {"a": 7})

    assert refused.value.problem.en == f"this place cannot be changed safely: {place}"


def test_a_slip_in_splicing_is_never_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """The result is read again; a number that lands one character off is noticed."""
    monkeypatch.setattr("qt_ict.editing.splice.spliced", lambda text, pieces: text.replace("1", "70"))

    with pytest.raises(Refusal):
        with_values("figures:\n  a:\n    value: 1\n", "figures", {"a": 7})


class Slot(NamedTuple):
    """A figure in a text: what stands around its number, and its number."""

    before: str
    number: str
    after: str


NUMBERS = st.integers(0, 10**12) | st.decimals(0, 1000, places=2)
SLOTS = st.sampled_from(
    [
        Slot("{i}{id}:{n}{i}{i}value: ", "2.20", "{n}"),
        Slot("{i}{id}:   # chú thích: có dấu{n}{i}{i}value:     ", "12", "   # 2010: 7{n}"),
        Slot("{i}{id}:{n}{i}{i}note: x{n}{n}{i}{i}value: ", "'3'", " #{n}{i}{i}date: 2012-06{n}"),
        Slot("{i}{id}:{n}{i}{i}value:", "", "{n}"),
        Slot("{i}{id}:{n}{i}{i}value:", "", "   # chưa có{n}{n}"),
        Slot("{i}{id}: {{value:  ", "45", ", comparator: more_than}}{n}"),
        Slot("{i}{id}: {{ comparator: more_than,{n}{i}{i}{i}value : ", '"6"', "}}   # {{value: 9}}{n}"),
        Slot("# value: 1{n}{i}{id}:{n}{i}{i}vi: 'value: 5'{n}{i}{i}value: ", "0", "{n}"),
    ]
)


@given(
    st.lists(SLOTS, min_size=1, max_size=6),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["  ", " ", "    "]),
    st.booleans(),
    st.booleans(),
    st.data(),
)
def test_exactly_the_chosen_scalars_change(
    slots: list[Slot], line_end: str, indent: str, mark: bool, ended: bool, data: st.DataObject
) -> None:
    """For every layout: the text around the chosen numbers is the same, byte for byte."""
    ids = [f"so_{index}" for index in range(len(slots))]
    chosen = data.draw(st.dictionaries(st.sampled_from(ids), NUMBERS))
    old = new = ("\ufeff" if mark else "") + f"# Số liệu{line_end}figures:{line_end}"
    for id_, slot in zip(ids, slots, strict=True):
        before, after = (each.format(id=id_, i=indent, n=line_end) for each in (slot.before, slot.after))
        number = written(chosen[id_]) if id_ in chosen else slot.number
        old += before + slot.number + after
        new += before + (" " if id_ in chosen and not slot.number else "") + number + after
    if not ended:
        old, new = old.rstrip(), new.rstrip()

    assert with_values(old, "figures", chosen) == new


@given(
    st.lists(SLOTS, max_size=4), st.sampled_from(["\n", "\r\n"]), st.dictionaries(st.just("moi"), NUMBERS, min_size=1)
)
def test_an_added_figure_is_all_that_is_added(slots: list[Slot], line_end: str, added: dict[str, Number]) -> None:
    """Taking its two lines out again gives the text as it was."""
    text = f"figures:{line_end}" + "".join(
        part.format(id=f"so_{index}", i="  ", n=line_end)
        for index, slot in enumerate(slots)
        for part in (slot.before, slot.number, slot.after)
    )

    result = with_values(text, "figures", added)

    lines = f"  moi:{line_end}    value: {written(added['moi'])}{line_end}"
    assert result.replace(lines, "") == text


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with an old content."""
    path = tmp_path / "rounds" / "2012-06-30.yaml"
    path.parent.mkdir()
    path.write_bytes(b"old")
    return path


def names(file: Path) -> list[str]:
    """Everything that stands in the folder of a file."""
    return sorted(each.name for each in file.parent.iterdir())


def test_a_file_is_replaced_and_nothing_else_is_left(file: Path) -> None:
    """No temporary file, no lock, the same permissions."""
    file.chmod(0o640)

    replace_unchanged(file, b"new", b"old")

    assert file.read_bytes() == b"new"
    assert file.stat().st_mode & 0o777 == 0o640
    assert names(file) == ["2012-06-30.yaml"]


def test_a_link_stays_a_link(file: Path, tmp_path: Path) -> None:
    """The file it leads to is replaced."""
    link = tmp_path / "latest.yaml"
    link.symlink_to(file)

    replace_unchanged(link, b"new", b"old")

    assert link.is_symlink()
    assert file.read_bytes() == b"new"


def test_a_file_that_changed_since_it_was_read_is_left_alone(file: Path) -> None:
    """Somebody saved it in an editor while the dry run was being read."""
    file.write_bytes(b"edited")

    with pytest.raises(ChangedMeanwhileError):
        replace_unchanged(file, b"new", b"old")

    assert file.read_bytes() == b"edited"
    assert names(file) == ["2012-06-30.yaml"]


def test_a_file_that_is_gone_is_not_brought_back(file: Path) -> None:
    """Somebody deleted it: that is a change too."""
    file.unlink()

    with pytest.raises(ChangedMeanwhileError):
        replace_unchanged(file, b"new", b"old")

    assert names(file) == []


def test_what_another_program_writes_at_the_last_moment_is_put_back(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the look and the exchange there is an instant; what was written in it is not lost."""
    exchange = Path.replace

    def interrupted(self: Path, target: Path) -> Path:
        if file.read_bytes() == b"old":
            file.write_bytes(b"edited")
        return exchange(self, target)

    monkeypatch.setattr(Path, "replace", interrupted)

    with pytest.raises(ChangedMeanwhileError):
        replace_unchanged(file, b"new", b"old")

    assert file.read_bytes() == b"edited"
    assert names(file) == ["2012-06-30.yaml"]


def test_a_file_system_without_hard_links_will_do(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A memory stick has none."""

    def refused(*names: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refused)
    other = file.with_name("2012-12-31.yaml")

    replace_unchanged(file, b"new", b"old")
    create(other, b"made")

    assert (file.read_bytes(), other.read_bytes()) == (b"new", b"made")
    with pytest.raises(FileExistsError):
        create(other, b"again")


def test_a_file_system_without_locks_will_do(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some shared folders have none; what was read is still compared."""

    def refused(descriptor: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(writing, "_lock", refused)

    replace_unchanged(file, b"new", b"old")

    assert file.read_bytes() == b"new"


def test_a_lock_whose_name_was_taken_away_is_not_held(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its last holder took the name away between our opening and our locking: somebody else may hold a new one."""
    lock = file.with_name(f".{file.name}.lock")
    monkeypatch.setattr(writing, "_lock", lambda descriptor: lock.unlink())

    with pytest.raises(BusyError):
        replace_unchanged(file, b"new", b"old")

    assert file.read_bytes() == b"old"
    assert names(file) == [file.name]


def test_links_in_a_circle_are_an_error(tmp_path: Path) -> None:
    """Not a bug."""
    loop = tmp_path / "loop.yaml"
    loop.symlink_to(loop)

    with pytest.raises(OSError, match="symbolic links"):
        replace(loop, b"new")


STEPS = ("write", "fsync", "link", "replace", "unlink")
KILLED = """
import os, signal, sys
from pathlib import Path
from qt_ict.editing import writing

step, when, file = sys.argv[1], sys.argv[2], Path(sys.argv[3])
home = Path if step in ("replace", "unlink") else os
name = step if step != "write" else "fdopen"
real = getattr(home, name)

def dying(*arguments, **settings):
    if when == "before":
        os.kill(os.getpid(), signal.SIGKILL)
    real(*arguments, **settings)
    os.kill(os.getpid(), signal.SIGKILL)

setattr(home, name, dying)
writing.replace_unchanged(file, b"new" * 100_000, b"old")
"""


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("step", STEPS)
def test_a_killed_writer_leaves_the_old_content_or_the_new(file: Path, step: str, when: str) -> None:
    """Never a part, and whoever comes next can write."""
    done = subprocess.run([sys.executable, "-c", KILLED, step, when, str(file)], cwd=ROOT, check=False)

    assert done.returncode == -signal.SIGKILL
    content = file.read_bytes()
    assert content in (b"old", b"new" * 100_000)
    assert list(file.parent.glob("*.y*ml")) == [file]
    replace_unchanged(file, b"next", content)
    assert file.read_bytes() == b"next"


HOLDS_THE_LOCK = """
import sys
from pathlib import Path
from qt_ict.editing import writing

with writing._sole_writer(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_writer_is_told_and_a_dead_one_is_forgotten(file: Path) -> None:
    """The lock ends with its process, so that a power cut blocks nobody."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDS_THE_LOCK, str(file)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(BusyError):
            replace_unchanged(file, b"new", b"old")
        other.kill()
        other.wait()

        replace_unchanged(file, b"new", b"old")

    assert file.read_bytes() == b"new"


COUNTS = """
import sys
from pathlib import Path
from qt_ict.editing.splice import with_values
from qt_ict.editing.writing import BusyError, ChangedMeanwhileError, replace_unchanged

file = Path(sys.argv[1])
done = 0
while done < 15:
    read = file.read_bytes()
    number = int(read.split()[-1]) + 1
    try:
        replace_unchanged(file, with_values(read.decode(), "figures", {"a": number}).encode(), read)
    except (BusyError, ChangedMeanwhileError):
        continue
    done += 1
"""


def test_of_many_writers_at_once_no_number_is_lost(file: Path) -> None:
    """Three count to fifteen each in one file; it ends at 45."""
    file.write_bytes(b"figures:\n  a:\n    value: 0\n")

    others = [subprocess.Popen([sys.executable, "-c", COUNTS, str(file)], cwd=ROOT) for _ in range(3)]

    assert [each.wait(60) for each in others] == [0, 0, 0]
    assert file.read_bytes() == b"figures:\n  a:\n    value: 45\n"


@pytest.fixture
def read_only() -> Iterator[Path]:
    """A file in a folder that may not be written to; an administrator becomes nobody for it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "2012-06-30.yaml"
        file.write_bytes(b"old")
        folder.chmod(0o555)
        administrator = os.geteuid() == 0
        if administrator:
            os.seteuid(65534)
        try:
            yield file
        finally:
            if administrator:
                os.seteuid(0)
            folder.chmod(0o755)


def test_a_read_only_folder_is_an_error_and_changes_nothing(read_only: Path) -> None:
    """Nothing is half done."""
    for write in (
        lambda: replace_unchanged(read_only, b"new", b"old"),
        lambda: replace(read_only, b"new"),
        lambda: create(read_only.with_name("new.yaml"), b"new"),
    ):
        with pytest.raises(PermissionError):
            write()

    assert names(read_only) == ["2012-06-30.yaml"]


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """Nor is a device."""
    for path in (tmp_path, Path(os.devnull)):
        with pytest.raises(NotAFileError):
            replace(path, b"")


def test_content_reaches_the_disk_before_the_name_does(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else a power cut could leave the name leading to an empty file."""
    calls: list[str] = []
    sync, exchange = os.fsync, Path.replace
    monkeypatch.setattr(os, "fsync", lambda descriptor: (calls.append("disk"), sync(descriptor))[1])
    monkeypatch.setattr(Path, "replace", lambda self, target: (calls.append("name"), exchange(self, target))[1])

    writing.replace_unchanged(file, b"new", b"old")

    assert calls == ["disk", "name", "disk"]
