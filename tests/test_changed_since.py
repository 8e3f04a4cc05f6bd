"""``qt-ict validate --changed-since`` in real git repositories."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from qt_ict.loading.git.revisions import changed_since, plan_at, plan_of
from tests.conftest import ROOT, Result, edit
from tests.test_other_plans import write

Run = Callable[..., Result]
Since = Callable[..., tuple[int, set[tuple[str, str]]]]

OLD = ("QT401", "baseline_2010.yaml")
"""An error that lies in one file alone: the printed ratio is not the one computed."""
ACROSS = ("QT501", "targets.yaml")
"""A warning in one file whose other sides lie in two others: the target is below the baseline."""
CHECKED = ("--select", "QT1,QT2,QT3,QT401,QT501", "--format", "json")


def git(folder: Path, *arguments: str) -> str:
    """What git says."""
    return subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout.strip()


def commit(folder: Path, message: str = "change") -> str:
    """The hash of a commit of everything there is."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", message)
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture(autouse=True)
def own_git(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No settings and no repository of whoever runs the tests, not even inside a hook."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    settings = {"CONFIG_GLOBAL": os.devnull, "CONFIG_NOSYSTEM": "1", "CEILING_DIRECTORIES": str(tmp_path)}
    people = {f"{who}_{what}": "a@b" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    for name, value in (settings | people).items():
        monkeypatch.setenv(f"GIT_{name}", value)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository whose one plan, in data, has two old findings."""
    top = tmp_path / "kho của tôi"
    top.mkdir()
    git(top, "init", "--quiet", "--initial-branch", "main")
    plan = write(top / "data", value="20", comparator="at_least")
    edit(plan / "baseline_2010.yaml", "value: 30,", 'value: 30, printed: "31%", of: whole,')
    (top / ".gitignore").write_text("*.log\n", encoding="utf-8")
    commit(top)
    return top


@pytest.fixture
def found(qt_ict: Run, repository: Path) -> Since:
    """The exit code, and what is reported since a revision: code and file."""

    def since(revision: str = "main", *options: str) -> tuple[int, set[tuple[str, str]]]:
        result = qt_ict("validate", str(repository / "data"), *CHECKED, "--changed-since", revision, *options)
        assert result.err == ""
        listed = json.loads(result.out)["findings"]
        return result.code, {(finding["code"], Path(finding["file"]).name) for finding in listed}

    return since


def touch(file: Path) -> None:
    """Change a file without changing what it says."""
    file.write_text(file.read_text(encoding="utf-8") + "# read again\n", encoding="utf-8")


def test_old_findings_are_not_reported(qt_ict: Run, repository: Path, found: Since) -> None:
    """Whoever adopts an old plan starts green, even under --strict."""
    whole = qt_ict("validate", str(repository / "data"), *CHECKED)

    assert whole.code == 1
    assert [each["code"] for each in json.loads(whole.out)["findings"]] == ["QT401", "QT501"]
    assert found("main") == (0, set())
    assert found("main", "--strict") == (0, set())


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("plan.yaml", (0, set())),
        ("baseline_2010.yaml", (1, {OLD, ACROSS})),
        ("indicators.yaml", (0, {ACROSS})),
        ("targets.yaml", (0, {ACROSS})),
    ],
)
def test_a_finding_counts_where_any_of_its_places_is_touched(
    repository: Path, found: Since, name: str, expected: object
) -> None:
    """Its own, or one of its sides: whoever changes a figure is told of the target it now contradicts."""
    touch(repository / "data" / name)

    assert found() == expected


def test_every_way_of_touching_a_file_counts(repository: Path, found: Since) -> None:
    """Unstaged, staged, committed on a branch; and no longer, once the branch is the revision."""
    baseline = repository / "data" / "baseline_2010.yaml"
    git(repository, "switch", "--quiet", "--create", "change")

    touch(baseline)
    assert found() == (1, {OLD, ACROSS})
    git(repository, "add", "--all")
    assert found() == (1, {OLD, ACROSS})
    commit(repository)
    assert found() == (1, {OLD, ACROSS})
    assert found("change") == (0, set())


def test_files_that_git_does_not_hold_count(repository: Path, found: Since) -> None:
    """A new file is a change before git knows it, and what git ignores was not there either."""
    git(repository, "rm", "--quiet", "--cached", "data/baseline_2010.yaml")
    git(repository, "commit", "--quiet", "--message", "not any more")

    assert found() == (1, {OLD, ACROSS})
    (repository / ".gitignore").write_text("baseline_*\n", encoding="utf-8")
    assert found()[0] == 1


def test_what_was_not_found_before_is_said_wherever_it_lies(repository: Path, qt_ict: Callable[..., Result]) -> None:
    """No place of it need be touched as far as git can tell: what is new is new."""
    file = repository / "data" / "indicators.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("factor: 100,", "factor: 1000,"), encoding="utf-8")
    git(repository, "update-index", "--assume-unchanged", "data/indicators.yaml")

    result = qt_ict("validate", str(repository / "data"), "--changed-since", "HEAD", "--format", "json")

    assert result.code == 1
    assert [finding["code"] for finding in json.loads(result.out)["findings"]] == ["QT424"]


ROUND = """\
round: {{vi: Đợt, en: Round, document: d, date: {date}, transcribed: true}}
figures:
  part: {{value: 300}}
  whole: {{value: 200}}
"""
"""A later round in which a part is larger than its whole."""


def later_round(repository: Path, date: str) -> Path:
    """The file of a later round of the repository's plan."""
    file = repository / "data" / "rounds" / f"{date}.yaml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(ROUND.format(date=date), encoding="utf-8")
    return file


def test_a_finding_of_one_round_is_not_that_of_another(repository: Path, qt_ict: Run) -> None:
    """Old in its own round, new in the next, though code, entry and numbers are the same."""
    edit(repository / "data" / "baseline_2010.yaml", 'printed: "31%", ', "")
    later_round(repository, "2011-12-31")
    commit(repository)
    later_round(repository, "2012-12-31")

    result = qt_ict(
        "validate", str(repository / "data"), "--select", "QT412", "--changed-since", "HEAD", "--format=json"
    )

    found = [(finding["at"], Path(finding["file"]).name) for finding in json.loads(result.out)["findings"]]
    assert found == [(["2012-12-31", "figures", "part", "value"], "2012-12-31.yaml")]


def test_a_plan_of_a_revision_has_its_rounds(repository: Path) -> None:
    """Both as the branch left it, and exactly as a revision has it."""
    left = commit(repository)
    git(repository, "switch", "--quiet", "--create", "change")
    git(repository, "switch", "--quiet", "main")
    file = later_round(repository, "2011-12-31")
    (file.parent / "notes.txt").write_text("none", encoding="utf-8")
    commit(repository)
    git(repository, "switch", "--quiet", "change")
    four = {"plan.yaml", "indicators.yaml", "baseline_2010.yaml", "targets.yaml"}

    assert set(plan_at(repository / "data", "main")) == four
    assert set(plan_of(repository / "data", left)) == four
    assert set(plan_of(repository / "data", "main")) == {*four, "rounds/2011-12-31.yaml"}
    assert plan_of(repository / "data", "main")["rounds/2011-12-31.yaml"] == ROUND.format(date="2011-12-31").encode()


def test_a_renamed_file_counts(repository: Path, found: Since) -> None:
    """Its findings lie under the new name."""
    git(repository, "mv", "data/baseline_2010.yaml", "data/baseline_2011.yaml")

    assert found() == (1, {("QT401", "baseline_2011.yaml"), ACROSS})
    commit(repository)
    assert found("HEAD~1") == (1, {("QT401", "baseline_2011.yaml"), ACROSS})


def test_what_others_changed_since_does_not_count(repository: Path, found: Since) -> None:
    """A branch is compared with the place where it left, not with what main has become."""
    git(repository, "switch", "--quiet", "--create", "change")
    touch(repository / "data" / "plan.yaml")
    commit(repository)
    git(repository, "switch", "--quiet", "main")
    touch(repository / "data" / "baseline_2010.yaml")
    commit(repository)
    git(repository, "switch", "--quiet", "change")

    assert found() == (0, set())


def test_several_plans_are_filtered_together(qt_ict: Run, repository: Path) -> None:
    """Each in the repository it lies in."""
    second = write(repository / "second", value="20", comparator="at_least")
    commit(repository)
    touch(second / "targets.yaml")

    result = qt_ict("validate", str(repository / "data"), str(second), *CHECKED, "--changed-since", "HEAD")

    assert {Path(each["file"]).parent.name for each in json.loads(result.out)["findings"]} == {"second"}


def test_a_plan_that_cannot_be_loaded_is_said_in_full(repository: Path, found: Since) -> None:
    """Touched or not: nothing else of it was checked, so silence would be a lie."""
    edit(repository / "data" / "targets.yaml", "due: 2015", "due: tomorrow")
    edit(repository / "data" / "baseline_2010.yaml", "value: 100", "value: 1.234.567")
    commit(repository)

    code, findings = found("HEAD")

    assert code == 1
    assert {file for _, file in findings} == {"targets.yaml", "baseline_2010.yaml"}
    (repository / "data" / "plan.yaml").unlink()
    assert found("HEAD")[0] == 2


def test_all_ways_at_once(repository: Path) -> None:
    """Exactly the files touched, deleted and renamed ones under every name they had."""
    deep = repository / "khác" / "Số liệu gốc"
    deep.mkdir(parents=True)
    for name in ("đã xóa.yaml", "tên cũ.yaml", "để yên.yaml"):
        (deep / name).write_text(f"{name}: một tệp đủ dài để git nhận ra nó khi đổi tên\n", encoding="utf-8")
    base = commit(repository)
    touch(repository / "data" / "plan.yaml")
    commit(repository)
    (deep / "đã xóa.yaml").unlink()
    git(deep, "mv", "tên cũ.yaml", "tên mới.yaml")
    touch(repository / "data" / "targets.yaml")
    git(repository, "add", "data/targets.yaml")
    touch(repository / "data" / "indicators.yaml")
    (deep / "mới\nnguyên.yaml").write_text("", encoding="utf-8")
    (deep / "bỏ qua.log").write_text("", encoding="utf-8")

    expected = [repository / "data" / name for name in ("plan.yaml", "targets.yaml", "indicators.yaml")]
    expected += [deep / name for name in ("đã xóa.yaml", "tên cũ.yaml", "tên mới.yaml", "mới\nnguyên.yaml")]
    assert changed_since(repository / "data", base) == {each.resolve() for each in expected}
    assert changed_since(deep, base) == changed_since(repository, base)


@pytest.mark.parametrize("revision", ["main", "HEAD~0", "v1", "v1^{}", ":/change", "main@{1 day ago}", "origin/main"])
def test_whatever_git_takes_for_a_commit_is_one(repository: Path, revision: str) -> None:
    """Branches, tags with a message, hashes, searches."""
    git(repository, "tag", "--annotate", "v1", "--message", "one")
    git(repository, "update-ref", "refs/remotes/origin/main", "HEAD")
    touch(repository / "data" / "plan.yaml")

    assert changed_since(repository, revision) == {(repository / "data" / "plan.yaml").resolve()}


def test_links_to_a_plan_are_followed(qt_ict: Run, repository: Path, tmp_path: Path) -> None:
    """The repository is the one where the plan really lies; links in a circle harm nobody."""
    (tmp_path / "link").symlink_to(repository / "data")
    (repository / "circle").symlink_to("circle")
    touch(repository / "data" / "baseline_2010.yaml")

    result = qt_ict("validate", str(tmp_path / "link"), *CHECKED, "--changed-since", "main")

    assert [each["code"] for each in json.loads(result.out)["findings"]] == ["QT401", "QT501"]


def test_a_second_working_tree_is_its_own(repository: Path, tmp_path: Path) -> None:
    """``git worktree``: what is changed in the other one is not changed here."""
    git(repository, "worktree", "add", "--quiet", str(tmp_path / "tree"), "-b", "other")
    touch(repository / "data" / "plan.yaml")
    touch(tmp_path / "tree" / "data" / "targets.yaml")

    assert changed_since(tmp_path / "tree" / "data", "main") == {
        (tmp_path / "tree" / "data" / "targets.yaml").resolve()
    }


def test_a_hook_of_git_changes_nothing(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Hooks inherit variables that name a repository and an index; the folder says which one is meant."""
    other = tmp_path / "other"
    other.mkdir()
    git(other, "init", "--quiet")
    touch(repository / "data" / "plan.yaml")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "nowhere"))
    monkeypatch.setenv("GIT_PREFIX", "data/")

    assert changed_since(repository / "data", "main") == {(repository / "data" / "plan.yaml").resolve()}


def test_a_commit_of_everything_is_seen_in_its_hook(repository: Path) -> None:
    """``git commit --all`` keeps the new index in another file until the hook has passed."""
    hook = repository / ".git" / "hooks" / "pre-commit"
    asked = 'changed_since(Path("data"), "main")'
    question = f"from pathlib import Path; from qt_ict.loading.git.revisions import changed_since; print({asked})"
    ask = f"PYTHONPATH='{ROOT}' '{sys.executable}' -c '{question}' > seen"
    hook.write_text(f"#!/bin/sh\n{ask}\n", encoding="utf-8")
    hook.chmod(0o755)
    touch(repository / "data" / "plan.yaml")

    git(repository, "commit", "--quiet", "--all", "--message", "all")

    assert str(repository / "data" / "plan.yaml") in (repository / "seen").read_text(encoding="utf-8")


def test_settings_of_the_user_change_nothing(repository: Path) -> None:
    """Relative names, copies for renames, no untracked files, names in quotes, colours."""
    for name, value in {
        "diff.relative": "true",
        "diff.noprefix": "true",
        "diff.renames": "copies",
        "status.renames": "copies",
        "status.showUntrackedFiles": "no",
        "status.relativePaths": "true",
        "status.branch": "true",
        "core.quotePath": "true",
        "color.ui": "always",
    }.items():
        git(repository, "config", name, value)
    touch(repository / "data" / "plan.yaml")
    (repository / "mới.yaml").write_text("", encoding="utf-8")

    assert changed_since(repository / "data", "main") == {
        (repository / "data" / "plan.yaml").resolve(),
        (repository / "mới.yaml").resolve(),
    }


def test_a_missing_folder_is_said_by_the_loader(qt_ict: Run, tmp_path: Path) -> None:
    """One message for one mistake."""
    result = qt_ict("validate", str(tmp_path / "nowhere"), "--changed-since", "main", "--format", "json")

    assert changed_since(tmp_path / "nowhere", "main") == frozenset()
    assert (result.code, [each["code"] for each in json.loads(result.out)["findings"]]) == (2, ["QT118"])


def refused(qt_ict: Run, folder: Path, revision: str = "main") -> tuple[list[str], list[str]]:
    """The message and the next step in both languages: exit code 2, nothing on standard output."""
    both = []
    for language in ("vi", "en"):
        result = qt_ict("validate", str(folder), f"--changed-since={revision}", "--lang", language)
        assert (result.code, result.out) == (2, "")
        problem, advice = result.err.splitlines()
        assert problem.startswith("qt-ict: ")
        assert advice.startswith("  = ")
        both.append([problem.removeprefix("qt-ict: "), advice.removeprefix("  = ")])
    return both[0], both[1]


@pytest.mark.parametrize(
    "revision",
    ["nowhere", "-x", "--all", " ", "two words", "HEAD:data", "HEAD:.gitignore", "^main", "a..b", "0" * 40],
)
def test_what_is_no_revision_is_refused(qt_ict: Run, repository: Path, revision: str) -> None:
    """Options, ranges, folders and files are no commits, however git would take them."""
    vietnamese, english = refused(qt_ict, repository / "data", revision)

    assert vietnamese[0] == f"git không có phiên bản nào là “{revision}”"
    assert vietnamese[1].startswith("Xem các tên: git branch --all, git tag.")
    assert english[0] == f"git knows no revision “{revision}”"
    assert "origin/main" in english[1]
    assert "fetch-depth: 0" in english[1]


def test_a_folder_in_no_repository_is_refused(qt_ict: Run, plan_copy: Path) -> None:
    """Nothing there has a history."""
    vietnamese, english = refused(qt_ict, plan_copy)

    assert vietnamese[0] == f"{plan_copy} không nằm trong kho git nào"
    assert english[0] == f"{plan_copy} is in no git repository"
    assert english[1].endswith("or ask for no earlier version.")


def test_a_machine_without_git_is_told_so(
    qt_ict: Run, repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Small containers have none."""
    monkeypatch.setenv("PATH", str(tmp_path))

    vietnamese, english = refused(qt_ict, repository / "data")

    assert vietnamese[0].startswith("cần git để xem phiên bản trước, nhưng không chạy được git: ")
    assert english == [
        "an earlier version is read by git, which fails: No such file or directory",
        "Install git, or ask for no earlier version.",
    ]


def test_a_repository_without_commits_is_refused(qt_ict: Run, plan_copy: Path) -> None:
    """There is no revision yet."""
    git(plan_copy, "init", "--quiet")

    vietnamese, english = refused(qt_ict, plan_copy)

    assert vietnamese[0] == f"kho git chứa {plan_copy} chưa có commit nào"
    assert english[0] == f"the git repository of {plan_copy} has no commit yet"


def test_histories_that_never_met_are_refused(qt_ict: Run, repository: Path, tmp_path: Path) -> None:
    """As in a shallow clone, the usual cause in CI."""
    git(repository, "switch", "--quiet", "--create", "change")
    touch(repository / "data" / "plan.yaml")
    commit(repository)
    git(repository, "switch", "--quiet", "main")
    commit(repository)
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "--quiet", "--depth=1", "--no-single-branch", repository.as_uri(), str(shallow))
    git(shallow, "switch", "--quiet", "change")

    vietnamese, english = refused(qt_ict, shallow / "data", "origin/main")

    assert vietnamese[0] == "origin/main và HEAD không có lịch sử chung"
    assert english[0] == "origin/main and HEAD have no history in common"
    assert "fetch-depth: 0" in vietnamese[1]
    assert "git fetch --unshallow" in english[1]


def test_a_repository_of_another_user_is_refused(
    qt_ict: Run, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in containers; the next step is git's own, and works."""
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")

    vietnamese, english = refused(qt_ict, repository / "data")

    assert "thuộc người dùng khác" in vietnamese[0]
    assert english[0].endswith("which belongs to another user")
    command = f"git config --global --add safe.directory '{repository}'"
    assert vietnamese[1].endswith(command)
    assert english[1] == f"If you trust it, run: {command}"


def test_an_error_of_git_is_passed_on(qt_ict: Run, repository: Path) -> None:
    """A bare repository, a broken index, a setting git cannot read."""
    (repository / ".git" / "index").write_bytes(b"broken")

    vietnamese, english = refused(qt_ict, repository / "data")

    assert vietnamese[0].startswith(f"git báo lỗi ở {repository / 'data'}: ")
    assert english[0].startswith(f"git answers with an error in {repository / 'data'}: ")
    assert english[1].startswith("Run git status in ")
    (repository / ".git" / "config").write_text("[core\n", encoding="utf-8")
    assert "fatal: bad config line 1" in refused(qt_ict, repository / "data")[1][0]
