# Try what docs/ci.md tells other repositories to do: the pre-commit hook and the commands of the CI jobs, as they stand
# there, in scratch repositories that hold the shipped plan. What is installed is the last commit of this checkout.
# Usage: sh scripts/try_hooks.sh FOLDER_OF_PYTHON_AND_PRE_COMMIT
set -eu
bin=$(cd "$1" && pwd)
checkout=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Nothing of whoever runs this: no repository of a hook, no settings, no language; caches go with the folder.
for name in $(env | sed -n 's/^\(GIT_[A-Z_]*\)=.*/\1/p') QT_ICT_DATA; do unset "$name"; done
export QT_ICT_LANG=en PRE_COMMIT_HOME="$work/pre-commit" GIT_CONFIG_GLOBAL="$work/gitconfig" GIT_CONFIG_NOSYSTEM=1
export GITHUB_BASE_REF=main CI_MERGE_REQUEST_TARGET_BRANCH_NAME=main
printf '[user]\nname = a\nemail = a@b\n[init]\ndefaultBranch = main\n[safe]\ndirectory = *\n' > "$GIT_CONFIG_GLOBAL"

revision=$(git -C "$checkout" rev-parse HEAD)
repository=$("$bin/python" -c 'import pathlib, sys; print(pathlib.Path(sys.argv[1]).as_uri())' "$checkout")
output="$work/output"
"$bin/python" -m venv "$work/venv"
ln -s "$bin/pre-commit" "$work/venv/bin/pre-commit"
PATH="$work/venv/bin:$PATH"

fail() { # WHAT: say it with the last output, end
    echo "not as expected: $1" >&2
    if [ -f "$output" ]; then cat "$output" >&2; fi
    exit 1
}

from_page() { # KIND HEADING: what docs/ci.md says there, with this checkout in place of REPOSITORY
    "$bin/python" "$checkout/scripts/ci_commands.py" "$1" "$2" "REPOSITORY=$repository" "REVISION=$revision"
}

run_page() { # HEADING EXPECTED_CODE WHAT: run the commands there, one after the other as a CI job does
    from_page commands "$1" > "$work/commands"
    : > "$output"
    highest=0
    while read -r command; do
        code=0
        sh -c "$command" >> "$output" 2>&1 < /dev/null || code=$?
        if [ "$code" -gt "$highest" ]; then highest=$code; fi
    done < "$work/commands"
    if [ "$highest" -ne "$2" ]; then fail "$1: exit code $highest in place of $2, $3"; fi
    echo "$1: exit code $highest, $3"
}

shows() { # PATTERN: the last output has such a line
    grep -q -e "$1" "$output" || fail "no line with $1"
}

holds() { # FILE PYTHON WHAT: a program that fails unless the file is as expected
    "$bin/python" -c "$2" "$1" > "$output" 2>&1 || fail "$1: $3"
    echo "  $1: $3"
}
results='import json, sys; f = json.load(open(sys.argv[1])); assert f["runs"][0]["results"]'
failures='import sys; from xml.etree import ElementTree; assert ElementTree.parse(sys.argv[1]).findall(".//failure")'
no_failures='import sys; from xml.etree import ElementTree; assert not ElementTree.parse(sys.argv[1]).findall(".//failure")'

replace() { # FILE OLD NEW: in the one place where it stands
    "$bin/python" -c 'import pathlib, sys
file, old, new = pathlib.Path(sys.argv[1]), *sys.argv[2:]
text = file.read_text(encoding="utf-8")
assert text.count(old) == 1, f"{old} stands {text.count(old)} times in {file}"
file.write_text(text.replace(old, new), encoding="utf-8")' "$@"
}

commits() { # WHAT: the hook lets everything there is pass
    git commit --quiet --all --message "$1" > "$output" 2>&1 || fail "the hook refuses $1"
    shows "Passed"
    echo "hook: passes $1"
}

