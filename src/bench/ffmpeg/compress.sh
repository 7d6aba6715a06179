#!/bin/sh
# A call made smaller, by the plain command with the bitrate and the effort that Tapedeck chooses for it.
exec "$FFMPEG" -nostdin -nostats -v error -y -i "$1" -c:a libopus -b:a 40k -vbr off -compression_level 5 "$2"
