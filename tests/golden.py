"""Expected outputs of the shipped plan: a changed figure shows the changed results in the same diff.

``make golden`` writes them anew.
"""

import os
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"

OUTPUTS = {
    "gap_2015.vi.txt": "gap --year 2015 --lang vi",
    "gap.en.txt": "gap --lang en",
    "gap.json": "gap --format json",
    "gap_2020.csv": "gap --year 2020 --format csv",
    "gap_2015.md": "gap --year 2015 --format markdown --lang vi",
    "growth_2015.en.txt": "growth --year 2015 --growth households=1.2% --lang en",
    "growth_2020.vi.txt": "growth --year 2020 --lang vi",
    "show.vi.txt": "show --lang vi",
    "show.json": "show --format json",
    "targets.en.txt": "targets --lang en",
    "targets_unmeasured.vi.txt": "targets --unmeasured --lang vi",
    "explain_tv_2015.vi.txt": "explain tv_2015 --lang vi",
    "explain_tv_2015.json": "explain tv_2015 --format json",
    "explain_computer_and_broadband_2015.en.txt": "explain computer_and_broadband_2015 --lang en",
    "explain_mobile_broadband_2015.vi.txt": "explain mobile_broadband_2015 --lang vi",
    "explain_ict_workers_degree.en.txt": "explain ict_workers_degree --lang en",
}
"""Each file with the command line that prints it."""


def main() -> None:
    """Write every file."""
    root = FOLDER.parent.parent
    environment = {**os.environ, "PYTHONPATH": str(root), "PYTHONIOENCODING": "utf-8"}
    for name, line in OUTPUTS.items():
        done = subprocess.run(
            [sys.executable, "-m", "qt_ict", *line.split()],
            cwd=root,
            env=environment,
            stdout=subprocess.PIPE,
            check=True,
        )
        (FOLDER / name).write_bytes(done.stdout)


if __name__ == "__main__":
    main()
