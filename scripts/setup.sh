#!/bin/sh
# Makes .venv ready: `scripts/setup.sh runtime` to run the site, `scripts/setup.sh dev` to work on it.
# Does nothing when nothing changed. PYTHON names the interpreter to use, VENV another folder.
set -eu

kind=${1:-runtime}
cd "$(dirname "$0")/.."
venv=${VENV:-.venv}

fail() {
    echo "setup: $*" >&2
    exit 1
}

suits() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() {
    for candidate in ${PYTHON:-python3 python3.13 python3.12 python3.11 python3.14}; do
        # A version manager may offer a name that it then refuses to run, so each is tried.
        if suits "$candidate"; then
            echo "$candidate"
            return
        fi
    done
    fail "Python 3.11 or newer is needed and ${PYTHON:-none} was found; install it (Debian: apt-get install python3 python3-venv) or name it: make setup PYTHON=/path/to/python3"
}

make_venv() {
    python=$(find_python)
    "$python" -c 'import ensurepip, venv' >/dev/null 2>&1 ||
        fail "$python cannot make virtual environments; install its venv module (Debian: apt-get install python3-venv) and run this again"
    echo "setup: making $venv with $("$python" --version 2>&1)"
    "$python" -m venv --clear "$venv"
}

# What the environment was made from: when any of it changes, it is made up to date.
fingerprint() {
    {
        pwd
        "$venv/bin/python" --version
        cat requirements/runtime.lock requirements/dev.lock requirements/build.lock pyproject.toml app/version.py
    } | "$venv/bin/python" -c 'import hashlib, sys; print(hashlib.sha256(sys.stdin.buffer.read()).hexdigest())'
}

case $kind in
runtime | dev) ;;
*) fail "say runtime or dev, not $kind" ;;
esac

# A folder that was moved, or whose Python was removed, cannot be repaired: it is made anew.
if ! suits "$venv/bin/python" || ! "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
    make_venv
fi

now=$(fingerprint)
for done_kind in "$kind" dev; do
    if [ -x "$venv/bin/onrecord" ] && [ "$(cat "$venv/.setup-$done_kind" 2>/dev/null)" = "$now" ]; then
        exit 0
    fi
done

rm -f "$venv/.setup-runtime" "$venv/.setup-dev"
echo "setup: installing the $kind packages (hashes checked) into $venv"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-input --retries 10 --timeout 60 \
    --require-hashes -r "requirements/$kind.lock" -r requirements/build.lock ||
    fail "the packages could not be installed; see the lines above, check the connection to the package index and run this again"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-input \
    --no-deps --no-build-isolation --no-index --editable . ||
    fail "onrecord itself could not be installed into $venv; see the lines above"
echo "$now" >"$venv/.setup-$kind"
echo "setup: done"
