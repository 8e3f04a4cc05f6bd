"""Expected outputs of the shipped plan: a changed figure shows the changed results in the same diff.

``make golden`` writes them anew, and the outputs that the pages show.
"""

import os
import re
import subprocess
import sys

from tests.pages import EXAMPLE, PAGES, ROOT
from tests.slips import ANSWERS, answers

FOLDER = ROOT / "tests" / "golden"

OUTPUTS = {
    "gap_2015.vi.txt": "gap --year 2015 --lang vi",
    "gap.en.txt": "gap --lang en",
    "gap.json": "gap --format json",
    "gap_2020.csv": "gap --year 2020 --format csv",
    "gap_2015.md": "gap --year 2015 --format markdown --lang vi",
    "growth_2015.en.txt": "growth --year 2015 --growth households=1.2% --lang en",
    "growth_2020.vi.txt": "growth --year 2020 --lang vi",
    "progress_2015.vi.txt": "progress --year 2015 --lang vi",
    "progress.json": "progress --format json",
    "progress_vietnam.en.txt": "progress --data examples/vietnam --lang en",
    "progress_vietnam_2013.vi.txt": "progress --data examples/vietnam --as-of 2013-12-31 --lang vi",
    "progress_vietnam_2013.csv": "progress --data examples/vietnam --as-of 2013-12-31 --format csv",
    "progress_statcan.en.txt": "progress --data examples/vietnam --as-of 2013-12-31 --method statcan --lang en",
    "path_vietnam.en.txt": "path internet_users --data examples/vietnam --as-of 2013-12-31 --lang en",
    "path_vietnam.md": "path fixed_broadband_2020 --data examples/vietnam --format markdown --lang vi",
    "methods_vietnam.en.txt": "methods internet_users --data examples/vietnam --as-of 2012-12-31 --lang en",
    "methods_vietnam.json": "methods fixed_broadband_2020 --data examples/vietnam --as-of 2013-12-31 --format json",
    "gap_vietnam_2015.vi.txt": "gap --data examples/vietnam --round 2015-12-31 --lang vi",
    "gap_what_if.vi.txt": "gap --year 2015 --domain households --add households_with_tv=2000 --by 2014-12-31 --lang vi",
    "path_what_if.en.txt": "path computer_and_broadband --add households_with_internet=5000 --lang en",
    "progress_what_if.json": "progress --data examples/vietnam --as-of 2013-12-31 --add internet_users=2 --format json",
    "compare.vi.txt": "compare data examples/vietnam --all --lang vi",
    "compare_2013.json": "compare data examples/vietnam --as-of 2013-12-31 --format json",
    "show_2012.en.txt": "show --round 2012-07-17 --lang en",
    "explain_fibre_2015.vi.txt": "explain fibre_2015 --lang vi",
    "explain_vietnam.en.txt": "explain internet_users_2015 --data examples/vietnam --lang en",
    "validate_vietnam.vi.txt": "validate --data examples/vietnam --lang vi",
    "show.vi.txt": "show --lang vi",
    "show.json": "show --format json",
    "targets.en.txt": "targets --lang en",
    "targets_unmeasured.vi.txt": "targets --unmeasured --lang vi",
    "report_2015.vi.md": "report --year 2015",
    "report_vietnam.en.md": "report --data examples/vietnam --lang en",
    "validate.vi.txt": "validate --lang vi",
    "validate.en.txt": "validate --select QT3,QT4,QT6 --lang en",
    "validate.json": "validate --format json",
    "validate.github.txt": "validate --ignore QT5 --format github --lang vi",
    "validate.sarif": "validate --ignore QT5 --format sarif",
    "validate.xml": "validate --format junit --lang vi",
    "explain_QT401.vi.txt": "explain QT401 --lang vi",
    "explain_QT.en.txt": "explain QT --lang en",
    "explain_tv_2015.vi.txt": "explain tv_2015 --lang vi",
    "explain_tv_2015.json": "explain tv_2015 --format json",
    "explain_computer_and_broadband_2015.en.txt": "explain computer_and_broadband_2015 --lang en",
    "explain_mobile_broadband_2015.vi.txt": "explain mobile_broadband_2015 --lang vi",
    "explain_ict_workers_degree.en.txt": "explain ict_workers_degree --lang en",
}
"""Each file with the command line that prints it."""


def main() -> None:
    """Write every file."""
    for name, line in OUTPUTS.items():
        (FOLDER / name).write_bytes(printed(line))
    ANSWERS.write_text(answers(), encoding="utf-8")
    for page in PAGES:
        page.write_text(EXAMPLE.sub(_example, page.read_text(encoding="utf-8")), encoding="utf-8")


def _example(found: re.Match[str]) -> str:
    line = found.group(1)
    return f"```console\n$ qt-ict {line}\n{printed(line).decode()}```"


def printed(line: str) -> bytes:
    """What a command line prints."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "qt_ict", *line.split()]
    return subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=True).stdout


if __name__ == "__main__":
    main()
