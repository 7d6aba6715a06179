#!/bin/sh
# A call packed for somebody else on the command line: as it is, or as MP3 first, with the bitrate that Tapedeck chooses; zip stores it, since audio does not deflate.
set -e
audio=$1
if [ "$3" = mp3 ]; then
    audio=${2%.zip}.mp3
    "$FFMPEG" -nostdin -nostats -v error -y -i "$1" -c:a libmp3lame -b:a 64k "$audio"
fi
rm -f "$2"
exec zip -q -0 -j "$2" "$audio"
