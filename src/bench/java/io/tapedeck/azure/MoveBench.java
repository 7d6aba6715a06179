package io.tapedeck.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.bench.Duel;
import io.tapedeck.bench.PeakMemory;
import io.tapedeck.bench.Report;
import io.tapedeck.bench.Side;
import io.tapedeck.id.Sha256;
import io.tapedeck.remote.Content;
import io.tapedeck.s3.S3Access;
import io.tapedeck.storage.ObjectKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** 1 GB copied from S3 to Azure and read back in a JVM that has 64 MB, against 100 MB, and that against the providers' clients. */
class MoveBench {
    private static final int MB = 1_000_000;
    private static final int LARGE = 1000;
    private static final int SMALL = 100;
    private static final int ROUNDS = 5;

    @TempDir
    private Path folder;

    @Test
    void move(TestInfo test) throws Exception {
        var report = Report.of(test);
        try (var server =
                S3Access.serve(Files.createDirectory(folder.resolve("s3")).toString())) {
            var from = S3Access.parse(server.line());
            var large = call(from, LARGE);
            var small = call(from, SMALL);

            add(
                    report,
                    large,
                    Duel.ofLongRounds(ROUNDS)
                            .of(
                                    new Side("Tapedeck", () -> moved(true, from, large)),
                                    new Side("the same of 100 MB", () -> moved(true, from, small))));
            add(
                    report,
                    small,
                    Duel.ofLongRounds(ROUNDS)
                            .of(
                                    new Side("Tapedeck", () -> moved(true, from, small)),
                                    new Side("S3Client and azure-storage-blob", () -> moved(false, from, small))));
        }
    }

    private static void add(Report report, Call call, Duel.Outcome outcome) throws IOException {
        var name = call.megabytes() + " MB copied from S3 to Azure and read back";
        report.add(outcome.rows(name, "MB/s", 0));
        report.add(outcome.rows(name + ", all that runs", "MiB", 1));
    }

    /** MB/s and MiB. */
    private static double[] moved(boolean isOurs, S3Access from, Call call) throws Exception {
        try (var azurite = Azurite.start("--skipApiVersionCheck");
                var program = MoveProgram.start(isOurs, from, Containers.create(azurite), call.key())) {
            var said = new String[2];
            var memory = PeakMemory.during(program.handle(), () -> {
                said[0] = program.line();
                said[1] = program.line();
            });
            assertThat(said[1]).isEqualTo(call.sha256());
            return new double[] {call.megabytes() / Double.parseDouble(said[0]), memory.ofAll()};
        }
    }

    /** Audio that lies in the bucket. */
    private record Call(ObjectKey key, int megabytes, String sha256) {}

    private Call call(S3Access to, int megabytes) throws IOException {
        var digest = Sha256.digest();
        var random = new Random(megabytes);
        var bytes = new byte[MB];
        var file = folder.resolve("call.wav");
        try (var out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            for (int i = 0; i < megabytes; i++) {
                random.nextBytes(bytes);
                out.write(bytes);
            }
        }
        var key = new ObjectKey("audio/acme/%d.wav".formatted(megabytes));
        try (var bucket = to.bucket()) {
            bucket.put(key, Content.of(file), MoveProgram.TYPE, Optional.empty());
        }
        Files.delete(file);
        return new Call(key, megabytes, Sha256.hex(digest));
    }
}
