#!/bin/sh
# What the box does when it starts: an empty volume gets the founding archive, then the site is served.
set -eu
data=${ONRECORD_DATA_DIR:-/data}
unfinished="$data/.founding-unfinished"

# The mark stays if the box is stopped half-way, and the next start completes the work.
if [ ! -e "$data/onrecord.sqlite3" ] || [ -e "$unfinished" ]; then
    touch "$unfinished"
    onrecord ingest "$(python -c 'from app.resources import seeds_dir; print(seeds_dir() / "articles")')"
    rm -f "$unfinished"
fi
exec onrecord serve --host 0.0.0.0 --port "${PORT:-8000}" "$@"
