package io.tapedeck.ffmpeg.speech;

import io.tapedeck.audio.Range;
import io.tapedeck.signal.ChannelSpeech;
import java.util.ArrayList;
import java.util.List;

/** Finds when nothing is heard on a channel but another's leak. */
final class Leaks {
    /** Seconds around what is said there that are left as they are: consonants are softer than vowels. */
    private static final double MARGIN = 0.1;

    private Leaks() {}

    /** In their order. */
    static List<Range> of(ChannelSpeech speech) {
        var leaks = new ArrayList<Range>();
        var next = 0;
        for (var heard : speech.heard()) {
            var from = heard.start();
            for (; next < speech.spoken().size() && speech.spoken().get(next).start() < heard.end(); next++) {
                var spoken = speech.spoken().get(next);
                add(from, spoken.start() - MARGIN, leaks);
                from = spoken.end() + MARGIN;
            }
            add(from, heard.end(), leaks);
        }
        return List.copyOf(leaks);
    }

    private static void add(double start, double end, List<Range> leaks) {
        if (end > start) {
            leaks.add(new Range(start, end));
        }
    }
}
