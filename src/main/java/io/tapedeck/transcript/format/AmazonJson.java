package io.tapedeck.transcript.format;

import io.tapedeck.problem.ProblemException;
import io.tapedeck.transcript.HeardWords;
import io.tapedeck.transcript.Origin;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.Voice;
import io.tapedeck.transcript.WordTimes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what Amazon Transcribe puts out: the newer form, whose items name their channel and speaker, and the older one, which
 * tells of channels and speakers beside the items.
 */
final class AmazonJson {
    private static final String ENGINE = "amazon-transcribe";

    private final JsonSource source;
    private final double duration;
    private final List<AmazonItem> items = new ArrayList<>();
    private final List<AmazonItem> channelItems = new ArrayList<>();
    private final Map<Double, String> speakers = new HashMap<>();
    private Optional<String> language = Optional.empty();
    private boolean hasResults;

    private AmazonJson(JsonSource source, double duration) {
        this.source = source;
        this.duration = duration;
    }

    /** @see TranscriptReader#read */
    static Transcript read(byte[] document, double duration) {
        try (var source = new JsonSource(document)) {
            return new AmazonJson(source, duration).read();
        }
    }

    private Transcript read() {
        source.object(name -> {
            if (name.equals("results")) {
                hasResults = true;
                source.object(this::result);
            } else {
                source.skip();
            }
        });
        if (!hasResults) {
            throw ProblemException.invalid("/results", "is missing");
        }
        var words = new HeardWords(duration);
        var voice = Voice.UNKNOWN;
        for (var item : channelItems.isEmpty() ? items : channelItems) {
            voice = item.addTo(words, voice, speakers);
        }
        var origin =
                DocumentErrors.make("/results/language_code", () -> new Origin(ENGINE, Optional.empty(), language));
        return Transcript.of(origin, duration, WordTimes.HEARD, words.words());
    }

    private void result(String name) {
        switch (name) {
            case "language_code" -> language = Optional.of(source.text());
            case "items" -> source.list(place -> items.add(new AmazonItem(source, place)));
            case "channel_labels" -> source.object(this::channels);
            case "speaker_labels" -> source.object(this::speakers);
            default -> source.skip();
        }
    }

    private void channels(String name) {
        if (name.equals("channels")) {
            source.list(channel -> channelItems.addAll(new AmazonChannel(source).items()));
        } else {
            source.skip();
        }
    }

    private void speakers(String name) {
        if (name.equals("segments")) {
            source.list(segment -> source.object(this::speakerSegment));
        } else {
            source.skip();
        }
    }

    private void speakerSegment(String name) {
        if (name.equals("items")) {
            source.list(place -> new AmazonItem(source, place).tell(speakers));
        } else {
            source.skip();
        }
    }
}
