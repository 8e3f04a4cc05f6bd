"""Which plan is spoken of, in words and as plain data."""

from qt_ict.language import Text
from qt_ict.loading.folder import Loaded
from qt_ict.report.field import Record, halves

FORMAT = 1
"""Version of the data; it changes when a field changes its meaning."""


def plan_name(loaded: Loaded) -> Text:
    """The area and the number of a plan."""
    identity = loaded.plan.identity
    return identity.area.name + f", {identity.number}"


def plan_line(loaded: Loaded) -> Text:
    """Which plan was used, and whether it is the one that comes with the package."""
    folder = loaded.folder
    if folder == ".":
        return Text("Dữ liệu: thư mục hiện tại.", "Data: the current folder.")
    if loaded.shipped:
        return Text(
            "Dữ liệu: kế hoạch kèm theo qt-ict ({folder}).", "Data: the plan shipped with qt-ict ({folder})."
        ).fill(folder=folder)
    return Text("Dữ liệu: {folder}.", "Data: {folder}.").fill(folder=folder)


def plan_record(loaded: Loaded) -> Record:
    """Which plan it is, and where it comes from."""
    identity = loaded.plan.identity
    return {
        "number": identity.number,
        "name": halves(identity.name),
        "area": halves(identity.area.name),
        "folder": loaded.folder,
        "shipped": loaded.shipped,
    }


def heading(loaded: Loaded) -> Record:
    """Format, plan and round: how data begin."""
    plan = loaded.plan
    return {
        "format": FORMAT,
        "plan": plan_record(loaded),
        "round": {
            "id": plan.round_id,
            "name": halves(plan.round.name),
            "date": plan.round.date.isoformat(),
        },
    }
