package io.tapedeck.runtime;

import io.tapedeck.json.WaveformDocuments;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.remote.PlacedAudioStore;
import io.tapedeck.remote.PlacedDocumentStore;
import io.tapedeck.remote.Storages;
import io.tapedeck.s3.Bucket;
import io.tapedeck.s3.S3AudioStore;
import io.tapedeck.s3.S3DocumentStore;
import io.tapedeck.s3.S3MultipartStore;
import io.tapedeck.s3.S3UploadStore;
import io.tapedeck.storage.AudioStore;
import io.tapedeck.storage.DocumentStore;
import io.tapedeck.storage.MultipartStore;
import io.tapedeck.storage.Placement;
import io.tapedeck.storage.RecordingObjects;
import io.tapedeck.storage.UploadStore;
import io.tapedeck.storage.Uploads;
import io.tapedeck.storage.WaveformStore;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Puts the stores of objects together. A function makes only those that it uses. */
@Singleton
class StorageWiring {
    private final Bucket bucket;

    StorageWiring(Settings.S3 settings) {
        this.bucket = new Bucket(settings.bucket(), settings.encryptionKey());
    }

    @Produces
    @Singleton
    UploadStore uploadStore(S3Client client, S3Presigner presigner) {
        return new S3UploadStore(client, presigner, bucket);
    }

    @Produces
    @Singleton
    MultipartStore multipartStore(S3Client client, S3Presigner presigner) {
        return new S3MultipartStore(client, presigner, bucket);
    }

    @Produces
    @Singleton
    AudioStore audioStore(S3Client client, S3Presigner presigner, Storages elsewhere) {
        return new PlacedAudioStore(new S3AudioStore(client, presigner, bucket), elsewhere);
    }

    @Produces
    @Singleton
    DocumentStore documentStore(S3Client client, Storages elsewhere) {
        return new PlacedDocumentStore(new S3DocumentStore(client, bucket), elsewhere);
    }

    @Produces
    @Singleton
    RecordingObjects objects(
            UploadStore uploads, AudioStore audio, DocumentStore documents, RecordingStore recordings) {
        return new RecordingObjects(
                uploads,
                audio,
                documents,
                (tenant, id) -> recordings
                        .find(tenant, id)
                        .map(CallRecording::placement)
                        .orElse(Placement.OWN));
    }

    @Produces
    @Singleton
    WaveformStore waveforms(DocumentStore documents) {
        return new WaveformDocuments(documents);
    }

    @Produces
    @Singleton
    Uploads uploads(UploadStore uploads, MultipartStore multiparts) {
        return new Uploads(uploads, multiparts);
    }
}
