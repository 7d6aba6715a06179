package io.tapedeck.transcript.pieces;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapedeck.bench.CpuTime;
import io.tapedeck.bench.Duel;
import io.tapedeck.bench.PeakMemory;
import io.tapedeck.bench.Report;
import io.tapedeck.bench.Side;
import io.tapedeck.ffmpeg.Measuring;
import io.tapedeck.ffmpeg.speech.FfmpegSpeechAudio;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** A call of a minute from its file to its transcript, against the engine alone that hears the same pieces. */
class TranscribeBench {
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final int ROUNDS = 5;
    private static final int CPU = 0;
    private static final int MEMORY = 1;
    private static final String TREE = "Jackson's tree, without captions";

    private final CpuTime cpu = new CpuTime();

    @TempDir
    private Path folder;

    @Test
    void transcribe(TestInfo test) throws Exception {
        var bare = BareEngine.found();
        var pieces = pieces();

        var outcome = Duel.ofLongRounds(ROUNDS)
                .of(
                        measured(
                                "Tapedeck",
                                () -> assertThat(hear(bare).wordCount()).isPositive()),
                        measured(bare.engine() + " alone", () -> hear(bare, pieces)));

        var name = "a call of a minute transcribed by " + bare.engine();
        var peer = bare.engine() + " alone";
        Report.of(test)
                .add(
                        outcome.row(name, "ms of CPU", CPU, peer).atMost(1.05),
                        outcome.row(name, "MiB of the programs", MEMORY, peer).atMostAbove(64),
                        documents()
                                .row("10,000 words stored, read and written as VTT", "ms of CPU", CPU, TREE)
                                .under(100));
    }

    /** CPU time, and the most memory of all programs that were started; what a JVM takes besides says nothing of the function's. */
    private Side measured(String name, Side.Action action) {
        return new Side(name, () -> {
            var peaks = new ArrayList<PeakMemory>();
            var milliseconds = cpu.side(name, () -> peaks.add(PeakMemory.during(ProcessHandle.current(), action)))
                    .round()
                    .figures()[0];
            return new double[] {milliseconds, peaks.getFirst().ofStarted()};
        });
    }

    private Transcript hear(BareEngine bare) throws IOException {
        return MadeCall.heard(bare.recognizer(), bare.engine(), Files.createTempDirectory(folder, "call"));
    }

    /** As many at once as there are cores. */
    private static void hear(BareEngine bare, List<Path> pieces) throws Exception {
        try (var threads = Executors.newFixedThreadPool(CORES)) {
            List<Callable<Integer>> calls = pieces.stream()
                    .<Callable<Integer>>map(
                            wav -> () -> new ProcessBuilder(bare.line().apply(wav))
                                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                                    .start()
                                    .waitFor())
                    .toList();
            for (var call : threads.invokeAll(calls)) {
                assertThat(call.get()).isZero();
            }
        }
    }

    /** The WAV files of all pieces. */
    private List<Path> pieces() throws IOException {
        var audio = MadeCall.source().audio();
        var place = Files.createTempDirectory(folder, "pieces");
        return new FfmpegSpeechAudio(Measuring.SETTINGS)
                .channels(audio, place, share -> {}).stream()
                        .flatMap(channel -> Piece.of(channel, audio.measures().seconds()).stream())
                        .map(piece -> PieceFile.of(piece, place).wav())
                        .toList();
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
