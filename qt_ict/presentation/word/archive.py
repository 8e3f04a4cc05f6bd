"""A Word file whose bytes say nothing of when it was written."""

import io
import zipfile

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first time that a ZIP file can say."""


def settled(content: bytes) -> bytes:
    """The same file with every entry of the same time."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(zipfile.ZipInfo(entry.filename, _EPOCH), old.read(entry), zipfile.ZIP_DEFLATED)
    return out.getvalue()
