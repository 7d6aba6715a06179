#!/bin/bash
# Lays the model that whisper listens with into target/speech/model: base.en, quantised, from where whisper.cpp's project publishes
# it; or from WHISPER_MODEL_URL, with its published hash or WHISPER_MODEL_SHA1; or the one that is at WHISPER_MODEL. Told nothing, it
# leaves the one that is laid already.
set -euo pipefail
export LC_ALL=C
here=$(cd "$(dirname "$0")" && pwd)
. "$here/debian.sh"
speech=${SPEECH_DIR:-$here/../../target/speech}
folder=$speech/model
published=https://huggingface.co/ggerganov/whisper.cpp/resolve/main/ggml-base.en-q5_1.bin

# By the first four bytes of the format; with less than 1 MiB there are no weights.
is_model() { [ "$(head -c 4 "$1" 2>/dev/null | tr -d '\0')" = lmgg ] && [ "$(stat -Lc %s "$1")" -gt 1048576 ]; }

has_hash() { [ "$(sha1sum <"$1" | cut -d ' ' -f 1)" = "$2" ]; }

# only NAME: removes all models but this.
only() { find "$folder" -mindepth 1 ! -name "$1" -delete; }

take() {
    local name
    [ -f "$1" ] || refuse "There is no model at WHISPER_MODEL, $1"
    is_model "$1" || refuse "$1 is no model in whisper.cpp's format (ggml)"
    name=$(basename "$1")
    mkdir -p "$folder"
    if [ "$(realpath "$1")" != "$(realpath -m "$folder/$name")" ]; then ln -sfn "$(realpath "$1")" "$folder/$name"; fi
    only "$name"
    echo "whisper listens with $1"
}

download() {
    local url=$1 name sha1 trouble
    name=$(basename "${url%%[?#]*}")
    sha1=${WHISPER_MODEL_SHA1:-$(awk -v name="$name" '$2 == name { print $1 }' "$here/models")}
    [ -n "$sha1" ] || refuse "No hash of $name is known here: say which it is to have by WHISPER_MODEL_SHA1"
    if [ -f "$folder/$name" ] && has_hash "$folder/$name" "$sha1"; then
        only "$name"
        return
    fi
    require curl:curl
    mkdir -p "$folder"
    part=$(mktemp -p "$speech" part.XXXXXX)
    trap 'rm -f "$part"' EXIT
    trouble=$(curl -fsSL --proto =http,https --connect-timeout 20 --speed-time 60 --speed-limit 1000 -o "$part" "$url" 2>&1) ||
        refuse "The model could not be fetched from $url (${trouble##*$'\n'}): set WHISPER_MODEL_URL to a mirror, or WHISPER_MODEL to a file that is here"
    is_model "$part" || refuse "What $url sends is no model in whisper.cpp's format (ggml)"
    has_hash "$part" "$sha1" || refuse "What $url sends is broken, or another model: its SHA-1 is not $sha1"
    chmod 644 "$part"
    mv "$part" "$folder/$name"
    only "$name"
    echo "whisper listens with $name"
}

# The model that is there.
laid() { find "$folder" -mindepth 1 -print -quit 2>/dev/null; }

if [ -n "${WHISPER_MODEL:-}" ]; then
    take "$WHISPER_MODEL"
elif [ -z "${WHISPER_MODEL_URL:-}" ] && is_model "$(laid)"; then
    echo "whisper listens with $(basename "$(laid)")"
else
    download "${WHISPER_MODEL_URL:-$published}"
fi
