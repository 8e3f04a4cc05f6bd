"""A repository's settings run no program of ours, hold nothing up, and still say how its files are read."""

import os
import select
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from qt_ict.diagnostics.refusal import Refusal
from qt_ict.loading.git.calls import Git
from qt_ict.loading.git.revisions import changed_since, commit_of, plan_at, plan_of
from tests.conftest import Result
from tests.test_changed_since import commit, git, own_git, refused, repository, touch

__all__ = ["own_git", "repository"]

Run = Callable[..., Result]
BASELINE = "data/baseline_2010.yaml"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A program that leaves a trace when it is run."""
    file = tmp_path / "program"
    file.write_text(f"#!/bin/sh\ntouch '{tmp_path}/ran'\n", encoding="utf-8")
    file.chmod(0o755)
    return file


def has_run(program: Path) -> bool:
    """Whether a program has run since it was last asked."""
    trace = program.with_name("ran")
    there = trace.exists()
    trace.unlink(missing_ok=True)
    return there


def config(repository: Path, *settings: str) -> None:
    """Set what a repository says of itself."""
    for each in settings:
        git(repository, "config", *each.split("=", 1))


def attributes(repository: Path, words: str) -> None:
    """Say something of every file of a plan, and make git read them again."""
    (repository / ".git" / "info" / "attributes").write_text(f"*.yaml {words}\n", encoding="utf-8")
    touch(repository / BASELINE)


def fsmonitor(repository: Path, program: Path) -> None:
    config(repository, f"core.fsmonitor={program}")


def fsmonitor_of_an_included_file(repository: Path, program: Path) -> None:
    (repository / ".git" / "more").write_text(f'[core]\n\tfsmonitor = "{program}"\n', encoding="utf-8")
    config(repository, "include.path=more")


def fsmonitor_of_one_working_tree(repository: Path, program: Path) -> None:
    config(repository, "extensions.worktreeConfig=true")
    git(repository, "config", "--worktree", "core.fsmonitor", str(program))


def clean_filter(repository: Path, program: Path) -> None:
    config(repository, f"filter.x.clean={program}", "filter.x.required=true")
    attributes(repository, "filter=x")


def clean_filter_of_a_hostile_name(repository: Path, program: Path) -> None:
    git(repository, "config", "filter.x=y.clean", str(program))
    attributes(repository, "filter=x=y")


def filter_process(repository: Path, program: Path) -> None:
    config(repository, f"filter.x.process={program}")
    attributes(repository, "filter=x")


def filter_of_committed_attributes(repository: Path, program: Path) -> None:
    (repository / ".gitattributes").write_text("*.yaml filter=x\n", encoding="utf-8")
    commit(repository)
    config(repository, f"filter.x.clean={program}")
    touch(repository / BASELINE)


def hook_of_the_repository(repository: Path, program: Path) -> None:
    hook(repository / ".git" / "hooks", program)


def hook_elsewhere(repository: Path, program: Path) -> None:
    config(repository, f"core.hooksPath={program.parent / 'hooks'}")
    hook(program.parent / "hooks", program)


def hook(folder: Path, program: Path) -> None:
    """The hook that runs whenever the index is written, which ``git status`` does for a file that looks newer."""
    folder.mkdir(exist_ok=True)
    shutil.copy(program, folder / "post-index-change")


def external_diff(repository: Path, program: Path) -> None:
    config(repository, f"diff.external={program}")
    touch(repository / BASELINE)


def diff_driver(repository: Path, program: Path) -> None:
    config(repository, f"diff.x.command={program}", f"diff.x.textconv={program}")
    attributes(repository, "diff=x")


def submodule(repository: Path, program: Path) -> None:
    inner = program.parent / "inner"
    inner.mkdir()
    git(inner, "init", "--quiet")
    commit(inner)
    git(repository, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(inner), "inner")
    commit(repository)
    config(repository / "inner", f"core.fsmonitor={program}")


def alias(repository: Path, program: Path) -> None:
    names = ("status", "rev-parse", "ls-tree", "cat-file", "diff-tree", "merge-base", "rev-list", "config", "xyz")
    config(repository, *(f"alias.{name}=!{program}" for name in names))


def signatures(repository: Path, program: Path) -> None:
    unsigned = git(repository, "cat-file", "commit", "HEAD")
    signed = subprocess.run(
        ["git", "hash-object", "-t", "commit", "-w", "--stdin"],
        input=unsigned.replace("\n\n", f"\n{SIGNATURE}\n\n", 1).encode() + b"\n",
        cwd=repository,
        check=True,
        capture_output=True,
    )
    git(repository, "reset", "--quiet", "--hard", signed.stdout.decode().strip())
    config(repository, f"gpg.program={program}", "log.showSignature=true")


SIGNATURE = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----"


def borrowed_references(repository: Path, program: Path) -> None:
    borrowed = borrowing_objects(repository)
    shutil.copy(borrowed / ".git" / "objects" / "info" / "alternates", repository / ".git" / "objects" / "info")
    config(repository, f"core.alternateRefsCommand={program}")


STATUS = ("status",)
DIFF = ("diff",)
TRAPS: dict[Callable[[Path, Path], None], tuple[str, ...]] = {
    fsmonitor: STATUS,
    fsmonitor_of_an_included_file: STATUS,
    fsmonitor_of_one_working_tree: STATUS,
    clean_filter: STATUS,
    clean_filter_of_a_hostile_name: STATUS,
    filter_process: STATUS,
    filter_of_committed_attributes: STATUS,
    hook_of_the_repository: STATUS,
    hook_elsewhere: STATUS,
    external_diff: DIFF,
    diff_driver: DIFF,
    submodule: STATUS,
    alias: ("xyz",),
    signatures: ("log",),
    borrowed_references: ("rev-list", "--alternate-refs"),
}
"""What sets a repository up to run a program, and how git itself is brought to run it."""


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.__name__)
def test_no_program_of_a_repository_runs(
    repository: Path, program: Path, qt_ict: Run, trap: Callable[[Path, Path], None]
) -> None:
    """A plan is looked at before it is trusted; a clone must not be able to run anything."""
    trap(repository, program)
    victim = shutil.copytree(repository, repository.with_name("victim"), symlinks=True)
    subprocess.run(["git", *TRAPS[trap]], cwd=victim, check=False, capture_output=True)
    assert has_run(program)

    data = str(repository / "data")
    checked = qt_ict("validate", data, "--changed-since", "HEAD")
    compared = qt_ict("diff", "HEAD", data, "--data", data)

    assert (checked.err, compared.code, compared.err) == ("", 0, "")
    assert not has_run(program)


def test_no_program_of_the_environment_runs(
    repository: Path, program: Path, qt_ict: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Settings given by variables, as a hook or a CI job may pass them on."""
    names = ("EXTERNAL_DIFF", "PAGER", "SSH", "SSH_COMMAND", "ASKPASS", "PROXY_COMMAND", "EDITOR")
    for name in names:
        monkeypatch.setenv(f"GIT_{name}", str(program))
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "core.fsmonitor")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", str(program))
    monkeypatch.setenv("GIT_CONFIG_PARAMETERS", f"'core.fsmonitor'='{program}' 'filter.x.clean'='{program}'")
    attributes(repository, "filter=x")
    data = str(repository / "data")

    checked = qt_ict("validate", data, "--changed-since", "HEAD", "--select", "QT401")
    compared = qt_ict("diff", "HEAD", data, "--data", data)

    assert (checked.code, compared.code) == (1, 0)
    assert not has_run(program)


