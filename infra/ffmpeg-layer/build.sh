#!/bin/bash
# Builds target/ffmpeg-layer-ARCH.zip from Debian's packages, for x86_64 and arm64 or for those that are named.
set -euo pipefail
export LC_ALL=C TZ=UTC
umask 022
here=$(cd "$(dirname "$0")" && pwd)
target=$(cd "$here/../.." && pwd)/target
work=$target/ffmpeg-layer/work
. "$here/debian.sh"

# Paths are relative to the folder that is built in, since configure's command line becomes part of the programs.
options=(--enable-cross-compile --target-os=linux --sysroot=../sysroot --pkg-config=pkg-config --pkg-config-flags=--static
    --extra-cflags='-ffunction-sections -fdata-sections' --extra-ldflags='-static -Wl,--gc-sections'
    --disable-everything --disable-autodetect --disable-network --disable-debug --disable-doc --disable-ffplay
    --disable-avdevice --disable-postproc --disable-swscale
    --enable-libmp3lame --enable-libopus --enable-libvorbis --enable-zlib)

layer() {
    local arch=$1 cpu=$1 debian=amd64
    if [ "$arch" = arm64 ]; then cpu=aarch64 debian=arm64; fi
    local triplet=$cpu-linux-gnu build=$work/$arch layer=$target/ffmpeg-layer/$arch package program
    rm -rf "$build" "$layer"
    mkdir -p "$build/sysroot" "$layer/bin"
    for package in "$work/packages/"*_"$debian".deb; do dpkg-deb -x "$package" "$build/sysroot"; done
    cp -a "$work/source" "$build/ffmpeg"
    (compile "$build/ffmpeg" "$cpu" "$triplet")
    for program in ffmpeg ffprobe; do "$triplet-strip" -o "$layer/bin/$program" "$build/ffmpeg/$program"; done
    notices "$build" "$layer/share/doc/ffmpeg-layer" "$debian" "$triplet"
    "$here/check.sh" "$arch"
    pack "$layer" "$target/ffmpeg-layer-$arch.zip"
}

compile() {
    local components
    mapfile -t components < <(enabled_components)
    cd "$1"
    export PKG_CONFIG_SYSROOT_DIR=../sysroot PKG_CONFIG_LIBDIR=../sysroot/usr/lib/$3/pkgconfig
    ./configure --arch="$2" --cross-prefix="$3-" "${options[@]}" "${components[@]}" >/dev/null ||
        { tail -n 20 ffbuild/config.log >&2; exit 1; }
    make "-j${JOBS:-$(nproc)}" ffmpeg ffprobe >make.log 2>&1 || { tail -n 20 make.log >&2; exit 1; }
}

enabled_components() {
    local kind names name
    sed '/^#/d;/^$/d' "$here/components" | while read -r kind names; do
        for name in $names; do echo "--enable-$kind=$name"; done
    done
}

# The licence of each part that is linked in, and where its source is.
notices() {
    local build=$1 doc=$2 debian=$3 compiler package
    compiler=$(dpkg -S "$("$4-gcc" -print-libgcc-file-name)" | cut -d : -f 1)
    mkdir -p "$doc"
    cp "$build/ffmpeg/COPYING.LGPLv2.1" "$doc/"
    cp "$build/ffmpeg/debian/copyright" "$doc/ffmpeg.copyright"
    cp "/usr/share/doc/$compiler/copyright" "$doc/libgcc.copyright"
    for package in "$build/sysroot/usr/share/doc/"{lib,zlib}*-dev; do
        cp "$package/copyright" "$doc/$(basename "$package" -dev).copyright"
    done
    {
        cat "$here/NOTICE"
        {
            sed -n 's/^\(Source\|Version\): //p' "$work/"ffmpeg_*.dsc | paste -sd ' '
            for package in "$work/packages/"{lib,zlib}*_"$debian".deb; do
                dpkg-deb -W --showformat '${source:Package} ${source:Version}\n' "$package"
            done
            dpkg-query -W --showformat '${source:Package} ${source:Version}\n' "$compiler"
        } | sort -u | sed 's/^/    /'
    } >"$doc/NOTICE"
}

pack() {
    local epoch
    epoch=$(dpkg-parsechangelog -l "$work/source/debian/changelog" -S Timestamp)
    rm -f "$2"
    cd "$1"
    find bin share -exec touch -d "@$epoch" {} +
    find bin share -type f | sort | zip -q -X -9 "$2" -@
    echo "$2"
}

[ $# -gt 0 ] || set -- x86_64 arm64
install_tools "$@"
fetch "$work"
for arch in "$@"; do (layer "$arch"); done
