package io.tapedeck.transcript.format;

import io.tapedeck.transcript.HeardWords;
import io.tapedeck.transcript.Voice;
import java.util.OptionalInt;

/** A word of Deepgram's, whose properties come in any order. */
final class DeepgramWord {
    private final JsonSource source;
    private final TimedText text;
    private OptionalInt speaker = OptionalInt.empty();
    private boolean isPunctuated;

    DeepgramWord(JsonSource source, Place place) {
        this.source = source;
        this.text = new TimedText(place);
        source.object(this::property);
    }

    /** @param channel whose voice it is if the channel is one person's; the speaker's number counts otherwise */
    void addTo(HeardWords words, Voice channel) {
        var voice =
                channel.equals(Voice.UNKNOWN) && speaker.isPresent() ? Voice.ofSpeaker(speaker.getAsInt()) : channel;
        text.addTo(words, voice);
    }

    private void property(String name) {
        switch (name) {
            case "punctuated_word" -> {
                isPunctuated = true;
                text.text(source);
            }
            case "word" -> word();
            case "start" -> text.start(source);
            case "end" -> text.end(source);
            case "confidence" -> text.confidence(source);
            case "speaker" -> speaker = OptionalInt.of(source.integer());
            default -> source.skip();
        }
    }

    private void word() {
        if (isPunctuated) {
            source.skip();
        } else {
            text.text(source);
        }
    }
}