@pytest.fixture
def partial(repository: Path, tmp_path: Path) -> Path:
    """A clone without the contents of its last commit but one."""
    touch(repository / BASELINE)
    commit(repository)
    config(repository, "uploadpack.allowFilter=true", "uploadpack.allowAnySHA1InWant=true")
    git(tmp_path, "clone", "--quiet", "--filter=blob:none", repository.as_uri(), "partial")
    config(tmp_path / "partial", "gc.auto=0", "maintenance.auto=false")
    return tmp_path / "partial"


@pytest.mark.parametrize(
    "settings",
    [
        ("remote.origin.uploadpack={program}",),
        ("remote.origin.url=ext::{program}", "protocol.ext.allow=always"),
        ("remote.origin.url=ssh://host/x", "core.sshCommand={program}"),
        ("remote.origin.url=ssh://host/x", "core.sshCommand={program}", "protocol.allow=always"),
        ("remote.origin.url=git://host/x", "core.gitProxy={program}"),
        ("remote.origin.vcs=ext", "remote.origin.url={program}", "protocol.ext.allow=always"),
    ],
)
def test_a_partial_clone_fetches_nothing(partial: Path, program: Path, qt_ict: Run, settings: tuple[str, ...]) -> None:
    """The program that would fetch is one that the settings name."""
    config(partial, *(each.format(program=program) for each in settings))
    subprocess.run(["git", "show", f"HEAD~1:{BASELINE}"], cwd=partial, check=False, capture_output=True)
    assert has_run(program)

    vietnamese, english = refused(qt_ict, partial / "data", "HEAD~1")

    assert not has_run(program)
    assert vietnamese[0].startswith(f"bản sao git chứa {partial / 'data'} thiếu nội dung của phiên bản trước")
    assert english[0].startswith(f"the git clone of {partial / 'data'} lacks what the earlier version holds")
    assert qt_ict("diff", "HEAD~1", "HEAD", "--data", str(partial / "data")).code == 2
    assert not has_run(program)


