#!/bin/sh
# Opens the app on the sample meeting, after whatever set-up is still to do:
#   sh packaging/run.sh
# With no display it makes the tour instead. Arguments go to the app: sh packaging/run.sh --help
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
python=$root/.venv/bin/python
sample=$root/build/sample.checkin

has_display() {
    [ "$(uname -s)" != Linux ] || [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]
}

app() { "$python" "$root/main.py" "$@"; }

make_sample() {
    echo "run: making the sample meeting build/sample.checkin" >&2
    making=$root/build/making
    rm -rf "$making"
    mkdir -p "$making"
    app new "$making/sample.checkin" --name "High-level meeting on border management" \
        --place Madrid --zone Europe/Madrid --day 2022-07-05 --day 2022-07-06 >&2
    app import "$making/sample.checkin" "$root/resources/sample/delegates.xlsx" >&2
    mv "$making/sample.checkin" "$sample"
    rm -rf "$making"
}

if has_display; then
    sh "$root/packaging/setup.sh" run window
else
    sh "$root/packaging/setup.sh" run
    export QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}"
fi

if [ $# -gt 0 ]; then
    app "$@"
elif has_display; then
    [ -f "$sample" ] || make_sample
    app "$sample" --at 2022-07-05T08:45:00+02:00
else
    echo "run: there is no display here, so the tour is made instead: PDFs, spreadsheets and screenshots in ./tour/" >&2
    app tour --to "$root/tour"
fi
