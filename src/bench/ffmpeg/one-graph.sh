#!/bin/sh
# What a call is like, by one filter graph that decodes once: loudness, levels, silence, and the samples for a waveform.
set -e
"$FFMPEG" -nostdin -nostats -i "$1" \
    -af ebur128=peak=true:framelog=verbose,astats,silencedetect=noise=-50dB:d=0.3 -f s16le - >/dev/null
