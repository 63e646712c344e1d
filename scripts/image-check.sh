#!/bin/bash
# Builds the Dockerfile and runs the result where no container engine runs: buildah in a chroot,
# on a Debian base made here. Proves the build, the contents, the user, the first and the second
# start; what it does not prove stands in DECISIONS.md. Takes minutes, leaves nothing behind.
set -euo pipefail
cd "$(dirname "$0")/.."

suite=${SUITE:-bookworm}
port=${PORT:-8017}
base=localhost/onrecord-base:$suite
image=localhost/onrecord:check

fail() { echo "image-check: $*" >&2; exit 1; }
say() { echo "image-check: $*"; }

[ "$(id -u)" = 0 ] || fail "needs root, for debootstrap and chroot; run it as root on a Debian machine"
command -v apt-get >/dev/null || fail "needs a Debian machine; elsewhere build with: make image"
for tool in buildah debootstrap curl; do
    command -v "$tool" >/dev/null || fail "needs $tool; install it with: apt-get install buildah debootstrap curl"
done

work=$(mktemp -d "${TMPDIR:-/tmp}/image-check.XXXXXX")
bud=(buildah --root "$work/store" --runroot "$work/run" --storage-driver vfs)
container=
clean() {
    leftover=$(pgrep -u 10001 -f -- "onrecord serve .*--port $port" || true)
    [ -z "$leftover" ] || kill -TERM $leftover
    [ -z "$container" ] || "${bud[@]}" rm "$container" >/dev/null 2>&1 || true
    "${bud[@]}" rmi --all --force >/dev/null 2>&1 || true
    rm -rf "$work"
}
trap clean EXIT

python3 -m venv "$work/tools"
"$work/tools/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/release.lock
"$work/tools/bin/hadolint" Dockerfile || fail "hadolint found the faults above in the Dockerfile"
say "hadolint: nothing to say"

# The mirror and the certificates of this machine, so that the base reaches what the machine reaches.
mirror=$(apt-get indextargets --format '$(REPO_URI)' "Codename: $suite" | head -n 1)
[ -n "$mirror" ] || fail "apt-get knows no mirror of $suite; name a suite it knows: SUITE=trixie make image-check"
say "making a $suite base with Python from this machine's mirror"
debootstrap --variant=minbase --include=ca-certificates,python3,python3-venv \
    "$suite" "$work/rootfs" "$mirror" >"$work/debootstrap.log" 2>&1 ||
    { tail -n 5 "$work/debootstrap.log" >&2; fail "debootstrap did not succeed"; }
cp /etc/ssl/certs/ca-certificates.crt "$work/rootfs/etc/ssl/certs/ca-certificates.crt"
printf '[global]\ncert = /etc/ssl/certs/ca-certificates.crt\nretries = 10\ntimeout = 60\n' >"$work/rootfs/etc/pip.conf"
tar -C "$work/rootfs" -cf "$work/base.tar" .
rm -rf "$work/rootfs"
scratch=$("${bud[@]}" from scratch)
"${bud[@]}" add --quiet "$scratch" "$work/base.tar" / >/dev/null
"${bud[@]}" commit --quiet --rm "$scratch" "$base" >/dev/null

say "building the Dockerfile on it"
began=$SECONDS
"${bud[@]}" bud --isolation chroot --pull=never --format docker --build-arg BASE="$base" \
    --tag "$image" . >"$work/build.log" 2>&1 || { tail -n 20 "$work/build.log" >&2; fail "the build did not succeed"; }
say "built in $((SECONDS - began)) s"

container=$("${bud[@]}" from --pull=never "$image")
root=$("${bud[@]}" mount "$container")
settings=$("${bud[@]}" inspect --type image --format '{{.Docker.Config}}' "$image")
say "settings: $settings"

# Contents: no compiler, no pip, only what the locks name, owned by root.
for tool in gcc cc g++ c++ make; do
    if chroot "$root" /bin/sh -c "command -v $tool" >/dev/null 2>&1; then fail "$tool is in the image"; fi
done
if [ -e "$root/opt/onrecord/bin/pip" ]; then fail "pip is in the image"; fi
if find "$root/opt/onrecord" -user 10001 | grep -q .; then fail "the program belongs to the user it runs as"; fi
sbom="$root/opt/onrecord/share/onrecord/sbom.cdx.json"
grep -q '"pkg:pypi/spacy@' "$sbom" && grep -q '"pkg:pypi/whoosh3@' "$sbom" || fail "the list of contents (SBOM) is missing or not whole"
say "SBOM: $(grep -c '"purl"' "$sbom") components"
say "size of the program: $(du -sm "$root/opt/onrecord" | cut -f1) MB, of the whole image with its base: $(du -smx "$root" | cut -f1) MB"

statements() { answered /api/v1/statements | python3 -c 'import json, sys; print(json.load(sys.stdin)["paging"]["total"])'; }
answered() { curl -fsS --max-time 4 "http://127.0.0.1:$port$1" 2>/dev/null; }
start() {
    answered /healthz >/dev/null && fail "something answers on port $port already; name another: PORT=8123 make image-check"
    began=$(date +%s%N)
    "${bud[@]}" run --isolation chroot --env PORT="$port" --env ONRECORD_BASE_URL="http://127.0.0.1:$port" \
        "$container" -- timeout --signal=TERM 300 onrecord-start >"$work/site.log" 2>&1 &
    running=$!
    until answered /healthz >/dev/null; do
        kill -0 "$running" 2>/dev/null || { tail -n 20 "$work/site.log" >&2; fail "the site stopped while it started"; }
        [ $(($(date +%s%N) - began)) -lt 120000000000 ] || fail "no answer in 120 s"
        sleep 0.1
    done
    say "$1 start: first answer after $(( ($(date +%s%N) - began) / 1000000 )) ms"
}
site_process() { pgrep -u 10001 -f -- "onrecord serve .*--port $port" | head -n 1; }
stop() {
    # Found by its user, which proves on the way that it runs as that one.
    site=$(site_process)
    [ -n "$site" ] || fail "nothing of the site runs as user 10001"
    kill -TERM "$site"
    wait "$running" || true
}

touch "$work/stamp"
start first
say "$(grep -m 1 'the archive holds' "$work/site.log" || tail -n 1 "$work/site.log")"
"${bud[@]}" run --isolation chroot --env PORT="$port" "$container" -- onrecord-healthy || fail "the health check says no"
total=$(statements)
[ "${total:-0}" -gt 0 ] || fail "the first start served no statements"
answered / >/dev/null || fail "the home page does not answer"
stop
written=$(find "$root" -xdev -newer "$work/stamp" -type f -not -path "$root/data/*" -not -path "$root/tmp/*" -not -path "$root/proc/*" -not -path "$root/sys/*" -not -path "$root/dev/*" -not -path "$root/etc/*" | head -n 5)
[ -z "$written" ] || fail "written outside the volume: $written"
start second
again=$(statements)
[ "$again" = "$total" ] || fail "the second start holds $again statements, the first held $total"
stop
say "passed: $total statements served as uid 10001, the archive kept over a restart, nothing written outside /data"
