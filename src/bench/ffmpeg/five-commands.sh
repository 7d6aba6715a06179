#!/bin/sh
# What a call is like, by five plain commands: container, loudness, levels, silence, and the samples for a waveform.
set -e
"$FFPROBE" -v error -show_entries stream=codec_name,sample_rate,channels,bit_rate:format=duration -of flat "$1"
"$FFMPEG" -nostdin -nostats -i "$1" -af ebur128=peak=true:framelog=verbose -f null -
"$FFMPEG" -nostdin -nostats -i "$1" -af astats -f null -
"$FFMPEG" -nostdin -nostats -i "$1" -af silencedetect=noise=-50dB:d=0.3 -f null -
"$FFMPEG" -nostdin -nostats -i "$1" -f s16le - >/dev/null
