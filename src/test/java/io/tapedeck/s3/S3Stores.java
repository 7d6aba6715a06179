package io.tapedeck.s3;

import io.tapedeck.storage.AudioStores;
import io.tapedeck.storage.RecordingObjects;
import java.util.Map;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The stores in a bucket. */
public record S3Stores(
        S3UploadStore uploads, S3MultipartStore multiparts, S3AudioStore audio, S3DocumentStore documents) {
    public static S3Stores of(S3Client client, S3Presigner presigner, Bucket bucket) {
        return new S3Stores(
                new S3UploadStore(client, presigner, bucket),
                new S3MultipartStore(client, presigner, bucket),
                new S3AudioStore(client, presigner, bucket),
                new S3DocumentStore(client, bucket));
    }

    public AudioStores audioStores() {
        return new AudioStores(audio, Map.of());
    }

    public RecordingObjects objects() {
        return new RecordingObjects(uploads, audioStores(), documents);
    }
}
