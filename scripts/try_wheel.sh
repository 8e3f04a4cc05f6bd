# Build the wheel, install it into a new environment, and run it from an empty folder.
# Usage: sh scripts/try_wheel.sh PYTHON
set -eu
python=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$python" -m pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation --wheel-dir "$work" .
"$python" -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check "$work"/*.whl

# The licence travels with the wheel and is named in it; that of the font and the word on the data lie beside them.
"$python" - "$work"/*.whl <<'PYTHON'
import sys
import zipfile
wheel = zipfile.ZipFile(sys.argv[1])
names = wheel.namelist()
(metadata,) = (name for name in names if name.endswith(".dist-info/METADATA"))
assert "\nLicense-Expression: MIT\nLicense-File: LICENSE\n" in wheel.read(metadata).decode(), "no licence named"
for end in (".dist-info/licenses/LICENSE", "qt_ict/presentation/svg/fonts/LICENSE.txt", "qt_ict/data/README.md",
            "qt_ict/data/reference/README.md", "qt_ict/data/reference/internet_users.csv",
            "qt_ict/examples/vietnam/README.md", "qt_ict/docs/begin.md"):
    assert any(name.endswith(end) for name in names), f"the wheel lacks {end}"
print("the wheel carries its licences")
PYTHON

mkdir "$work/empty"
cd "$work/empty"
"$work/venv/bin/qt-ict" gap --year 2015 --format json > gap.json
"$python" - <<'PYTHON'
import json
document = json.load(open("gap.json", encoding="utf-8"))
assert document["plan"]["shipped"] and len(document["rows"]) > 30, document["plan"]
print("the wheel works from an empty folder:", len(document["rows"]), "rows")
PYTHON

# The pages travel with it, and so does what a plan begins with.
"$work/venv/bin/qt-ict" help data | grep -q "^# Change a figure"
"$work/venv/bin/qt-ict" init first_plan > /dev/null
"$work/venv/bin/qt-ict" validate first_plan --strict > /dev/null
"$work/venv/bin/python" -W error -c "import qt_ict; assert qt_ict.load('first_plan').gap()"
echo "the wheel has its pages, begins a plan and answers Python"

# Without the extra one line says what to install; with it reports are made, from the wheel's own templates and font.
if "$work/venv/bin/qt-ict" report -o report.html 2> problem; then echo "a page without jinja2?" >&2; exit 1; fi
grep -q "pip install '\.\[report\]'" problem
"$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check "$(ls "$work"/*.whl)[report]"
"$work/venv/bin/qt-ict" init --template plan.xlsx > /dev/null
for ending in html docx xlsx md; do "$work/venv/bin/qt-ict" report -o "report.$ending"; done
"$work/venv/bin/qt-ict" chart tv -o tv.png
echo "the wheel with its extra makes reports:" report.* tv.png
