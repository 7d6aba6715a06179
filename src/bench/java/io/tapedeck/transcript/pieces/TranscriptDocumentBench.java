package io.tapedeck.transcript.pieces;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapedeck.bench.CpuTime;
import io.tapedeck.bench.Duel;
import io.tapedeck.bench.Report;
import io.tapedeck.id.Ulid;
import io.tapedeck.storage.InMemoryDocumentStore;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.caption.Conversations;
import io.tapedeck.transcript.format.TranscriptDocuments;
import io.tapedeck.transcript.format.TranscriptForm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** A transcript as a document, against a program that only packs and reads one. */
class TranscriptDocumentBench {
    private static final int CPU = 0;
    private static final String TREE = "Jackson's tree, without captions";

    private final CpuTime cpu = new CpuTime();

    @Test
    void transcribe(TestInfo test) throws Exception {
        Report.of(test)
                .add(documents()
                        .row("10,000 words stored, read and written as VTT", "ms of CPU", CPU, TREE)
                        .under(100));
    }

    private Duel.Outcome documents() throws Exception {
        var transcript = Conversations.of(10_000, 1);
        var mapper = new ObjectMapper();
        var tree = mapper.readTree(TranscriptForm.JSON.write(transcript));
        return new Duel(30, 21)
                .of(
                        cpu.side("Tapedeck", () -> store(transcript)),
                        cpu.side(TREE, () -> mapper.readTree(unpacked(packed(mapper.writeValueAsBytes(tree))))));
    }

    private static void store(Transcript transcript) {
        var documents = new TranscriptDocuments(new InMemoryDocumentStore());
        var key = new ObjectKey("documents/acme/rec/v1.transcript.json");
        var stored = documents.put(Ulid.first(Instant.EPOCH), key, transcript, Instant.EPOCH);
        var read = documents.find(stored, transcript.duration()).orElseThrow();
        assertThat(TranscriptForm.VTT.write(read)).isNotEmpty();
    }

    private static byte[] packed(byte[] document) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(document);
        }
        return bytes.toByteArray();
    }

    private static byte[] unpacked(byte[] document) throws IOException {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(document))) {
            return gzip.readAllBytes();
        }
    }
}
