"""What git cannot tell of a plan, in words: why, and what to do."""

import re
from decimal import Decimal
from pathlib import Path

from qt_ict.diagnostics.refusal import Refusal
from qt_ict.language import Text


def no_git(error: OSError) -> Refusal:
    """The refusal where git cannot be started."""
    cause = error.strerror or str(error)
    return Refusal(
        Text(
            "cần git để xem phiên bản trước, nhưng không chạy được git: {cause}",
            "an earlier version is read by git, which fails: {cause}",
        ).fill(cause=cause),
        Text("Cài git, hoặc không hỏi đến phiên bản trước.", "Install git, or ask for no earlier version."),
    )


def too_slow(folder: Path, seconds: Decimal) -> Refusal:
    """The refusal where git does not end.

    Args:
        folder: Where it was called.
        seconds: How long it was waited for, in all calls together [s].
    """
    return Refusal(
        Text(
            "git chưa trả lời xong về {folder} sau {seconds} giây nên bị dừng",
            "git has not answered about {folder} within {seconds} seconds and was stopped",
        ).fill(folder=folder, seconds=seconds),
        Text(
            "Nếu tin kho này, chạy git status trong {folder} để xem vướng ở đâu, rồi thử lại; hoặc không hỏi đến phiên "
            "bản trước.",
            "If you trust the repository, run git status in {folder} to see what holds it up, then try again; or ask "
            "for no earlier version.",
        ).fill(folder=folder),
    )


def no_working_tree(folder: Path, code: int, said: str) -> Refusal:
    """The refusal where git finds no repository, or does not open it.

    Args:
        folder: Where it looked.
        code: Its exit code.
        said: Its messages.
    """
    if "dubious ownership" in said or "unsafe repository" in said:
        return _of_another_owner(folder, said)
    if "safe.bareRepository" in said:
        return _inside(folder)
    if "not a git repository" not in said:
        return refused(folder, code, said)
    return Refusal(
        Text("{folder} không nằm trong kho git nào", "{folder} is in no git repository").fill(folder=folder),
        Text(
            "Chạy trong bản sao (clone) của kho git, hoặc không hỏi đến phiên bản trước.",
            "Run it in a clone of the repository, or ask for no earlier version.",
        ),
    )


def _of_another_owner(folder: Path, said: str) -> Refusal:
    found = re.search(r"safe\.directory (.+)", said)
    trust = f"git config --global --add safe.directory {found.group(1) if found else folder.resolve()}"
    return Refusal(
        Text(
            "git không mở kho chứa {folder} vì kho thuộc người dùng khác",
            "git does not open the repository of {folder}, which belongs to another user",
        ).fill(folder=folder),
        Text("Nếu tin kho này, chạy: {trust}", "If you trust it, run: {trust}").fill(trust=trust),
    )


def _inside(folder: Path) -> Refusal:
    return Refusal(
        Text(
            "{folder} có tệp như bên trong một kho git (HEAD, objects, refs), nên không xem được phiên bản trước",
            "{folder} looks like the inside of a git repository (HEAD, objects, refs), so no earlier version is read",
        ).fill(folder=folder),
        Text(
            "Dời các tệp đó đi, hoặc không hỏi đến phiên bản trước.",
            "Move those files away, or ask for no earlier version.",
        ),
    )


def working_tree_elsewhere(folder: Path, top: Path) -> Refusal:
    """The refusal of a repository whose files are said to lie in another folder than the one that holds it.

    Args:
        folder: A folder in the repository.
        top: Where its files are said to lie.
    """
    return Refusal(
        Text(
            "kho git chứa {folder} khai thư mục làm việc ở chỗ khác: {top} (core.worktree)",
            "the git repository of {folder} has its working tree elsewhere: {top} (core.worktree)",
        ).fill(folder=folder, top=top),
        Text(
            "Nếu không cố ý, chạy: git -C {folder} config --unset core.worktree. Nếu cố ý, không hỏi đến phiên bản "
            "trước.",
            "Unless that is meant, run: git -C {folder} config --unset core.worktree. If it is, ask for no earlier "
            "version.",
        ).fill(folder=folder),
    )


def no_commits(folder: Path) -> Refusal:
    """The refusal of a repository without history."""
    return Refusal(
        Text("kho git chứa {folder} chưa có commit nào", "the git repository of {folder} has no commit yet").fill(
            folder=folder
        ),
        Text(
            "Commit lần đầu, hoặc không hỏi đến phiên bản trước.",
            "Commit something first, or ask for no earlier version.",
        ),
    )


def no_revision(revision: str) -> Refusal:
    """The refusal of a name that git does not know."""
    return Refusal(
        Text("git không có phiên bản nào là “{revision}”", "git knows no revision “{revision}”").fill(
            revision=revision
        ),
        Text(
            "Xem các tên: git branch --all, git tag. Trong CI, nhánh main tên là origin/main và cần tải toàn bộ "
            "lịch sử (GitHub: fetch-depth: 0; GitLab: GIT_DEPTH: 0).",
            "See the names: git branch --all, git tag. In CI the branch main is called origin/main, and the whole "
            "history must be fetched (GitHub: fetch-depth: 0; GitLab: GIT_DEPTH: 0).",
        ),
    )


def no_common_history(revision: str) -> Refusal:
    """The refusal of a revision that HEAD has nothing in common with."""
    return Refusal(
        Text("{revision} và HEAD không có lịch sử chung", "{revision} and HEAD have no history in common").fill(
            revision=revision
        ),
        Text(
            "Có lẽ bản sao thiếu lịch sử; tải thêm: git fetch --unshallow (GitHub: fetch-depth: 0; GitLab: "
            "GIT_DEPTH: 0).",
            "Probably the clone is shallow; fetch more: git fetch --unshallow (GitHub: fetch-depth: 0; GitLab: "
            "GIT_DEPTH: 0).",
        ),
    )


def refused(folder: Path, code: int, said: str) -> Refusal:
    """The refusal where git answers with an error.

    Args:
        folder: Where it was called.
        code: Its exit code.
        said: Its messages.
    """
    if "promisor remote" in said:
        return _partial(folder)
    lines = said.strip().splitlines()
    cause = next((line for line in lines if line.startswith("fatal: ")), lines[-1] if lines else str(code))
    return Refusal(
        Text("git báo lỗi ở {folder}: {cause}", "git answers with an error in {folder}: {cause}").fill(
            folder=folder, cause=cause
        ),
        Text("Chạy git status trong {folder} và sửa lỗi đó.", "Run git status in {folder} and mend what it says.").fill(
            folder=folder
        ),
    )


def _partial(folder: Path) -> Refusal:
    return Refusal(
        Text(
            "bản sao git chứa {folder} thiếu nội dung của phiên bản trước (git clone --filter)",
            "the git clone of {folder} lacks what the earlier version holds (git clone --filter)",
        ).fill(folder=folder),
        Text(
            "Tải phần thiếu: git -C {folder} fetch --refetch --no-filter (GitHub: bỏ filter của actions/checkout).",
            "Fetch what is missing: git -C {folder} fetch --refetch --no-filter (GitHub: leave out the filter of "
            "actions/checkout).",
        ).fill(folder=folder),
    )
