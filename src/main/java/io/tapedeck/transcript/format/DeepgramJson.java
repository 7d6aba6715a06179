package io.tapedeck.transcript.format;

import io.tapedeck.problem.ProblemException;
import io.tapedeck.transcript.HeardWords;
import io.tapedeck.transcript.Origin;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.Voice;
import io.tapedeck.transcript.WordTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what Deepgram answers: words by channel, and by speaker where it told several apart on one channel. */
final class DeepgramJson {
    private static final String ENGINE = "deepgram";

    private final JsonSource source;
    private final double duration;
    private final List<DeepgramChannel> channels = new ArrayList<>();
    private Optional<String> model = Optional.empty();
    private boolean hasChannels;

    private DeepgramJson(JsonSource source, double duration) {
        this.source = source;
        this.duration = duration;
    }

    /** @see TranscriptReader#read */
    static Transcript read(byte[] document, double duration) {
        try (var source = new JsonSource(document)) {
            return new DeepgramJson(source, duration).read();
        }
    }

    private Transcript read() {
        source.object(name -> {
            switch (name) {
                case "results" -> source.object(this::result);
                case "metadata" -> source.object(this::metadata);
                default -> source.skip();
            }
        });
        if (!hasChannels) {
            throw ProblemException.invalid("/results/channels", "is missing");
        }
        var words = new HeardWords(duration);
        for (int i = 0; i < channels.size(); i++) {
            var voice = channels.size() == 1 ? Voice.UNKNOWN : Voice.ofChannel(i);
            channels.get(i).words().forEach(word -> word.addTo(words, voice));
        }
        return Transcript.of(origin(), duration, WordTimes.HEARD, words.words());
    }

    private Origin origin() {
        var languages = channels.stream()
                .flatMap(channel -> channel.language().stream())
                .distinct()
                .toList();
        var language = languages.size() == 1 ? Optional.of(languages.getFirst()) : Optional.<String>empty();
        return DocumentErrors.make("/results/channels", () -> new Origin(ENGINE, model, language));
    }

    private void result(String name) {
        if (name.equals("channels")) {
            hasChannels = true;
            source.list(channel -> channels.add(new DeepgramChannel(source)));
        } else {
            source.skip();
        }
    }

    /** The models by their ids, each with a name. */
    private void metadata(String name) {
        if (name.equals("model_info")) {
            source.object(id -> source.object(this::model));
        } else {
            source.skip();
        }
    }

    private void model(String name) {
        if (name.equals("name") && model.isEmpty()) {
            model = Optional.of(source.text());
        } else {
            source.skip();
        }
    }
}
