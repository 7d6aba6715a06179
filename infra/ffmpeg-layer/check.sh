#!/bin/bash
# Checks the built programs for x86_64 or arm64, under qemu where the machine is another: they have what the file
# components names and no other protocol, are small, convert between all formats, and read what is only read.
set -euo pipefail
arch=$1
here=$(cd "$(dirname "$0")" && pwd)
bin=$here/../../target/ffmpeg-layer/$arch/bin
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
runner=()
case $arch-$(uname -m) in
    x86_64-x86_64 | arm64-aarch64) ;;
    x86_64-*) runner=(qemu-x86_64-static) ;;
    arm64-*) runner=(qemu-aarch64-static) ;;
esac

fail() {
    echo "$arch: $*" >&2
    exit 1
}

ffmpeg() { "${runner[@]}" "$bin/ffmpeg" -nostdin -v error "$@"; }
ffprobe() { "${runner[@]}" "$bin/ffprobe" -v error "$@"; }

# Names of a kind that the program lists, one a line.
listed() {
    case $1 in
        protocol) ffmpeg -protocols | sed -n 's/^  *//p' ;;
        bsf) ffmpeg -bsfs | sed 1d ;;
        *) ffmpeg "-${1}s" | awk '{ print $2 }' | tr , '\n' ;;
    esac
}

components() {
    local kind names name names_listed
    sed '/^#/d;/^$/d' "$here/components" | while read -r kind names; do
        [ "$kind" != parser ] || continue
        names_listed=$(listed "$kind")
        for name in $names; do
            # The lists have ffmpeg's names, which are configure's but for these.
            [ "$kind" != muxer ] && [ "$kind" != demuxer ] || name=${name#pcm_}
            [ "$kind" != decoder ] || name=${name/#adpcm_g722/g722}
            grep -qx "$name" <<<"$names_listed" || fail "$kind $name is missing"
        done
    done
}

others() {
    [ "$(listed protocol | sort -u | paste -sd ' ')" = "file pipe" ] || fail "other protocols"
    ! listed filter | grep -E '^(a?movie|azmq|ladspa|lv2)$' || fail "filters that read other files"
    ffmpeg -L | grep -q 'Lesser General Public' || fail "not under the LGPL"
}

size() {
    local program
    for program in ffmpeg ffprobe; do
        [ "$(stat -c %s "$bin/$program")" -lt 8000000 ] || fail "$program is larger than 8 MB"
        if readelf -l "$bin/$program" | grep -q INTERP; then fail "$program is not static"; fi
    done
}

# convert FILE CODEC OPTION...: makes it of the tone and reads it again.
convert() {
    local file=$folder/$1 codec=$2 seconds
    ffmpeg -i "$folder/tone.wav" "${@:3}" "$file"
    [ "$(ffprobe -show_entries stream=codec_name -of csv=p=0 "$file")" = "$codec" ] || fail "$1 is no $codec"
    seconds=$(ffmpeg -i "$file" -ar 8000 -ac 1 -f s16le pipe:1 | wc -c)
    [ "$seconds" -gt 15000 ] && [ "$seconds" -lt 18500 ] || fail "$1 does not last a second but $seconds / 16000"
}

# reads FILE OPTION...: reads a second of what is only read.
reads() {
    local file=$folder/$1 seconds
    seconds=$(ffmpeg "${@:2}" -i "$file" -ar 8000 -ac 1 -f s16le pipe:1 | wc -c)
    [ "$seconds" -gt 15000 ] && [ "$seconds" -lt 17000 ] || fail "$1 does not last a second but $seconds / 16000"
}

# amr HEADER FRAME BYTES: 50 frames of so many bytes, the first of which says what they are.
amr() {
    local i
    printf '%b' "$1"
    for ((i = 0; i < 50; i++)); do printf '%b' "$2"; head -c "$3" /dev/zero; done
}

# AMR, and sound without a header.
readings() {
    amr '#!AMR\n' '\x3c' 31 >"$folder/silence.amr"
    amr '#!AMR-WB\n' '\x44' 60 >"$folder/silence.awb"
    head -c 8000 /dev/zero >"$folder/bytes"
    head -c 16000 /dev/zero >"$folder/words"
    head -c 1650 /dev/zero | tr '\0' '\320' >"$folder/frames"
    reads silence.amr -f amr
    reads silence.awb -f amr
    reads bytes -f mulaw -sample_rate 8000 -channels 1
    reads bytes -f alaw -sample_rate 8000 -channels 1
    reads bytes -f g722
    reads words -f s16le -sample_rate 8000 -channels 1
    reads frames -f gsm
}

conversions() {
    local pcm
    ffmpeg -filter_complex 'sine=f=440:r=8000:d=1[tone]' -map '[tone]' "$folder/tone.wav"
    for pcm in u8 s16le s24le s32le f32le f64le mulaw alaw; do convert "$pcm.wav" "pcm_$pcm" -c:a "pcm_$pcm"; done
    convert rf64.wav pcm_s16le -rf64 always
    convert tone.mp3 mp3 -b:a 32k
    convert opus.ogg opus -c:a libopus
    convert vorbis.ogg vorbis -c:a libvorbis
    convert flac.ogg flac -c:a flac
    convert tone.m4a aac -c:a aac -movflags +faststart
    convert alac.m4a alac -c:a alac
    convert tone.flac flac
    convert opus.webm opus -c:a libopus
    convert vorbis.webm vorbis -c:a libvorbis
}

components
others
size
conversions
readings
echo "$arch: all is well"
