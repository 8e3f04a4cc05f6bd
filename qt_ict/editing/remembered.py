"""What was declared of a sheet, remembered in the plan's file for the next one."""

from collections.abc import Mapping
from pathlib import Path

from qt_ict.editing.addition import FileChange, changed
from qt_ict.editing.how_read import HowRead
from qt_ict.editing.splice import with_keys, yaml_text
from qt_ict.loading.folder import Loaded

_SECTION = "sheets"


def declared_in(loaded: Loaded, columns: Mapping[str, str], flags: Mapping[str, str]) -> FileChange | None:
    """The plan's file with what was declared; None where it says that already.

    Args:
        loaded: The plan.
        columns: What headings mean.
        flags: What letters beside numbers mean.

    Raises:
        Refusal: The file cannot be changed safely, or was changed meanwhile.
    """
    known = loaded.plan.sheets
    new = {
        "columns": {each: said for each, said in columns.items() if known.columns.get(each) != said},
        "flags": {each: said for each, said in flags.items() if known.flags.get(each) != said},
    }
    entries = {
        key: {name: yaml_text(said) if key == "flags" else said for name, said in each.items()}
        for key, each in new.items()
        if each
    }
    if not entries:
        return None
    source = loaded.sources[_SECTION]
    file = Path(source.file)
    read = file.read_bytes()
    text = read.decode("utf-8", "replace")
    if text.removeprefix("\ufeff") != source.text:
        raise changed(file)
    if _SECTION not in source.marks:
        return FileChange(file, read, (text + _new_section(text, entries)).encode("utf-8"))
    return FileChange(file, read, with_keys(text, _SECTION, entries).encode("utf-8"))


def _new_section(text: str, entries: Mapping[str, Mapping[str, str]]) -> str:
    """The section behind the end of a text, in its line ends."""
    end = "\r\n" if "\r\n" in text else "\n"
    lines = [f"{_SECTION}:"]
    for key, said in entries.items():
        lines += [f"  {key}:", *(f"    {yaml_text(name)}: {each}" for name, each in said.items())]
    before = "" if text.endswith(("\n", "\r")) else end
    return before + end + end.join(lines) + end


def with_remembered(how: HowRead, loaded: Loaded) -> HowRead:
    """What is declared now, and what the plan remembers besides."""
    known = loaded.plan.sheets
    return how._replace(columns={**known.columns, **how.columns}, flags={**known.flags, **how.flags})
