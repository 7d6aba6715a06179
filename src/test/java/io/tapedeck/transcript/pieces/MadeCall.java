package io.tapedeck.transcript.pieces;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapedeck.audio.SpeechEngine;
import io.tapedeck.audio.Transcription;
import io.tapedeck.ffmpeg.Measuring;
import io.tapedeck.ffmpeg.Producing;
import io.tapedeck.ffmpeg.speech.FfmpegSpeechAudio;
import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.Ulid;
import io.tapedeck.storage.InMemoryDocumentStore;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.transcript.Recognizer;
import io.tapedeck.transcript.SpeechSource;
import io.tapedeck.transcript.Transcriber.Answer;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.Voice;
import io.tapedeck.transcript.Word;
import io.tapedeck.transcript.format.PieceDocuments;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** A call of a minute that two synthetic voices speak, and all that they say. */
final class MadeCall {
    private static final Path AUDIO = Path.of("src", "test", "resources", "audio");
    private static final Path CALL = AUDIO.resolve("made-call.flac");
    private static final double CLOSE = 0.3;

    private MadeCall() {}

    /** The call as a job is given it. */
    static SpeechSource source() {
        return source(CALL);
    }

    /** Another as a job is given it. */
    static SpeechSource source(Path call) {
        var id = Ulid.first(Instant.EPOCH);
        var tenant = new TenantId("acme");
        var recording = new RecordingId(id);
        var input = Producing.input(call);
        var object = ObjectKey.audio(tenant, recording, "v1", input.measures().format());
        return new SpeechSource(tenant, recording, new JobId(id), object, input);
    }

    /** What somebody may ask for. */
    static Transcription request(SpeechEngine engine) {
        return new Transcription(engine, Optional.of("en"), Optional.empty(), List.of());
    }

    /** The whole call as an engine hears it. */
    static Transcript heard(Recognizer recognizer, SpeechEngine engine, Path folder) {
        return heard(source(), recognizer, engine, folder);
    }

    /** Another as an engine hears it. */
    static Transcript heard(SpeechSource source, Recognizer recognizer, SpeechEngine engine, Path folder) {
        var transcriber = new PiecewiseTranscriber(
                new FfmpegSpeechAudio(Measuring.SETTINGS),
                recognizer,
                new PieceDocuments(new InMemoryDocumentStore()),
                Runtime.getRuntime().availableProcessors(),
                Optional::empty);
        return switch (transcriber.transcribe(source, request(engine), folder, share -> {})) {
            case Answer.Done(var transcript) -> transcript;
            default -> throw new AssertionError("the call was not heard to its end");
        };
    }

    /** The share of what is said on a channel that a transcript has there within 0.3 s, from 0 to 1. */
    static double share(Transcript transcript, int channel) throws IOException {
        var heard = transcript.segments().stream()
                .filter(segment -> segment.voice().equals(Voice.ofChannel(channel)))
                .flatMap(segment -> segment.words().stream())
                .toList();
        var said = said(channel);
        var found = said.stream()
                .filter(word -> heard.stream().anyMatch(other -> isSame(word, other)))
                .count();
        return found / (double) said.size();
    }

    private static boolean isSame(Word said, Word heard) {
        return Math.abs(said.start() - heard.start()) <= CLOSE
                && plain(said.text()).equals(plain(heard.text()));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static List<Word> said(int channel) throws IOException {
        var words = new ArrayList<Word>();
        for (JsonNode turn : new ObjectMapper()
                .readTree(AUDIO.resolve("made-call.json").toFile())
                .get("turns")) {
            if (turn.get("channel").asInt() == channel) {
                turn.get("words")
                        .forEach(word -> words.add(new Word(
                                word.get("text").asText(),
                                word.get("start").asDouble(),
                                word.get("end").asDouble(),
                                OptionalDouble.empty())));
            }
        }
        return words;
    }
}