refuses() { # WHAT PATTERN: the hook refuses everything there is and shows the finding; it is undone
    if git commit --quiet --all --message "$1" > "$output" 2>&1; then fail "the hook lets $1 pass"; fi
    shows "$2"
    echo "hook: refuses $1: $(grep -m 1 -e "$2" "$output")"
    git reset --quiet --hard
}

fresh_clone() { # NAME: what a CI job starts from
    git clone --quiet "file://$work/plan" "$work/$1"
    cd "$work/$1"
}

"$bin/python" -m doctest "$checkout/scripts/ci_commands.py"
git -C "$checkout" cat-file -e HEAD:.pre-commit-hooks.yaml || fail "the last commit of $checkout has no hook yet"
if [ -n "$(git -C "$checkout" status --porcelain)" ]; then echo "changes since the last commit are not tried"; fi

git init --quiet "$work/plan"
cd "$work/plan"
cp -R "$checkout/data" data
from_page config "Before every commit" > .pre-commit-config.yaml
run_page "Before every commit" 0 "the hook is installed"
git add --all
commits "the shipped plan"
replace data/baseline_2010.yaml "en: Households with a television set" "en: Households with a TV set"
commits "a better name"
replace data/baseline_2010.yaml "value: 130654" "value: 130.654"
refuses "a figure with a point" "^data/baseline_2010.yaml:.*QT302"
replace data/baseline_2010.yaml "value: 130654" "value: 13065"
refuses "a figure that contradicts its percentage" "^data/baseline_2010.yaml:.*QT401"
git rm --quiet data/targets.yaml
replace data/plan.yaml "number: 1564/KH-UBND" "number: 1564/KH"
refuses "a change beside a file that is deleted" "data/targets.yaml.*QT101"

fresh_clone clean
run_page "GitHub Actions" 0 "nothing is wrong"
holds findings.sarif "$results" "warnings and notes for code scanning"
run_page "GitLab CI" 0 "nothing is wrong"
holds findings.xml "$no_failures" "no failure"
run_page "Before every commit" 0 "may be repeated"
run_page "An old plan" 0 "nothing has changed"
run_page "Exit codes" 0 "no error and no warning of the group"
run_page "When it fails" 0 "the rule is explained"

cd "$work/plan"
replace data/baseline_2010.yaml "value: 130654" "value: 13065"
git commit --quiet --all --no-verify --message "an old mistake"
fresh_clone broken
run_page "GitHub Actions" 1 "the mistake is annotated"
shows "^::error file=data/baseline_2010.yaml,.*QT401"
echo "  $(grep -m 1 -e '^::error file=data/' "$output" | cut -c 1-110)"
holds findings.sarif "$results" "results for code scanning"
run_page "GitLab CI" 1 "the mistake is in the log"
shows "^data/baseline_2010.yaml:.*QT401"
holds findings.xml "$failures" "failures for the merge request"
run_page "Exit codes" 1 "the same under --select"

fresh_clone old
git switch --quiet --create change
replace data/plan.yaml "number: 1564/KH-UBND" "number: 1564/KH"
git commit --quiet --all --no-verify --message "another file"
run_page "An old plan" 0 "the old mistake is not the change's"
rm findings.sarif
replace data/baseline_2010.yaml "en: Households with a TV set" "en: Households with television"
git commit --quiet --all --no-verify --message "the file of the mistake"
run_page "An old plan" 1 "the mistake lies in a file that is changed"
shows "^::error file=data/baseline_2010.yaml,.*QT401"
holds findings.sarif "$results" "results for code scanning"

cd "$work/plan"
git rm --quiet data/targets.yaml
git commit --quiet --message "a deletion" > "$output" 2>&1 || fail "the hook is started by a deletion"
shows "Skipped"
echo "hook: is not started by a deletion alone"
fresh_clone deleted
run_page "GitHub Actions" 2 "the deletion is noticed"
shows "^::error file=data/targets.yaml.*QT101"
echo "the hook and the CI jobs of docs/ci.md work as it says"
