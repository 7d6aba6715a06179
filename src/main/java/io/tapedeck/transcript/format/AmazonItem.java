package io.tapedeck.transcript.format;

import io.tapedeck.transcript.HeardWords;
import io.tapedeck.transcript.Voice;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A word or a mark of Amazon Transcribe's, whose properties come in any order. */
final class AmazonItem {
    private static final Pattern CHANNEL = Pattern.compile("ch_(\\d{1,2})");

    private final JsonSource source;
    private final Place place;
    private final TimedText text;
    private Optional<Voice> channel = Optional.empty();
    private Optional<String> speaker = Optional.empty();
    private boolean isPunctuation;

    AmazonItem(JsonSource source, Place place) {
        this.source = source;
        this.place = place;
        this.text = new TimedText(place);
        source.object(this::property);
    }

    /** The voice of a channel's label, such as {@code ch_0}. */
    static Optional<Voice> channel(JsonSource source) {
        var label = CHANNEL.matcher(source.text());
        if (!label.matches()) {
            throw source.problem("must be ch_ and the number of a channel");
        }
        return Optional.of(Voice.ofChannel(Integer.parseInt(label.group(1))));
    }

    /** Says which channel it was heard on. */
    void hearOn(Optional<Voice> voice) {
        channel = voice;
    }

    /** Remembers by the start who speaks. */
    void tell(Map<Double, String> speakers) {
        speaker.ifPresent(label -> DocumentErrors.check(place, () -> speakers.put(text.start(), label)));
    }

    /**
     * Adds the word, or the mark to the word before it.
     *
     * @param before the voice of the item before it
     * @param speakers by the start of their words
     * @return the voice
     */
    Voice addTo(HeardWords words, Voice before, Map<Double, String> speakers) {
        return DocumentErrors.make(place, () -> {
            var known = channel.or(() -> speaker.map(Voice::labelled));
            var voice = isPunctuation ? known.orElse(before) : known.orElseGet(() -> voice(speakers));
            if (isPunctuation) {
                words.mark(voice, text.text());
            } else {
                text.addTo(words, voice);
            }
            return voice;
        });
    }

    private Voice voice(Map<Double, String> speakers) {
        return Optional.ofNullable(speakers.get(text.start()))
                .map(Voice::labelled)
                .orElse(Voice.UNKNOWN);
    }

    private void property(String name) {
        switch (name) {
            case "start_time" -> text.start(source);
            case "end_time" -> text.end(source);
            case "type" -> isPunctuation = source.text().equals("punctuation");
            case "speaker_label" -> speaker = Optional.of(source.text());
            case "channel_label" -> channel = channel(source);
            case "alternatives" -> source.list(this::alternative);
            default -> source.skip();
        }
    }

    /** The first is the best. */
    private void alternative(Place where) {
        if (text.hasText()) {
            source.skip();
        } else {
            source.object(this::alternative);
        }
    }

    private void alternative(String name) {
        switch (name) {
            case "content" -> text.text(source);
            case "confidence" -> text.confidence(source);
            default -> source.skip();
        }
    }
}
