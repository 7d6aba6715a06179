package io.tapedeck.ffmpeg;

/**
 * What 20 ms of one channel sound like.
 *
 * @param level dBFS, without the constant offset
 * @param voiced periodic as the vocal cords make it, at 70 to 400 Hz
 * @param tonal made of one or two pure tones of steady level, as telephones signal
 */
record VoiceFrame(double level, boolean voiced, boolean tonal) {}
