#!/bin/sh
# Compiles the hashed requirement files from pyproject.toml. No file names the index it came from.
set -eu
cd "$(dirname "$0")/.."
command -v uv >/dev/null || {
    echo "lock: uv is needed (pip install uv)" >&2
    exit 1
}
compile() {
    uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-header "$@"
}
compile pyproject.toml --group dev --output-file requirements/dev.lock
compile pyproject.toml --constraints requirements/dev.lock --output-file requirements/runtime.lock
compile --group build --constraints requirements/dev.lock --output-file requirements/build.lock
compile --group release --constraints requirements/dev.lock --output-file requirements/release.lock
