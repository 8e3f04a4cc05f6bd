"""The command line: options to library to screen to exit code."""

import sys


def main() -> None:
    """Run ``qt-ict`` with the arguments of the process and end with its exit code."""
    # A short process whose objects all live to its end: collecting cycles only costs time.
    import gc

    gc.disable()
    from qt_ict.cli.run import run

    sys.exit(run(sys.argv[1:]))