def test_a_partial_clone_is_told_how_to_become_whole(partial: Path, qt_ict: Run) -> None:
    """The next step is git's own, and works."""
    advice = refused(qt_ict, partial / "data", "HEAD~1")[1][1]

    command = advice.removeprefix("Fetch what is missing: git ").split(" (")[0].split()
    git(partial, *command)

    assert set(plan_at(partial / "data", "HEAD~1")) == set(plan_of(partial / "data", "HEAD"))


@pytest.mark.parametrize("place", ["/", "..", "elsewhere", "other repository"])
def test_a_working_tree_elsewhere_is_refused(repository: Path, qt_ict: Run, place: str) -> None:
    """Git would take the whole disk for the repository's files, and walk it."""
    other = repository.with_name("other")
    (repository / "elsewhere").mkdir()
    other.mkdir()
    git(other, "init", "--quiet")
    top = (repository / (other if place == "other repository" else place)).resolve()
    config(repository, f"core.worktree={top}")
    data = repository / "data"

    vietnamese, english = refused(qt_ict, data)

    assert vietnamese[0] == f"kho git chứa {data} khai thư mục làm việc ở chỗ khác: {top} (core.worktree)"
    assert english[0] == f"the git repository of {data} has its working tree elsewhere: {top} (core.worktree)"
    compared = qt_ict("diff", "HEAD", str(data), "--data", str(data), "--lang", "en")
    assert (compared.code, english[0] in compared.err) == (2, True)
    subprocess.run(english[1].removeprefix("Unless that is meant, run: ").split(". ")[0].split(), check=False)
    git(data, "config", "--unset", "core.worktree")
    assert changed_since(data, "main") == frozenset()


def test_a_folder_that_looks_like_a_repository_s_inside_is_none(repository: Path, program: Path, qt_ict: Run) -> None:
    """Such a folder can be committed as any other, with settings that would become those of the plan in it."""
    data = repository / "data"
    git(data, "init", "--quiet", "--bare", ".")
    git(data, "config", "core.fsmonitor", str(program))
    git(data, "config", "core.worktree", str(data))
    git(data, "config", "core.bare", "false")
    git(data, "status")
    assert has_run(program)

    vietnamese, english = refused(qt_ict, data)

    assert vietnamese[0].startswith(f"{data} có tệp như bên trong một kho git (HEAD, objects, refs)")
    assert english[0].startswith(f"{data} looks like the inside of a git repository (HEAD, objects, refs)")
    assert not has_run(program)


