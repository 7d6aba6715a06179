package io.tapedeck.transcript.format;

import io.tapedeck.transcript.HeardWords;
import io.tapedeck.transcript.Origin;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.WordTimes;
import java.util.regex.Pattern;

/**
 * Reads SubRip. Who speaks stands in front, as {@code Agent:}, if it does so in the first caption; it holds until somebody
 * else does.
 */
final class SrtReader {
    private static final Pattern NUMBER = Pattern.compile("\\s*\\d+\\s*");
    private static final String EXAMPLE = "00:00:01,000 --> 00:00:03,500";

    private final CaptionFile file;
    private final HeardWords words;
    private final SrtSpeakers speakers = new SrtSpeakers();

    private SrtReader(CaptionFile file, HeardWords words) {
        this.file = file;
        this.words = words;
    }

    /** @see TranscriptReader#read */
    static Transcript read(byte[] document, double duration) {
        var words = new HeardWords(duration);
        new SrtReader(new CaptionFile(document), words).read();
        return Transcript.of(Origin.IMPORT, duration, WordTimes.ESTIMATED, words.words());
    }

    private void read() {
        for (file.skipBlank(); file.hasMore(); file.skipBlank()) {
            if (NUMBER.matcher(file.peek()).matches() && CueTimes.isIn(file.peekAfter())) {
                file.take();
            }
            var line = file.take();
            var place = file.place();
            var times = CueTimes.of(line, place, EXAMPLE);
            DocumentErrors.check(place, () -> addCue(times));
        }
    }

    /** Its text may hold blank lines: it goes on until the next number and times. */
    private void addCue(CueTimes times) {
        var text = new CueText();
        while (file.hasMore() && !isNextCue()) {
            speakers.addLine(file.take(), text);
        }
        text.addTo(words, times.start(), times.end());
    }

    private boolean isNextCue() {
        return CueTimes.isIn(file.peek()) || NUMBER.matcher(file.peek()).matches() && CueTimes.isIn(file.peekAfter());
    }
}
