package io.tapedeck.ffmpeg.probe;

import java.util.Locale;

/**
 * A sound track of a file.
 *
 * @param number among the sound tracks; the first is 0
 * @param codec as ffprobe names it
 * @param sampleRate Hz
 * @param end seconds from the start of the file
 */
public record Track(int number, String codec, int sampleRate, int channels, double end) {
    /** Whether it may say that there is silence, which the decoder leaves out. */
    public boolean isIntermittent() {
        return isIntermittent(codec);
    }

    /** AMR of telephones that send nothing while nobody speaks. */
    public static boolean isIntermittent(String codec) {
        return codec.startsWith("amr_");
    }

    @Override
    public String toString() {
        var sides = channels == 1 ? "1 channel" : channels + " channels";
        return String.format(Locale.ROOT, "track %d (%s, %s, to %.3f s)", number + 1, codec, sides, end);
    }
}
