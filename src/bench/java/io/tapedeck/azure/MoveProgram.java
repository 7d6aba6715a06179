package io.tapedeck.azure;

import io.tapedeck.bench.OtherJvm;
import io.tapedeck.id.Sha256;
import io.tapedeck.id.StorageName;
import io.tapedeck.remote.PlacedAudioStore;
import io.tapedeck.remote.RemoteAudioStore;
import io.tapedeck.rest.PooledHttpClient;
import io.tapedeck.s3.S3Access;
import io.tapedeck.s3.SdkClient;
import io.tapedeck.storage.ObjectKey;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.security.DigestOutputStream;
import java.time.Clock;
import java.util.Optional;

/** Copies audio from S3 to Azure, reads the copy, and says in how many seconds, and what its SHA-256 is. */
record MoveProgram(S3Access from, AzureContainer to, ObjectKey key) {
    static final String TYPE = "audio/wav";

    /** A JVM that has 64 MB, and does it by our stores or by the clients of the providers. */
    static OtherJvm start(boolean isOurs, S3Access from, AzureContainer to, ObjectKey key) throws IOException {
        return OtherJvm.start(
                "64m",
                MoveProgram.class,
                Boolean.toString(isOurs),
                from.toString(),
                to.endpoint().toString(),
                to.container(),
                key.value());
    }

    public static void main(String... told) throws Exception {
        var program = new MoveProgram(
                S3Access.parse(told[1]), Containers.container(URI.create(told[2]), told[3]), new ObjectKey(told[4]));
        var start = System.nanoTime();
        var hash = Boolean.parseBoolean(told[0]) ? program.ours() : program.theirs();
        OtherJvm.say(Double.toString((System.nanoTime() - start) / 1e9));
        OtherJvm.say(hash);
        OtherJvm.stay();
    }

    private String ours() throws IOException {
        var http = new PooledHttpClient.Builder(Containers.SILENCE, Containers.SILENCE).build();
        var azure = new AzureBucket(Containers.rest(http, Thread::sleep), Clock.systemUTC(), to);
        var store = new PlacedAudioStore(new RemoteAudioStore(from.bucket()), (_, _) -> azure);
        var there = key.in(Optional.of(new StorageName("azure")));
        store.copy(key, there, TYPE, Optional.empty()).orElseThrow();
        var digest = Sha256.digest();
        try (var bytes = store.open(there).orElseThrow();
                var hash = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            bytes.transferTo(hash);
        }
        return Sha256.hex(digest);
    }

    private String theirs() throws IOException {
        var azure = MicrosoftClient.of(to);
        var file = Files.createTempFile("moved", ".wav");
        try {
            try (var out = Files.newOutputStream(file)) {
                new SdkClient(from.client()).get(key.value(), out);
            }
            azure.put(key.value(), file);
        } finally {
            Files.delete(file);
        }
        var digest = Sha256.digest();
        azure.get(key.value(), new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        return Sha256.hex(digest);
    }
}
