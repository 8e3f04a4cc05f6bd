"""The two versions of a plan that ``diff`` compares: each a folder, or a revision of the default plan's folder."""

from pathlib import Path

from qt_ict.cli.plans import loaded
from qt_ict.diagnostics.finding import Finding
from qt_ict.diagnostics.refusal import Broken, Refusal
from qt_ict.language import Text
from qt_ict.loading.folder import plan_folder
from qt_ict.loading.git.calls import Git
from qt_ict.loading.git.revisions import commit_of, plan_of
from qt_ict.loading.snapshot import load_files
from qt_ict.report.versions import Version


def versions(old: str, new: str, data: Path | None) -> tuple[Version, Version]:
    """Both versions, whatever each of them is.

    Args:
        old: A folder, or a git revision.
        new: The same.
        data: The folder that revisions are looked up for.

    Raises:
        Refusal: One is neither folder nor revision, a revision has no such plan, or both are one folder.
        Broken: Their data break a rule of loading; everything that is wrong with either.
    """
    folders = [each for each in (old, new) if _is_folder(each)]
    if len(folders) == 2 and Path(old).samefile(new):
        raise _one_folder(old, new)
    history = plan_folder(data, Path())
    if len(folders) < 2 and not _is_folder(str(history)):
        # Said once, as for every command.
        loaded(history)
    git = Git()
    found: list[Version] = []
    findings: list[Finding] = []
    for named in (old, new):
        try:
            found.append(Version(loaded(Path(named))) if named in folders else _of_revision(history, named, git))
        except Broken as broken:
            findings += broken.findings
    if findings:
        raise Broken(findings)
    return found[0], found[1]


def _is_folder(named: str) -> bool:
    """True where a folder of that name is there; False of a name that no system can hold."""
    try:
        return bool(named) and Path(named).is_dir()
    except (OSError, ValueError):
        return False


def _of_revision(folder: Path, revision: str, git: Git) -> Version:
    """The plan of a folder as a revision has it."""
    try:
        commit = commit_of(folder, revision, git)
    except Refusal as refusal:
        raise _neither(revision, refusal) from None
    files = plan_of(folder, revision, git)
    if not files:
        raise _no_plan(folder, revision)
    plan, findings = load_files(files, f"{revision}:{commit.folder}")
    if plan is None:
        raise Broken(findings)
    return Version(plan, revision, commit.hash, commit.day)


def _one_folder(old: str, new: str) -> Refusal:
    return Refusal(
        Text("{old} và {new} là cùng một thư mục", "{old} and {new} are the same folder").fill(old=old, new=new),
        Text(
            "Để so với trạng thái trước, nêu một phiên bản git: qt-ict diff HEAD {new} --data {new}",
            "To compare with an earlier state, name a git revision: qt-ict diff HEAD {new} --data {new}",
        ).fill(new=new),
    )


def _neither(named: str, refusal: Refusal) -> Refusal:
    problem = Text("không có thư mục “{named}”; {why}", "there is no folder “{named}”; {why}")
    return Refusal(problem.fill(named=named, why=refusal.problem), refusal.advice)


def _no_plan(folder: Path, revision: str) -> Refusal:
    return Refusal(
        Text(
            "phiên bản “{revision}” không có kế hoạch ở {folder}", "revision “{revision}” has no plan in {folder}"
        ).fill(revision=revision, folder=folder),
        Text(
            "Xem kế hoạch có từ khi nào: git log --diff-filter=A -- {folder}. Thư mục khác: --data.",
            "See since when it is there: git log --diff-filter=A -- {folder}. Another folder: --data.",
        ).fill(folder=folder),
    )
