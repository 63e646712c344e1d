#!/bin/sh
# Prints the browser the tests drive, and installs one where there is none; never skips.
# CHROMIUM names one; else the usual names; else Debian's package; else Playwright's own.
set -eu
cd "$(dirname "$0")/.."
venv=${VENV:-.venv}

say() {
    echo "browser: $*" >&2
}

# Some systems ship a stub of that name that only tells how to install a browser.
works() {
    command -v "$1" >/dev/null 2>&1 && "$1" --version >/dev/null 2>&1
}

find_browser() {
    for candidate in chromium chromium-browser google-chrome google-chrome-stable chrome \
        /usr/lib/chromium/chromium /opt/google/chrome/chrome \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
        "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
        if works "$candidate"; then
            command -v "$candidate"
            return
        fi
    done
    return 1
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    else
        sudo -n "$@"
    fi
}

install_debian_packages() {
    command -v apt-get >/dev/null 2>&1 || return 1
    as_root true 2>/dev/null || return 1
    say "installing Debian's $*"
    for attempt in 1 2 3 4 5 6 7 8 9 10; do
        # Another installation may hold the lock; it ends.
        if as_root apt-get -qq -o DPkg::Lock::Timeout=120 update >&2 &&
            as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends \
                -o DPkg::Lock::Timeout=120 -o Dpkg::Use-Pty=0 install "$@" >&2; then
            return 0
        fi
        say "apt-get did not succeed (attempt $attempt of 10)"
        sleep 6
    done
    return 1
}

# Playwright drives the browser through a program of its own, which a bare Debian cannot load.
driver_works() {
    "$venv/bin/playwright" --version >/dev/null 2>&1
}

playwright_browser() {
    "$venv/bin/python" -c '
from pathlib import Path
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    path = playwright.chromium.executable_path
print(path if Path(path).is_file() else "")'
}

choose_browser() {
    if [ -n "${CHROMIUM:-}" ]; then
        works "$CHROMIUM" && command -v "$CHROMIUM" && return
        say "CHROMIUM names $CHROMIUM, which does not run; name a Chrome or Chromium that does"
        return 1
    fi
    find_browser && return
    path=$(playwright_browser)
    works "${path:-none}" && echo "$path" && return
    install_debian_packages chromium fonts-dejavu-core && find_browser && return
    say "installing Playwright's own Chromium"
    "$venv/bin/playwright" install chromium >&2 || true
    path=$(playwright_browser)
    works "${path:-none}" && echo "$path" && return
    say "no Chrome or Chromium could be found or installed; install one (Debian: apt-get install chromium), or name it: make test CHROMIUM=/path/to/chrome"
    return 1
}

if ! driver_works; then
    install_debian_packages libatomic1 libstdc++6 || true
    driver_works || {
        say "Playwright's driver does not run here: $("$venv/bin/playwright" --version 2>&1 | tail -n 1); install what it names (Debian: apt-get install libatomic1)"
        exit 1
    }
fi
choose_browser
