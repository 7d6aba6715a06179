package io.tapedeck.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapedeck.api.Transfer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

class EmbeddedS3Test {
    private static final String BUCKET = "calls";

    @TempDir
    Path data;

    private final Queue<JsonNode> told = new ConcurrentLinkedQueue<>();

    @Test
    void anUploadIsToldAsS3TellsIt() throws Exception {
        try (EmbeddedS3 s3 = start(told::add)) {
            put(s3, "uploads/acme/a b+é.wav");
            await().until(() -> told.size() == 1 && notices() == 0);
        }
        JsonNode entry = told.remove().at("/Records/0");
        assertThat(entry.get("eventName").asText()).isEqualTo("ObjectCreated:Put");
        assertThat(entry.at("/s3/bucket/name").asText()).isEqualTo(BUCKET);
        assertThat(entry.at("/s3/object/key").asText()).isEqualTo("uploads%2Facme%2Fa+b%2B%C3%A9.wav");
        assertThat(entry.at("/s3/object/size").asInt()).isEqualTo(5);
        assertThat(entry.at("/s3/object/eTag").asText()).isEqualTo("5d41402abc4b2a76b9719d911017c592");
    }

    @Test
    void objectsElsewhereAreNotTold() throws Exception {
        try (EmbeddedS3 s3 = start(told::add)) {
            put(s3, "audio/acme/1/v1.wav");
            put(s3, "uploads/acme/1");
            await().until(() -> told.size() == 1);
        }
        assertThat(told.remove().at("/Records/0/s3/object/key").asText()).isEqualTo("uploads%2Facme%2F1");
    }

    @Test
    void aMultipartUploadIsToldOnceItIsWhole() throws Exception {
        try (EmbeddedS3 s3 = start(told::add);
                S3Client client = client(s3)) {
            String key = "uploads/acme/2";
            String upload = client.createMultipartUpload(
                            request -> request.bucket(BUCKET).key(key))
                    .uploadId();
            String etag = client.uploadPart(
                            request -> request.bucket(BUCKET)
                                    .key(key)
                                    .uploadId(upload)
                                    .partNumber(1),
                            RequestBody.fromString("hello"))
                    .eTag();
            assertThat(told).isEmpty();
            client.completeMultipartUpload(request -> request.bucket(BUCKET)
                    .key(key)
                    .uploadId(upload)
                    .multipartUpload(parts -> parts.parts(
                            CompletedPart.builder().partNumber(1).eTag(etag).build())));
            await().until(() -> told.size() == 1);
        }
        assertThat(told.remove().at("/Records/0/eventName").asText())
                .isEqualTo("ObjectCreated:CompleteMultipartUpload");
    }

    @Test
    void aNoticeThatFailsComesAgain() throws Exception {
        try (EmbeddedS3 s3 = start(event -> {
            told.add(event);
            if (told.size() == 1) {
                throw new IllegalStateException("not now");
            }
        })) {
            put(s3, "uploads/acme/3");
            await().until(() -> told.size() == 2 && notices() == 0);
        }
    }

    @Test
    void aNoticeThatWasNotDeliveredIsDeliveredAfterARestart() throws Exception {
        try (EmbeddedS3 s3 = start(event -> {
            told.add(event);
            throw new IllegalStateException("not in this life");
        })) {
            put(s3, "uploads/acme/4");
            await().until(() -> told.size() == 1);
        }
        assertThat(notices()).isEqualTo(1);

        try (EmbeddedS3 s3 = start(told::add)) {
            s3.deliverNotifications();
            await().until(() -> told.size() == 2 && notices() == 0);
        }
        assertThat(told)
                .allSatisfy(
                        event -> assertThat(event.at("/Records/0/s3/object/key").asText())
                                .isEqualTo("uploads%2Facme%2F4"));
    }

    @Test
    void anUploadThatWasCutOffIsNotTold() throws Exception {
        Files.createDirectories(data.resolve("notifications"));
        Files.writeString(data.resolve("notifications/0000000000002-b.0.msg"), intent("uploads/acme/never-whole"));
        try (EmbeddedS3 s3 = start(told::add)) {
            s3.deliverNotifications();
            await().until(() -> notices() == 0);
        }
        assertThat(told).isEmpty();
    }

    @Test
    void aWrongSignatureIsRefused() throws Exception {
        Secrets others = new Secrets("x", secrets().accessKey(), "wrong");
        try (EmbeddedS3 s3 = start(told::add)) {
            assertThat(put(presigned(s3, others))).isEqualTo(403);
            assertThat(put(presigned(s3, secrets()))).isEqualTo(200);
        }
    }

    private EmbeddedS3 start(EmbeddedS3.Subscriber subscriber) {
        return EmbeddedS3.start(
                data, 0, BUCKET, 2, secrets(), Template.read("template.yaml").bucketCors(), subscriber);
    }

    private Secrets secrets() {
        return Secrets.in(data);
    }

    private void put(EmbeddedS3 s3, String key) {
        try (S3Client client = client(s3)) {
            client.putObject(request -> request.bucket(BUCKET).key(key), RequestBody.fromString("hello"));
        }
    }

    private static int put(URI presigned) {
        return Transfer.put(presigned.toString(), Map.of(), "hello".getBytes(UTF_8))
                .status();
    }

    private static URI presigned(EmbeddedS3 s3, Secrets secrets) throws Exception {
        try (S3Presigner presigner = S3Presigner.builder()
                .region(AwsClients.REGION)
                .credentialsProvider(credentials(secrets))
                .endpointOverride(s3.endpoint())
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .build()) {
            return presigner
                    .presignPutObject(presign -> presign.signatureDuration(Duration.ofMinutes(1))
                            .putObjectRequest(put -> put.bucket(BUCKET).key("uploads/acme/5")))
                    .url()
                    .toURI();
        }
    }

    private S3Client client(EmbeddedS3 s3) {
        return S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .region(AwsClients.REGION)
                .credentialsProvider(credentials(secrets()))
                .endpointOverride(s3.endpoint())
                .forcePathStyle(true)
                .build();
    }

    private static StaticCredentialsProvider credentials(Secrets secrets) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(secrets.accessKey(), secrets.secretKey()));
    }

    private static String intent(String key) {
        return "{\"event\":\"Put\",\"bucket\":\"%s\",\"key\":\"%s\",\"time\":\"2026-01-01T00:00:00Z\"}"
                .formatted(BUCKET, key);
    }

    private long notices() throws IOException {
        try (var files = Files.list(data.resolve("notifications"))) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
