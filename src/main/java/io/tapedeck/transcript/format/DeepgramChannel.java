package io.tapedeck.transcript.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What Deepgram heard on one channel, in the first of its alternatives. */
final class DeepgramChannel {
    private final JsonSource source;
    private final List<DeepgramWord> words = new ArrayList<>();
    private Optional<String> language = Optional.empty();
    private boolean hasAlternative;

    DeepgramChannel(JsonSource source) {
        this.source = source;
        source.object(this::property);
    }

    List<DeepgramWord> words() {
        return words;
    }

    Optional<String> language() {
        return language;
    }

    private void property(String name) {
        switch (name) {
            case "detected_language" -> language = Optional.of(source.text());
            case "alternatives" -> source.list(this::alternative);
            default -> source.skip();
        }
    }

    private void alternative(Place place) {
        if (hasAlternative) {
            source.skip();
        } else {
            hasAlternative = true;
            source.object(this::alternative);
        }
    }

    private void alternative(String name) {
        if (name.equals("words")) {
            source.list(place -> words.add(new DeepgramWord(source, place)));
        } else {
            source.skip();
        }
    }
}
