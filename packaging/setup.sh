#!/bin/sh
# Makes .venv with everything the app (or its tests) needs, called by run.sh and test.sh:
#   sh packaging/setup.sh run|test [window]
# "test" adds the development tools, "window" the system libraries of a real window.
# It takes the first Python of 3.11 to 3.13 it finds; CHECKIN_PYTHON names another.
# A second call finds its stamp in .venv and does nothing.
set -eu

kind=${1:-run}
window=${2:-}
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$root"
venv=$root/.venv
python=$venv/bin/python

# Debian's names; a missing one stops Qt from starting, drawing or printing.
offscreen_libraries="libegl1 libgl1 libdbus-1-3 libfontconfig1 libxkbcommon0 libglib2.0-0
    libpulse0 libxrandr2 libdrm2 libxext6 libcups2"
window_libraries="libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1
    libxkbcommon-x11-0 libxcb-randr0 libxcb-image0 libxcb-render-util0 libxcb-sync1
    libxcb-xfixes0 libx11-xcb1"
# strace fails the Nth write, xvfb and xdotool make a real window, cups prints, pulseaudio plays
# to nobody; tests that need them say so and are skipped without.
test_tools="strace xvfb xdotool cups cups-client pulseaudio"

say() { printf 'set-up: %s\n' "$*" >&2; }

stop() {
    say "$*"
    exit 1
}

fits() { # a Python 3.11 to 3.13 that can make environments
    "$1" -c 'import ensurepip, sys, venv; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' \
        >/dev/null 2>&1
}

find_python() {
    for candidate in ${CHECKIN_PYTHON:+"$CHECKIN_PYTHON"} python3.13 python3.12 python3.11 python3; do
        if fits "$candidate"; then
            printf '%s\n' "$candidate"
            return
        fi
    done
}

missing_packages() { # one question to dpkg for all names
    set -- $offscreen_libraries
    [ "$window" != window ] || set -- "$@" $window_libraries
    [ "$kind" != test ] || set -- "$@" $test_tools
    # A library counts by its old name, or by the one since the 64-bit time_t change.
    present=$(for name in "$@"; do echo "$name ${name}t64"; done |
        xargs dpkg-query -W -f '${db:Status-Status} ${Package}\n' 2>/dev/null |
        sed -n 's/^installed //p' | tr '\n' ' ') || true
    # Any fitting Python will do, wherever it came from.
    fresh || usable_venv || [ -n "$(find_python)" ] || printf ' python3 python3-venv'
    for name in "$@"; do
        case " $present" in
        *" $name "* | *" ${name}t64 "*) ;;
        *) printf ' %s' "$name" ;;
        esac
    done
}

apt_get() {
    DEBIAN_FRONTEND=noninteractive apt-get -y -qq -o DPkg::Lock::Timeout=120 \
        -o Dpkg::Use-Pty=0 --no-install-recommends "$@"
}

apt_install() {
    log=$(mktemp)
    # Package lists that are there and good are used as they are.
    apt_get install "$@" >"$log" 2>&1 || { apt_get update && apt_get install "$@"; } >"$log" 2>&1 ||
        apt_install_singly "$@" || {
        tail -n 15 "$log" >&2
        say "not all system packages could be installed; trying on without"
    }
    rm -f "$log"
}

apt_install_singly() { # one unknown name must not keep the others out
    failed=0
    for name in "$@"; do
        apt_get install "$name" >/dev/null 2>&1 || failed=1
    done
    return $failed
}

system_packages() {
    if ! command -v apt-get >/dev/null 2>&1 || ! command -v dpkg-query >/dev/null 2>&1; then
        return 0
    fi
    packages=$(missing_packages)
    [ -n "$packages" ] || return 0
    if [ "$(id -u)" -eq 0 ]; then
        say "installing system packages (about a minute):$packages"
        apt_install $packages
    else
        say "system packages are missing; to install them:"
        say "    sudo apt-get install --no-install-recommends$packages"
    fi
}

usable_venv() {
    [ -x "$python" ] && fits "$python" && "$python" -m pip --version >/dev/null 2>&1
}

stamp_text() { # a moved folder, another Python or other pins make another stamp
    printf '%s\n' "$root"
    cksum pyproject.toml packaging/constraints.txt packaging/setup.sh
}

stamp_of() { printf '%s/.checkin-%s' "$venv" "$1"; }

fresh() { # the tests' environment runs the app as well
    [ -x "$python" ] || return 1
    for level in test "$kind"; do
        if [ -f "$(stamp_of "$level")" ] && [ "$(stamp_text)" = "$(cat "$(stamp_of "$level")")" ]; then
            "$python" -c '' >/dev/null 2>&1
            return
        fi
    done
    return 1
}

moved() { # scripts in an environment know where it was made
    for stamp in "$(stamp_of run)" "$(stamp_of test)"; do
        if [ -f "$stamp" ] && [ "$(head -n 1 "$stamp")" != "$root" ]; then
            return 0
        fi
    done
    return 1
}

make_venv() {
    if usable_venv && ! moved; then
        return 0
    fi
    base=$(find_python)
    if [ -z "$base" ]; then
        stop "Python 3.11, 3.12 or 3.13 with its venv module is needed and was not found:" \
            "install it, then run this again."
    fi
    say "making .venv with $("$base" --version 2>&1) (some 10 seconds)"
    rm -rf "$venv"
    "$base" -m venv "$venv" || stop "the environment .venv could not be made; the reason is above."
}

pip() {
    PYTHONWARNINGS=ignore PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore "$python" -m pip "$@"
}

install_packages() {
    constraints=packaging/constraints.txt
    rm -f "$(stamp_of run)" "$(stamp_of test)"
    set -- -e .
    [ "$kind" != test ] || set -- --group dev "$@"
    say "installing the packages of $constraints (the first time 1 to 5 minutes, some 300 MB)"
    pip install -q --no-input --progress-bar off --upgrade -c "$constraints" pip setuptools &&
        pip install -q --no-input --progress-bar off --no-build-isolation -c "$constraints" "$@" ||
        stop "the packages could not be installed; the reason is above. Run this again when it is gone."
    stamp_text >"$(stamp_of "$kind")"
    say "done"
}

case $kind in
run | test) ;;
*) stop "say run or test" ;;
esac
system_packages
if ! fresh; then
    make_venv
    install_packages
fi
