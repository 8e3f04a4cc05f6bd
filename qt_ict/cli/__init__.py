"""The command line: options to library to screen to exit code."""

import gc
import os
import sys


def main() -> None:
    """Run ``qt-ict`` with the arguments of the process and end with its exit code."""
    # A short process whose objects all live to its end: collecting cycles only costs time.
    gc.disable()
    # Other packages' plugins have no say in how a plan is read, and looking for them costs time.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from qt_ict.cli.run import run

    sys.exit(run(sys.argv[1:]))