def test_a_name_that_leads_out_of_the_folder_is_left_out(repository: Path) -> None:
    """A commit can be made of any names; those of a plan's files are written into a folder of their own."""
    blob = git(repository, "rev-parse", f"HEAD:{BASELINE}")
    name = b"../../escaped.yaml"
    tree = b"100644 " + name + b"\0" + bytes.fromhex(blob)
    made = subprocess.run(
        ["git", "hash-object", "-t", "tree", "-w", "--stdin", "--literally"],
        input=tree,
        cwd=repository,
        check=True,
        capture_output=True,
    )
    outer = subprocess.run(
        ["git", "mktree"],
        input=b"040000 tree " + made.stdout.strip() + b"\tdata\n",
        cwd=repository,
        check=True,
        capture_output=True,
    )
    crafted = git(repository, "commit-tree", "-m", "crafted", outer.stdout.decode().strip())
    assert "escaped.yaml" in git(repository, "ls-tree", f"{crafted}:data")

    assert plan_of(repository / "data", crafted) == {}


def test_a_folder_with_the_ending_of_a_file_is_none(repository: Path) -> None:
    """Git holds folders, links and other repositories beside files."""
    (repository / "data" / "old.yaml").mkdir()
    (repository / "data" / "old.yaml" / "x").write_text("", encoding="utf-8")
    commit(repository)

    assert "old.yaml" not in plan_of(repository / "data", "HEAD")


# Ordinary repositories


def looks_newer(file: Path) -> None:
    """Make git read a file that has not changed."""
    os.utime(file)


def crlf_by_setting(repository: Path, _: Path) -> None:
    config(repository, "core.autocrlf=true")


def crlf_by_attributes(repository: Path, _: Path) -> None:
    (repository / ".git" / "info" / "attributes").write_text("*.yaml text eol=crlf\n", encoding="utf-8")


def crlf_of_the_user(_: Path, settings: Path) -> None:
    settings.write_text("[core]\n\tautocrlf = true\n", encoding="utf-8")


def crlf_by_attributes_of_the_user(_: Path, settings: Path) -> None:
    named = settings.with_name("attributes")
    named.write_text("*.yaml text eol=crlf\n", encoding="utf-8")
    settings.write_text(f'[core]\n\tattributesFile = "{named}"\n', encoding="utf-8")


def utf_16(repository: Path, _: Path) -> None:
    (repository / ".git" / "info" / "attributes").write_text("*.yaml working-tree-encoding=UTF-16\n", encoding="utf-8")


@pytest.mark.parametrize(
    "way", [crlf_by_setting, crlf_by_attributes, crlf_of_the_user, crlf_by_attributes_of_the_user, utf_16]
)
def test_files_that_git_writes_otherwise_than_it_keeps_them_are_compared_as_it_reads_them(
    repository: Path, monkeypatch: pytest.MonkeyPatch, way: Callable[[Path, Path], None]
) -> None:
    """On Windows every line ends otherwise than in the commit; nothing has changed for that."""
    settings = repository.with_name("settings")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    way(repository, settings)
    file = repository / BASELINE
    kept = file.read_bytes()
    file.unlink()
    git(repository, "checkout", "--quiet", BASELINE)
    assert file.read_bytes() != kept

    looks_newer(file)
    assert changed_since(repository, "main") == frozenset()
    file.write_bytes(file.read_bytes().replace(b"3", b"4"))
    assert changed_since(repository, "main") == {file.resolve()}


def test_a_file_behind_a_filter_counts_once_it_looks_newer(repository: Path) -> None:
    """Only the filter could tell that nothing has changed, and it does not run."""
    (repository / ".gitattributes").write_text("*.yaml filter=x\n", encoding="utf-8")
    config(repository, "filter.x.clean=tr a-z A-Z")
    for file in (repository / "data").iterdir():
        os.utime(file, (1, 1))
    git(repository, "add", "--renormalize", ".")
    commit(repository)
    assert changed_since(repository, "HEAD") == frozenset()

    looks_newer(repository / BASELINE)

    assert changed_since(repository, "HEAD") == {(repository / BASELINE).resolve()}


