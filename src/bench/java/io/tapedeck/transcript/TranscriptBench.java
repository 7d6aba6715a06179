package io.tapedeck.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapedeck.bench.CpuTime;
import io.tapedeck.bench.Duel;
import io.tapedeck.bench.Report;
import io.tapedeck.transcript.caption.Conversations;
import io.tapedeck.transcript.format.TranscriptForm;
import io.tapedeck.transcript.format.Transcripts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** 10,000 words as a document that is written and packed, unpacked and read, and written as WebVTT. */
class TranscriptBench {
    private static final String TREE = "Jackson's tree, without captions";

    private final Transcript transcript = Conversations.of(10_000, 1);
    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void captions(TestInfo test) throws Exception {
        var tree = mapper.readTree(TranscriptForm.JSON.write(transcript));
        var cpu = new CpuTime();
        var outcome = new Duel(30, 21)
                .of(
                        cpu.side("Tapedeck", this::store),
                        cpu.side(TREE, () -> mapper.readTree(unpacked(packed(mapper.writeValueAsBytes(tree))))));
        Report.of(test)
                .add(outcome.row("10,000 words stored, read and written as VTT", "ms of CPU", 0, TREE)
                        .under(100));
    }

    private void store() throws IOException {
        var document = packed(TranscriptForm.JSON.write(transcript));
        var read = Transcripts.stored(unpacked(document), transcript.duration());
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
