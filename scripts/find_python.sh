# Print the first Python that is 3.11 or newer: $PYTHON, python3, or a versioned one.
for candidate in $PYTHON python3 python3.14 python3.13 python3.12 python3.11 python; do
    if "$candidate" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        echo "$candidate"
        exit 0
    fi
done
echo "qt-ict needs Python 3.11 or newer with venv (on Debian and Ubuntu: the package python3-venv)." >&2
echo "Install it, or name one: make PYTHON=/path/to/python3 ..." >&2
exit 1
