package io.tapedeck.transcript.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.tapedeck.transcript.Party;
import io.tapedeck.transcript.Segment;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.Voice;
import io.tapedeck.transcript.Word;
import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Writes transcripts as the contract has them. */
public final class TranscriptJson {
    private static final double THOUSANDTHS = 1000;
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator json;

    private TranscriptJson(JsonGenerator json) {
        this.json = json;
    }

    /** Writes a document of its own, as it is stored. */
    public static void write(Transcript transcript, OutputStream to) throws IOException {
        try (var json = FACTORY.createGenerator(to)) {
            json.writeStartObject();
            write(transcript, json);
            json.writeEndObject();
        }
    }

    /** Writes the properties into an object that has been begun, behind what else belongs there. */
    public static void write(Transcript transcript, JsonGenerator json) throws IOException {
        new TranscriptJson(json).write(transcript);
    }

    private void write(Transcript transcript) throws IOException {
        var origin = transcript.origin();
        json.writeStringField("engine", origin.engine());
        if (origin.model().isPresent()) {
            json.writeStringField("model", origin.model().get());
        }
        if (origin.language().isPresent()) {
            json.writeStringField("language", origin.language().get());
        }
        number("confidence", transcript.confidence());
        number("duration", transcript.duration());
        json.writeBooleanField("redacted", transcript.redacted());
        json.writeStringField("wordTimes", transcript.wordTimes().toString());
        if (transcript.namesSpeakers()) {
            json.writeStringField("speakerConfidence", transcript.isDiarized() ? "low" : "high");
        }
        json.writeStringField("text", transcript.text());
        json.writeArrayFieldStart("speakers");
        for (var party : transcript.speakers()) {
            write(party);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("segments");
        for (var segment : transcript.segments()) {
            write(segment);
        }
        json.writeEndArray();
    }

    private void write(Party party) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", party.id());
        if (party.role().isPresent()) {
            json.writeStringField("role", party.role().get());
        }
        channel(party.channel());
        json.writeEndObject();
    }

    private void write(Segment segment) throws IOException {
        json.writeStartObject();
        write(segment.voice());
        number("start", segment.start());
        number("end", segment.end());
        json.writeStringField("text", segment.text());
        number("confidence", segment.confidence());
        json.writeArrayFieldStart("words");
        for (var word : segment.words()) {
            write(word);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(Voice voice) throws IOException {
        if (voice.speaker().isPresent()) {
            json.writeStringField("speaker", voice.speaker().get());
        }
        channel(voice.channel());
    }

    private void write(Word word) throws IOException {
        json.writeStartObject();
        json.writeStringField("text", word.text());
        number("start", word.start());
        number("end", word.end());
        number("confidence", word.confidence());
        json.writeEndObject();
    }

    private void channel(OptionalInt channel) throws IOException {
        if (channel.isPresent()) {
            json.writeNumberField("channel", channel.getAsInt());
        }
    }

    private void number(String name, OptionalDouble value) throws IOException {
        if (value.isPresent()) {
            number(name, value.getAsDouble());
        }
    }

    /** To the thousandth, which is a millisecond, and whole ones without a fraction. */
    private void number(String name, double value) throws IOException {
        var rounded = Math.round(value * THOUSANDTHS) / THOUSANDTHS;
        if (rounded == Math.rint(rounded)) {
            json.writeNumberField(name, (long) rounded);
        } else {
            json.writeNumberField(name, rounded);
        }
    }
}
