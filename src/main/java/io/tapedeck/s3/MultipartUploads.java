package io.tapedeck.s3;

import io.tapedeck.storage.AudioStore.ArrivedPart;
import io.tapedeck.storage.AudioStore.Assembly;
import io.tapedeck.storage.AudioStore.Part;
import io.tapedeck.storage.ObjectKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Uploads in parts, from the first request to the last. */
final class MultipartUploads {
    private static final String ORDER = "The parts must be in ascending order of partNumber.";

    private final S3Client client;
    private final String bucket;

    MultipartUploads(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    String start(ObjectKey key, Optional<String> contentType) {
        return client.createMultipartUpload(
                        request -> request.bucket(bucket).key(key.value()).contentType(contentType.orElse(null)))
                .uploadId();
    }

    List<ArrivedPart> parts(ObjectKey key, String multipart) {
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

    Assembly complete(ObjectKey key, String multipart, List<Part> parts) {
        if (!ascending(parts)) {
            return new Assembly.Refused(ORDER);
        }
        var completed = parts.stream().map(MultipartUploads::completed).toList();
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

    void abort(ObjectKey key, String multipart) {
        try {
            client.abortMultipartUpload(
                    request -> request.bucket(bucket).key(key.value()).uploadId(multipart));
        } catch (NoSuchUploadException gone) {
            // what was to be reached is so already
        }
    }

    /** Aborts all uploads to keys that are in the scope. */
    void abortAll(KeyPrefix scope) {
        client
                .listMultipartUploadsPaginator(request -> request.bucket(bucket).prefix(scope.prefix()))
                .uploads()
                .stream()
                .filter(upload -> scope.holds(upload.key()))
                .forEach(upload -> abort(new ObjectKey(upload.key()), upload.uploadId()));
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
