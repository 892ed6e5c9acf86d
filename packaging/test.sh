#!/bin/sh
# Passes every check, after whatever set-up is still to do:
#   sh packaging/test.sh
# Arguments replace the whole run by pytest with them: sh packaging/test.sh tests/domain -k token
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
sh "$root/packaging/setup.sh" test window
cd "$root"
python=$root/.venv/bin/python
export QT_QPA_PLATFORM=offscreen

if [ $# -gt 0 ]; then
    exec "$python" -m pytest "$@"
fi

figures=$(mktemp -d)
trap 'rm -rf "$figures"' EXIT
trap 'exit 130' INT TERM HUP
export COVERAGE_FILE="$figures/coverage"

step() {
    name=$1
    shift
    printf 'test: %s\n' "$name"
    "$@" || {
        code=$?
        printf 'test: FAILED at %s\n' "$name"
        exit "$code"
    }
}

step "formatting (ruff format)" "$python" -m ruff format --check .
step "lint (ruff check)" "$python" -m ruff check .
step "types (mypy)" "$python" -m mypy
step "rooms and their doors (lint-imports)" "$root/.venv/bin/lint-imports" --no-logo
step "tests (pytest, offscreen)" "$python" -m coverage run -m pytest -n auto --maxprocesses 8
step "coverage, put together" "$python" -m coverage combine -q
step "coverage, as figures" "$python" -m coverage json -q -o "$figures/coverage.json"
step "coverage floors" "$python" packaging/coverage_floors.py "$figures/coverage.json"
echo "test: everything passed"
