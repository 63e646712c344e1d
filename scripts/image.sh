#!/bin/sh
# Builds the image with the first container engine found.
set -eu
cd "$(dirname "$0")/.."
tag=onrecord:$(sed -n 's/^__version__ = "\(.*\)"/\1/p' app/version.py)
for engine in docker podman; do
    if command -v "$engine" >/dev/null && "$engine" info >/dev/null 2>&1; then
        exec "$engine" build --tag "$tag" .
    fi
done
if command -v buildah >/dev/null; then
    exec buildah bud --format docker --tag "$tag" .
fi
echo "image: docker, podman or buildah is needed, and none of them answers; start or install one" >&2
exit 1
