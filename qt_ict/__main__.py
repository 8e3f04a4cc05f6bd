"""``python -m qt_ict`` is ``qt-ict``."""

from qt_ict.cli import main

main()