def test_what_people_leave_to_git_stays_so(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files ignored by the user or by this clone alone, and permissions on disks that have none."""
    settings = repository.with_name("settings")
    ignored = repository.with_name("ignored")
    ignored.write_text("*.tmp\n", encoding="utf-8")
    settings.write_text(f'[core]\n\texcludesFile = "{ignored}"\n\tfileMode = false\n', encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    git(repository, "config", "--unset", "core.fileMode")
    (repository / ".git" / "info" / "exclude").write_text("*.bak\n", encoding="utf-8")
    for name in ("a.tmp", "b.bak", "c.new"):
        (repository / name).write_text("", encoding="utf-8")
    (repository / BASELINE).chmod(0o755)

    assert changed_since(repository, "main") == {(repository / "c.new").resolve()}


def split_index(repository: Path) -> Path:
    git(repository, "update-index", "--split-index")
    return repository


def cached_untracked_files(repository: Path) -> Path:
    git(repository, "update-index", "--untracked-cache")
    git(repository, "status")
    return repository


def sparse(repository: Path) -> Path:
    (repository / "other").mkdir()
    (repository / "other" / "x").write_text("", encoding="utf-8")
    commit(repository)
    git(repository, "sparse-checkout", "set", "--cone", "--sparse-index", "data")
    assert not (repository / "other").exists()
    return repository


def by_other_hashes(repository: Path) -> Path:
    shutil.rmtree(repository / ".git")
    git(repository, "init", "--quiet", "--object-format=sha256")
    commit(repository)
    return repository


def as_a_submodule(repository: Path) -> Path:
    outer = repository.with_name("outer")
    outer.mkdir()
    git(outer, "init", "--quiet")
    git(outer, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(repository), "inner")
    assert git(outer / "inner", "config", "core.worktree")
    return outer / "inner"


def with_its_inside_elsewhere(repository: Path) -> Path:
    git(repository, "init", "--quiet", f"--separate-git-dir={repository.with_name('inside')}")
    return repository


def borrowing_objects(repository: Path) -> Path:
    git(repository.parent, "clone", "--quiet", "--shared", str(repository), "borrower")
    return repository.with_name("borrower")


@pytest.mark.parametrize(
    "kind",
    [
        split_index,
        cached_untracked_files,
        sparse,
        by_other_hashes,
        as_a_submodule,
        with_its_inside_elsewhere,
        borrowing_objects,
    ],
)
def test_every_kind_of_repository_is_asked_alike(repository: Path, kind: Callable[[Path], Path]) -> None:
    """Nothing counts in one that was just checked out; then exactly what is staged, changed and new."""
    top = kind(repository)
    data = top / "data"
    assert changed_since(data, "HEAD") == frozenset()
    for name in ("plan.yaml", "targets.yaml"):
        touch(data / name)
    git(top, "add", "data/plan.yaml")
    (data / "new.yaml").write_text("", encoding="utf-8")

    changed = changed_since(data, "HEAD")

    assert changed == {(data / name).resolve() for name in ("plan.yaml", "targets.yaml", "new.yaml")}
    assert commit_of(data, "HEAD").folder == "data/"


def test_asking_writes_nothing(repository: Path) -> None:
    """Neither into the index, which another git may be writing, nor anywhere else in the repository."""
    looks_newer(repository / BASELINE)
    before = {file: file.read_bytes() for file in repository.rglob("*") if file.is_file()}

    changed_since(repository / "data", "main")

    assert {file: file.read_bytes() for file in repository.rglob("*") if file.is_file()} == before


# Time


@pytest.fixture
def alive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], bool]]:
    """Whether anything that the git of this test has started is still there; git itself is a script ``git``."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)

    def answer() -> bool:
        # Whoever holds the other end keeps it open until it ends; the last one to go is heard at once.
        poll = select.poll()
        poll.register(reader, select.POLLHUP)
        return not any(event & select.POLLHUP for _, event in poll.poll(10_000))

    yield answer
    os.close(reader)


def script(tmp_path: Path, *lines: str) -> None:
    """Make a script take the place of git."""
    file = tmp_path / "git"
    file.write_text("\n".join(("#!/bin/sh", f"exec 9>'{tmp_path}/pipe'", *lines, "")), encoding="utf-8")
    file.chmod(0o755)


def test_git_is_told_to_ask_nobody_lock_nothing_and_stay_off_the_network(
    repository: Path, tmp_path: Path, alive: Callable[[], bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And to speak English, whatever the user's language; variables of git that lead elsewhere do not reach it."""
    monkeypatch.setenv("LANGUAGE", "vi")
    monkeypatch.setenv("LC_ALL", "vi_VN.UTF-8")
    monkeypatch.setenv("GIT_DIR", "/elsewhere")
    script(tmp_path, f"env > '{tmp_path}/seen'")

    with pytest.raises(Refusal):
        changed_since(repository / "data", "main", Git())

    seen = dict(line.split("=", 1) for line in (tmp_path / "seen").read_text(encoding="utf-8").splitlines())
    assert {name: seen.get(name) for name in ASKED_OF_GIT} == ASKED_OF_GIT
    assert not alive()


ASKED_OF_GIT = {
    "LC_ALL": "C",
    "LANGUAGE": None,
    "GIT_DIR": None,
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
}
"""Variables of git's environment; None of those that are not there."""


def test_a_git_that_hangs_is_ended_with_everything_it_started(
    repository: Path, tmp_path: Path, alive: Callable[[], bool]
) -> None:
    """A plan on a disk that does not answer, or behind a program that waits, must not stop a CI job for hours."""
    script(tmp_path, "sleep 1000 &", "sleep 1000")

    with pytest.raises(Refusal) as caught:
        changed_since(repository / "data", "main", Git(limit=0.5))

    data = repository / "data"
    assert caught.value.problem.en == f"git has not answered about {data} within 0.5 seconds and was stopped"
    assert caught.value.problem.vi == f"git chưa trả lời xong về {data} sau 0,5 giây nên bị dừng"
    assert caught.value.advice.en.startswith(
        f"If you trust the repository, run git status in {data} to see what holds it up"
    )
    assert not alive()


def test_a_child_that_outlives_git_is_not_waited_for(
    repository: Path, tmp_path: Path, alive: Callable[[], bool]
) -> None:
    """It may hold git's output open for ever."""
    script(tmp_path, "sleep 1000 &", "exit 0")

    with pytest.raises(Refusal, match="was stopped"):
        changed_since(repository / "data", "main", Git(limit=0.5))

    assert not alive()


def test_an_interrupt_ends_git_too(repository: Path, tmp_path: Path, alive: Callable[[], bool]) -> None:
    """It is out of reach of the terminal's Ctrl-C, so that it can be ended as a whole."""
    # More than a pipe holds: once it is written, somebody is reading it.
    script(tmp_path, "head -c 1000000 /dev/zero", f"kill -INT {os.getpid()}", "sleep 1000")

    with pytest.raises(KeyboardInterrupt):
        changed_since(repository / "data", "main")

    assert not alive()


def test_all_calls_together_have_one_limit(repository: Path) -> None:
    """Ten slow answers are as long as one that never comes."""
    asked = Git()

    changed_since(repository / "data", "main", asked)
    asked.left = 0

    assert asked.limit == 20
    with pytest.raises(Refusal, match="within 20 seconds"):
        plan_at(repository / "data", "main", asked)


def test_time_between_calls_does_not_count(repository: Path) -> None:
    """What qt-ict computes from the answers is not git's fault."""
    asked = Git()
    changed_since(repository / "data", "main", asked)
    spent = asked.left

    changed_since(repository / "data" / "nowhere", "main", asked)

    assert 0 < spent < asked.limit
    assert asked.left == spent


@pytest.mark.parametrize("setting", ["include.path", "core.excludesFile"])
def test_settings_that_never_end_are_left_behind(repository: Path, setting: str) -> None:
    """A pipe that nobody writes to, in place of a file."""
    os.mkfifo(repository / ".git" / "endless")
    config(repository, f"{setting}={repository / '.git' / 'endless'}")

    with pytest.raises(Refusal, match="was stopped"):
        changed_since(repository / "data", "main", Git(limit=0.5))


def test_a_pipe_among_the_repository_s_files_is_not_read(repository: Path) -> None:
    """Git itself would wait for it; we copy files that are some."""
    (repository / ".git" / "info" / "exclude").unlink()
    os.mkfifo(repository / ".git" / "info" / "exclude")

    assert changed_since(repository / "data", "main") == frozenset()
