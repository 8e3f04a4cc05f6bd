"""``--reference`` and ``--without``: whose past cases are counted."""

from pathlib import Path

from qt_ict.diagnostics.refusal import Broken, Refusal, unknown
from qt_ict.language import Text
from qt_ict.loading.folder import Loaded, shipped_folder
from qt_ict.loading.reference_class import load, load_from, shipped_names
from qt_ict.nearest import ids_meant
from qt_ict.reference.classes import ReferenceClass


def reference_named(name: str, plan: Loaded | None) -> ReferenceClass:
    """The class of a name: one that the plan uses, a shipped one, else a file.

    Raises:
        Broken: Something is wrong with the file.
        Refusal: There is neither such a class nor such a file.
    """
    if plan is not None and name in plan.classes:
        return plan.classes[name]
    shipped = shipped_names(shipped_folder())
    if name not in shipped and not _means_a_file(name):
        raise unknown(Text("nhóm tham chiếu", "reference class"), name, {each: Text.same(each) for each in shipped})
    found, findings = load_from(shipped_folder(), name) if name in shipped else load(Path(name))
    if found is None:
        raise Broken(findings)
    return found


def _means_a_file(name: str) -> bool:
    """True where a name has an ending, or a file is called so."""
    try:
        return bool(Path(name).suffix) or Path(name).is_file()
    except OSError:  # Too long to be a file.
        return False


def area_of(name: str | None, reference: ReferenceClass) -> str | None:
    """The area of a class, given by its id or its name; None where none is named.

    Raises:
        Refusal: The class has no such area.
    """
    if name is None:
        return None
    names = {area: reference.area_name(area) for area in reference.areas}
    found = ids_meant(name, names)
    if not found:
        raise unknown(Text("địa bàn", "area"), name, names)
    return found[0]


def without_alone() -> Refusal:
    """The refusal of an area to be left out where no class is named."""
    return Refusal(
        Text("--without cần --reference", "--without needs --reference"),
        Text(
            "Thêm --reference và tên nhóm, hoặc ghi without ở chỉ tiêu.",
            "Add --reference and the class, or write without at the indicator.",
        ),
    )
