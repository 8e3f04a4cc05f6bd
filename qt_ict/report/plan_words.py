"""Which plan is spoken of, in words and as plain data."""

from qt_ict.language import EMPTY, Text
from qt_ict.loading.folder import Loaded
from qt_ict.report.field import Record

FORMAT = 1
"""Version of the data; it changes when a field changes its meaning."""


def plan_name(loaded: Loaded) -> Text:
    """The area and the number of a plan."""
    identity = loaded.plan.identity
    return identity.area.name + f", {identity.number}"


def identified_by(loaded: Loaded) -> Text:
    """Where the plan's number and date come from, where that is not its own text; else empty."""
    register = loaded.plan.identity.identified_by
    return _BY_REGISTER.fill(register=register) if register else EMPTY


_BY_REGISTER = Text("Số, ngày kế hoạch {register}.", "Number and date: {register}.")


def plan_line(loaded: Loaded) -> Text:
    """Which plan was used, whether it is the one that comes with the package, and what is not of its own text."""
    register = identified_by(loaded)
    return _folder_used(loaded) + " " + register if register else _folder_used(loaded)


def _folder_used(loaded: Loaded) -> Text:
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
        "date": identity.date.isoformat(),
        "identified_by": identity.identified_by.by_language if identity.identified_by else None,
        "name": identity.name.by_language,
        "area": identity.area.name.by_language,
        "languages": list(loaded.plan.languages),
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
            "name": plan.round.name.by_language,
            "date": plan.round.date.isoformat(),
        },
    }
