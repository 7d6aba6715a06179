package io.tapedeck.s3;

import static software.amazon.awssdk.services.s3.model.ServerSideEncryption.AWS_KMS;

import io.tapedeck.storage.MultipartStore;
import io.tapedeck.storage.ObjectKey;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Objects in parts in the deployment's bucket, from the first request to the last. */
public final class S3MultipartStore implements MultipartStore {
    private static final String ORDER = "The parts must be in ascending order of partNumber.";

    private final S3Client client;
    private final String bucket;
    private final Optional<String> deploymentKey;
    private final PresignedUrls urls;

    /**
     * @param presigner signs for the host that callers reach
     */
    public S3MultipartStore(S3Client client, S3Presigner presigner, Bucket bucket) {
        this.client = client;
        this.bucket = bucket.name();
        this.deploymentKey = bucket.encryptionKey();
        this.urls = new PresignedUrls(presigner, bucket.name());
    }

    @Override
    public String start(ObjectKey key, Optional<String> contentType) {
        return client.createMultipartUpload(
                        request -> request.bucket(bucket).key(key.value()).contentType(contentType.orElse(null)))
                .uploadId();
    }

    @Override
    public String begin(ObjectKey key, String contentType, Optional<String> encryptionKey) {
        var begin = CreateMultipartUploadRequest.builder()
                .bucket(bucket)
                .key(key.value())
                .contentType(contentType);
        encryptionKey
                .or(() -> deploymentKey)
                .ifPresent(id -> begin.serverSideEncryption(AWS_KMS).ssekmsKeyId(id));
        try {
            return client.createMultipartUpload(begin.build()).uploadId();
        } catch (S3Exception refused) {
            throw S3Errors.explained(refused, encryptionKey);
        }
    }

    @Override
    public Part put(ObjectKey key, String multipart, int number, byte[] bytes, int length) {
        var body = RequestBody.fromContentProvider(
                () -> new ByteArrayInputStream(bytes, 0, length), length, "application/octet-stream");
        var answer = client.uploadPart(
                request -> request.bucket(bucket)
                        .key(key.value())
                        .uploadId(multipart)
                        .partNumber(number),
                body);
        return new Part(number, Etag.bare(answer.eTag()));
    }

    @Override
    public String presignPart(ObjectKey key, String multipart, int part, Duration validity) {
        return urls.part(key, multipart, part, validity);
    }

    @Override
    public List<ArrivedPart> parts(ObjectKey key, String multipart) {
        try {
            return client
                    .listPartsPaginator(
                            request -> request.bucket(bucket).key(key.value()).uploadId(multipart))
                    .parts()
                    .stream()
                    .map(part -> new ArrivedPart(part.partNumber(), Etag.bare(part.eTag()), part.size()))
                    .toList();
        } catch (NoSuchUploadException gone) {
            return List.of();
        }
    }

    @Override
    public Assembly complete(ObjectKey key, String multipart, List<Part> parts) {
        if (!ascending(parts)) {
            return new Assembly.Refused(ORDER);
        }
        var completed = parts.stream().map(S3MultipartStore::completed).toList();
        try {
            client.completeMultipartUpload(request -> request.bucket(bucket)
                    .key(key.value())
                    .uploadId(multipart)
                    .multipartUpload(upload -> upload.parts(completed)));
            return new Assembly.Assembled();
        } catch (NoSuchUploadException gone) {
            return new Assembly.NotUnderWay();
        } catch (S3Exception refused) {
            return new Assembly.Refused(reason(refused).orElseThrow(() -> refused));
        }
    }

    @Override
    public void abort(ObjectKey key, String multipart) {
        new UnfinishedUploads(client, bucket).abort(key.value(), multipart);
    }

    private static boolean ascending(List<Part> parts) {
        return IntStream.range(1, parts.size())
                .allMatch(i -> parts.get(i - 1).number() < parts.get(i).number());
    }

    private static CompletedPart completed(Part part) {
        return CompletedPart.builder()
                .partNumber(part.number())
                .eTag(Etag.quoted(part.etag()))
                .build();
    }

    private static Optional<String> reason(S3Exception refused) {
        return Optional.ofNullable(
                switch (refused.awsErrorDetails().errorCode()) {
                    case "InvalidPart" -> "A part has not arrived, or its etag is different.";
                    case "InvalidPartOrder" -> ORDER;
                    case "EntityTooSmall" -> "Every part except the last must have at least 5 MiB.";
                    case "EntityTooLarge" -> "The parts together are too large.";
                    case "InvalidArgument", "MalformedXML" -> "The list of parts is invalid.";
                    default -> null;
                });
    }
}
