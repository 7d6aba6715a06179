package io.tapedeck.local;

import io.tapedeck.rest.PooledHttpClient;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.presigner.PresignedRequest;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The embedded S3 server with a bucket, and addresses for what is in it. */
final class Bucket implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String NAME = "calls";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final EmbeddedS3 s3;
    private final S3Client client;
    private final S3Presigner presigner;

    Bucket(Path data, BucketCors cors) {
        var secrets = Secrets.in(data);
        var credentials =
                StaticCredentialsProvider.create(AwsBasicCredentials.create(secrets.accessKey(), secrets.secretKey()));
        s3 = EmbeddedS3.start(data, 0, NAME, 1, secrets, cors, event -> {});
        client = S3Client.builder()
                .httpClientBuilder(new PooledHttpClient.Builder(PATIENCE, PATIENCE))
                .region(AwsClients.REGION)
                .credentialsProvider(credentials)
                .endpointOverride(s3.endpoint())
                .forcePathStyle(true)
                .build();
        presigner = S3Presigner.builder()
                .region(AwsClients.REGION)
                .credentialsProvider(credentials)
                .endpointOverride(s3.endpoint())
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .build();
    }

    URI endpoint() {
        return s3.endpoint();
    }

    URI presignedPut(String key) {
        return address(presigner.presignPutObject(presign -> presign.signatureDuration(MINUTE)
                .putObjectRequest(put -> put.bucket(NAME).key(key))));
    }

    URI presignedGet(String key) {
        return address(presigner.presignGetObject(presign -> presign.signatureDuration(MINUTE)
                .getObjectRequest(get -> get.bucket(NAME).key(key))));
    }

    URI presignedPart(String key, String upload, int number) {
        return address(presigner.presignUploadPart(presign -> presign.signatureDuration(MINUTE)
                .uploadPartRequest(
                        part -> part.bucket(NAME).key(key).uploadId(upload).partNumber(number))));
    }

    String startMultipart(String key) {
        return client.createMultipartUpload(request -> request.bucket(NAME).key(key))
                .uploadId();
    }

    void complete(String key, String upload, String... etags) {
        List<CompletedPart> parts = new ArrayList<>();
        for (var etag : etags) {
            parts.add(CompletedPart.builder()
                    .partNumber(parts.size() + 1)
                    .eTag(etag)
                    .build());
        }
        client.completeMultipartUpload(
                request -> request.bucket(NAME).key(key).uploadId(upload).multipartUpload(whole -> whole.parts(parts)));
    }

    private static URI address(PresignedRequest request) {
        try {
            return request.url().toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws Exception {
        presigner.close();
        client.close();
        s3.close();
    }
}
