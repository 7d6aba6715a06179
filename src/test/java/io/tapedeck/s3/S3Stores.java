package io.tapedeck.s3;

import io.tapedeck.remote.Buckets;
import io.tapedeck.remote.PlacedAudioStore;
import io.tapedeck.remote.PlacedDocumentStore;
import io.tapedeck.storage.AudioStore;
import io.tapedeck.storage.DocumentStore;
import io.tapedeck.storage.Placements;
import io.tapedeck.storage.RecordingObjects;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The stores in a bucket. */
public record S3Stores(S3UploadStore uploads, S3MultipartStore multiparts, AudioStore audio, DocumentStore documents) {
    public static S3Stores of(S3Client client, S3Presigner presigner, Bucket bucket) {
        return new S3Stores(
                new S3UploadStore(client, presigner, bucket),
                new S3MultipartStore(client, presigner, bucket),
                new S3AudioStore(client, presigner, bucket),
                new S3DocumentStore(client, bucket));
    }

    /** The same with buckets elsewhere. */
    public S3Stores and(Buckets elsewhere) {
        return new S3Stores(
                uploads,
                multiparts,
                new PlacedAudioStore(audio, elsewhere),
                new PlacedDocumentStore(documents, elsewhere));
    }

    public RecordingObjects objects(Placements placements) {
        return new RecordingObjects(uploads, audio, documents, placements);
    }
}
