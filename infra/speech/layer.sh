#!/bin/bash
# Packs target/whisper-layer-ARCH.zip, for x86_64 and arm64 or for those that are named: bin/whisper-cli and share/whisper with the
# model that model.sh has laid. Where there is no compiler for a processor its layer is left out, and said so.
set -euo pipefail
export LC_ALL=C TZ=UTC
umask 022
here=$(cd "$(dirname "$0")" && pwd)
target=$(cd "$here/../.." && pwd)/target
. "$here/debian.sh"
# Bytes that Lambda takes of all layers and the function together, unpacked; the function and ffmpeg take up to 110 MB.
most=$((250000000 - 110000000))

pack() {
    local arch=$1 layer=$target/whisper-layer/$1 zip=$target/whisper-layer-$1.zip
    rm -rf "$layer" "$zip"
    if ! "$here/build.sh" "$arch"; then
        echo "The layer for $arch was left out" >&2
        return
    fi
    mkdir -p "$layer/bin" "$layer/share/whisper" "$layer/share/doc"
    cp "$target/speech/$arch/bin/whisper-cli" "$layer/bin/"
    cp -L "$target/speech/model/"* "$layer/share/whisper/"
    cp -r "$target/speech/$arch/share/doc/whisper" "$layer/share/doc/"
    cp "$here/NOTICE" "$layer/share/doc/whisper/"
    # Lambda runs it as another user.
    chmod -R a+rX "$layer"
    [ "$(du -sb "$layer" | cut -f 1)" -lt "$most" ] ||
        refuse "The layer would have $(du -sm "$layer" | cut -f 1) MB unpacked, with room for $((most / 1000000)) MB beside the function: take a smaller model, or a quantised one"
    (
        cd "$layer"
        # The same bytes each time
        find bin share -exec touch -d @1767225600 {} +
        find bin share -type f | sort | zip -q -X -9 "$zip" -@
    )
    echo "$zip"
}

[ $# -gt 0 ] || set -- x86_64 arm64
require zip:zip
"$here/model.sh"
for arch in "$@"; do pack "$arch"; done
ls "$target"/whisper-layer-*.zip >/dev/null 2>&1 || refuse "No layer was made"
