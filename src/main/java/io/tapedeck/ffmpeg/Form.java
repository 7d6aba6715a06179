package io.tapedeck.ffmpeg;

import io.tapedeck.recording.AudioMeasures;
import io.tapedeck.recording.Encoding;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rate and number of channels that sound is to have.
 *
 * @param sampleRate Hz
 */
record Form(int sampleRate, int channels) {
    static Form of(Encoding encoding) {
        return new Form(encoding.sampleRate(), encoding.channels());
    }

    /** Filters, joined by commas, that bring sound to this form, and change nothing in what has it. */
    String from(AudioMeasures input) {
        var pan = pan(input.channels());
        return input.sampleRate() == sampleRate ? pan : pan + ",aresample=" + sampleRate;
    }

    /**
     * To more channels they are dealt out in turn, so that one becomes two that are alike. To fewer, those that there is no
     * place for go to all places alike, such as the voice in the centre to the left and the right; the mean of what comes
     * together is never louder than the loudest.
     */
    String pan(int given) {
        if (given == channels) {
            return "anull";
        }
        return given < channels ? Places.dealt(given, channels) : mixed(given);
    }

    private String mixed(int given) {
        return IntStream.range(0, channels)
                .mapToObj(to -> "c" + to + "=" + mean(to, given))
                .collect(Collectors.joining("|", "pan=" + Places.of(channels) + "|", ""));
    }

    private String mean(int to, int given) {
        var share = 1.0 / (1 + given - channels);
        return IntStream.concat(IntStream.of(to), IntStream.range(channels, given))
                .mapToObj(from -> share + "*c" + from)
                .collect(Collectors.joining("+"));
    }
}
