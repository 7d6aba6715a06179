package io.tapedeck.s3;

import static org.awaitility.Awaitility.await;

import io.tapedeck.bench.Duel;
import io.tapedeck.bench.Report;
import io.tapedeck.bench.Side;
import io.tapedeck.storage.AudioStore;
import io.tapedeck.storage.ObjectKey;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** URLs to download from, against those that the SDK's presigner is asked for directly. */
class PresignBench {
    private static final int TIMES = 500;
    private static final ObjectKey KEY = new ObjectKey("audio/acme/rec_01M84AGYX3C2GAQEM7JKXBWV7P/v1.wav");
    private static final String TYPE = "audio/wav";
    private static final String DISPOSITION = "attachment; filename=\"call.wav\"";
    private static final Duration VALIDITY = Duration.ofMinutes(1);

    private S3Server server;
    private S3Client client;
    private AudioStore store;
    private S3Presigner presigner;

    @BeforeEach
    void start() throws Exception {
        server = S3Server.inMemory();
        client = server.client();
        store = server.stores(client).audio();
        presigner = server.presigner();
    }

    @AfterEach
    void stop() throws Exception {
        presigner.close();
        client.close();
        server.close();
    }

    @Test
    void presign(TestInfo test) throws Exception {
        // what is signed in the same second is the same, to the last character of the signature
        await().until(() -> byStore().equals(bySdk()));

        var outcome = new Duel(20, 51)
                .of(
                        Side.timed("Tapedeck", TIMES, this::byStore),
                        Side.timed("the SDK's S3Presigner", TIMES, this::bySdk));

        Report.of(test).add(outcome.rows("presigned URL", "ms", 0));
    }

    private String byStore() {
        return store.presignDownload(KEY, TYPE, DISPOSITION, VALIDITY);
    }

    private String bySdk() {
        return presigner
                .presignGetObject(request -> request.signatureDuration(VALIDITY)
                        .getObjectRequest(get -> get.bucket(S3Server.BUCKET)
                                .key(KEY.value())
                                .responseContentType(TYPE)
                                .responseContentDisposition(DISPOSITION)))
                .url()
                .toString();
    }
}
