package io.tapedeck.transcript.format;

import io.tapedeck.problem.ProblemException;
import io.tapedeck.transcript.HeardWords;
import io.tapedeck.transcript.Origin;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.WordTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads WebVTT: who speaks by its tags {@code <v Name>}. */
final class VttReader {
    private static final Pattern HEADER = Pattern.compile("WEBVTT([ \\t].*)?");
    private static final Pattern NO_CUE = Pattern.compile("(NOTE|STYLE|REGION)([ \\t].*)?");
    private static final String EXAMPLE = "00:00:01.000 --> 00:00:03.500";

    private final CaptionFile file;
    private final HeardWords words;

    private VttReader(CaptionFile file, HeardWords words) {
        this.file = file;
        this.words = words;
    }

    /** @see TranscriptReader#read */
    static Transcript read(byte[] document, double duration) {
        var words = new HeardWords(duration);
        new VttReader(new CaptionFile(document), words).read();
        return Transcript.of(Origin.IMPORT, duration, WordTimes.ESTIMATED, words.words());
    }

    private void read() {
        if (!HEADER.matcher(file.peek()).matches()) {
            throw ProblemException.invalid("line 1", "must be WEBVTT");
        }
        file.take();
        while (file.hasMore() && !file.peek().isBlank() && !CueTimes.isIn(file.peek())) {
            file.take();
        }
        for (file.skipBlank(); file.hasMore(); file.skipBlank()) {
            if (NO_CUE.matcher(file.peek()).matches()) {
                file.skipBlock();
            } else {
                readCue();
            }
        }
    }

    private void readCue() {
        if (!CueTimes.isIn(file.peek()) && CueTimes.isIn(file.peekAfter())) {
            file.take();
        }
        var line = file.take();
        var place = file.place();
        var times = CueTimes.of(line, place, EXAMPLE);
        List<String> lines = new ArrayList<>();
        while (file.hasMore() && !file.peek().isBlank()) {
            lines.add(file.take());
        }
        DocumentErrors.check(place, () -> new VttCue(times, String.join(" ", lines)).addTo(words));
    }
}
