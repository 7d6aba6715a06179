package io.tapedeck.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.bench.CpuTime;
import io.tapedeck.bench.Duel;
import io.tapedeck.bench.Report;
import io.tapedeck.bench.Side;
import io.tapedeck.id.Sha256;
import io.tapedeck.storage.ObjectKey;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Objects of 1, 10 and 100 MB written and read, against the provider's own client. The server is a process of its own. */
public abstract class StorageBench {
    private static final int MB = 1_000_000;
    private static final int LARGE = 100;
    private static final String TYPE = "audio/wav";
    private static final String OURS = "Tapedeck";

    private final String provider;
    private final CpuTime cpu = new CpuTime();
    private int written;

    @TempDir
    private Path folder;

    /** @param provider what the table calls it */
    protected StorageBench(String provider) {
        this.provider = provider;
    }

    /** Ours, whose names are those that the client knows. */
    protected abstract RemoteBucket bucket();

    protected abstract ProviderClient client();

    @Test
    void storage(TestInfo test) throws Exception {
        for (var size : List.of(1, 10, LARGE)) {
            add(Report.of(test), size, file(size * MB));
        }
    }

    private void add(Report report, int size, Path file) throws Exception {
        var key = agreed(file);
        var duel = size < LARGE ? new Duel(10, 21) : Duel.ofLongRounds(5);
        var put = duel.of(
                new Side(OURS, () -> put(name -> writeOurs(name, file))),
                new Side(client().name(), () -> put(name -> client().put(name.value(), file))));
        var get = duel.of(
                new Side(OURS, () -> cpu.andClock(() -> readOurs(key, OutputStream.nullOutputStream()))),
                new Side(
                        client().name(),
                        () -> cpu.andClock(() -> client().get(key.value(), OutputStream.nullOutputStream()))));
        add(report, "put of %d MB".formatted(size), put);
        add(report, "get of %d MB".formatted(size), get);
        bucket().delete(key);
    }

    private void add(Report report, String what, Duel.Outcome outcome) throws IOException {
        report.add(outcome.rows(provider + ", " + what, "ms", 0));
        report.add(outcome.rows(provider + ", " + what, "ms of CPU", 1));
    }

    private double[] put(Writing writing) throws Exception {
        var key = fresh();
        var figures = cpu.andClock(() -> writing.write(key));
        bucket().delete(key);
        return figures;
    }

    /** An object that either side has written and the other has read. */
    private ObjectKey agreed(Path file) throws Exception {
        var wanted = hash(to -> Files.copy(file, to));
        var theirs = fresh();
        client().put(theirs.value(), file);
        assertThat(hash(to -> readOurs(theirs, to))).isEqualTo(wanted);
        bucket().delete(theirs);
        var ours = fresh();
        writeOurs(ours, file);
        assertThat(hash(to -> client().get(ours.value(), to))).isEqualTo(wanted);
        return ours;
    }

    private void writeOurs(ObjectKey key, Path file) throws IOException {
        assertThat(bucket().put(key, Content.of(file), TYPE, Optional.empty())).isPresent();
    }

    private void readOurs(ObjectKey key, OutputStream to) throws IOException {
        try (var bytes = bucket().open(key).orElseThrow()) {
            bytes.transferTo(to);
        }
    }

    private ObjectKey fresh() {
        return new ObjectKey("audio/acme/%d.wav".formatted(written++));
    }

    private Path file(int length) throws IOException {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return Files.write(folder.resolve(length + ".wav"), bytes);
    }

    private static String hash(Reading reading) throws Exception {
        var digest = Sha256.digest();
        try (var to = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            reading.read(to);
        }
        return Sha256.hex(digest);
    }

    @FunctionalInterface
    private interface Writing {
        void write(ObjectKey key) throws Exception;
    }

    @FunctionalInterface
    private interface Reading {
        void read(OutputStream to) throws Exception;
    }
}
