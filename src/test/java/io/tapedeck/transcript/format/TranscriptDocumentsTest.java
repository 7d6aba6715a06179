package io.tapedeck.transcript.format;

import static io.tapedeck.transcript.Spoken.AGENT;
import static io.tapedeck.transcript.Spoken.CALLER;
import static io.tapedeck.transcript.Spoken.transcript;
import static io.tapedeck.transcript.Spoken.turn;
import static io.tapedeck.transcript.Spoken.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.audio.AudioInput;
import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.Format;
import io.tapedeck.audio.Range;
import io.tapedeck.audio.measure.Loudness;
import io.tapedeck.audio.measure.Quality;
import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.Ulid;
import io.tapedeck.s3.S3Local;
import io.tapedeck.s3.S3Server;
import io.tapedeck.s3.Trouble;
import io.tapedeck.storage.DocumentStore;
import io.tapedeck.storage.KeyPrefix;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.transcript.SpeechSource;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Documents in the bucket. */
@ExtendWith(S3Local.class)
class TranscriptDocumentsTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final Ulid ID = Ulid.first(NOON);
    private static final TenantId ACME = new TenantId("acme");
    private static final RecordingId RECORDING = new RecordingId(ID.next());
    private static final ObjectKey DOCUMENT = ObjectKey.transcript(ACME, RECORDING, "a");

    private final DocumentStore documents;

    TranscriptDocumentsTest(S3Server server) {
        this.documents = server.stores(new Trouble()).documents();
    }

    @Test
    void aTranscriptComesBackAsItWas() {
        var store = new TranscriptDocuments(documents);
        var call = transcript(10, turn(AGENT, "hello 1-2"), turn(CALLER, "hi 5-6", "مرحبا 6-7", "👋 7-8"));

        var stored = store.put(ID, DOCUMENT, call, NOON);

        assertThat(store.find(stored, 10)).contains(call);
        assertThat(stored.id()).isEqualTo("trn_" + ID);
        assertThat(stored.engine()).isEqualTo("whisper");
        assertThat(stored.model()).contains("base.en");
        assertThat(stored.diarized()).isFalse();
    }

    @Test
    void ofOneThatIsGoneNothingIsFound() {
        var store = new TranscriptDocuments(documents);
        var stored = store.put(ID, ObjectKey.transcript(ACME, RECORDING, "gone"), transcript(10), NOON);

        documents.deleteAll(KeyPrefix.documents(ACME, RECORDING).named("gone"));

        assertThat(store.find(stored, 10)).isEmpty();
    }

    @Test
    void theWordsOfAPieceAreKeptForWhoeverGoesOn() {
        var store = new PieceDocuments(documents);
        var piece = new Range(30.25, 42.5);
        var source = source();

        store.put(source, 1, piece, words("one 0-0.5", "two 9-9.5"));

        assertThat(store.find(source, 1, piece)).contains(words("one 0-0.5", "two 9-9.5"));
        assertThat(store.find(source, 0, piece)).isEmpty();
        assertThat(store.find(source, 1, new Range(30.25, 42))).isEmpty();
        store.put(source, 0, piece, List.of());
        assertThat(store.find(source, 0, piece)).contains(List.of());
    }

    private static SpeechSource source() {
        var measures = new AudioMeasures(
                Format.WAV,
                "pcm_s16le",
                8000,
                128,
                2,
                60,
                Quality.LOSSLESS,
                new Loudness(-23, 5, Optional.of(-1.0)),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
        return new SpeechSource(
                ACME, RECORDING, new JobId(ID), DOCUMENT, new AudioInput(measures, InputStream::nullInputStream));
    }
}
