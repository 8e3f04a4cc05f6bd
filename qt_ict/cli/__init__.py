"""The command line: options to library to screen to exit code."""

import gc
import os
import sys

from qt_ict import interrupts


def main() -> None:
    """Run ``qt-ict`` with the arguments of the process and end with its exit code."""
    # Before anything else: most of a short run is spent on imports, and Ctrl-C comes at any of them.
    interrupts.end_at_once()
    # A short process whose objects all live to its end: collecting cycles only costs time.
    gc.disable()
    # Other packages' plugins have no say in how a plan is read, and looking for them costs time.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from qt_ict.cli.pipe import open_output
    from qt_ict.cli.run import run

    open_output()
    _end(run(sys.argv[1:]))


def _end(code: int) -> None:
    """End the process without taking its objects down one by one, which costs a quarter of a short run's time."""
    from contextlib import suppress

    for stream in (sys.stdout, sys.stderr):
        # What could not be written has been said, or nobody hears it: the exit code must do.
        with suppress(Exception):
            stream.flush()
    os._exit(code)
