package io.tapedeck.runtime;

import io.quarkus.arc.Unremovable;
import io.tapedeck.access.IdempotencyStore;
import io.tapedeck.access.KeyStore;
import io.tapedeck.audio.AudioProcessor;
import io.tapedeck.aws.AwsProblems;
import io.tapedeck.aws.BoundedCalls;
import io.tapedeck.dynamodb.DynamoDueStore;
import io.tapedeck.dynamodb.DynamoIdempotencyStore;
import io.tapedeck.dynamodb.DynamoKeyStore;
import io.tapedeck.dynamodb.DynamoRecordingStore;
import io.tapedeck.dynamodb.Table;
import io.tapedeck.egress.HttpSourceFetcher;
import io.tapedeck.ffmpeg.FfmpegAudioProcessor;
import io.tapedeck.ffmpeg.process.FfmpegSettings;
import io.tapedeck.id.UlidSource;
import io.tapedeck.json.EventData;
import io.tapedeck.json.Json;
import io.tapedeck.json.RecordingViews;
import io.tapedeck.json.WaveformDocuments;
import io.tapedeck.problem.KnownProblems;
import io.tapedeck.recording.Deadline;
import io.tapedeck.recording.JobQueue;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Recordings;
import io.tapedeck.recording.RetentionPolicy;
import io.tapedeck.retention.Deletions;
import io.tapedeck.retention.DueStore;
import io.tapedeck.retention.LostJobs;
import io.tapedeck.retention.Sweep;
import io.tapedeck.s3.Bucket;
import io.tapedeck.s3.S3AudioStore;
import io.tapedeck.storage.AudioStore;
import io.tapedeck.storage.SourceFetcher;
import io.tapedeck.storage.Uploads;
import io.tapedeck.storage.WaveformStore;
import io.tapedeck.work.Arrivals;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Puts the core and its adapters together. A function makes only those parts that it uses. */
@Singleton
class CoreWiring {
    private final Settings settings;
    private final RetentionPolicy retention;

    CoreWiring(Settings settings) {
        this.settings = settings;
        this.retention = new RetentionPolicy(settings.retentionDays(), settings.graceDays());
    }

    @Produces
    RetentionPolicy retention() {
        return retention;
    }

    @Produces
    @Singleton
    KnownProblems problems() {
        return new AwsProblems();
    }

    /** Found by its name, in the settings of the AWS clients. */
    @Produces
    @Singleton
    @Unremovable
    BoundedCalls calls(Deadline deadline) {
        return new BoundedCalls(deadline);
    }

    @Produces
    @Singleton
    Table table(DynamoDbClient client, Deadline deadline) {
        return new Table(client, settings.tableName(), deadline);
    }

    @Produces
    @Singleton
    RecordingStore recordingStore(Table table, Json json, EventData events, Clock clock) {
        return new DynamoRecordingStore(table, json, events, clock);
    }

    @Produces
    @Singleton
    EventData events(Json json, RecordingViews views) {
        return new EventData(json, views);
    }

    @Produces
    @Singleton
    KeyStore keyStore(Table table, Json json) {
        return new DynamoKeyStore(table, json);
    }

    @Produces
    @Singleton
    IdempotencyStore idempotencyStore(Table table) {
        return new DynamoIdempotencyStore(table);
    }

    @Produces
    @Singleton
    DueStore dueStore(Table table) {
        return new DynamoDueStore(table);
    }

    @Produces
    @Singleton
    AudioStore audioStore(S3Client client, S3Presigner presigner) {
        return new S3AudioStore(client, presigner, new Bucket(settings.bucketName(), settings.encryptionKey()));
    }

    @Produces
    @Singleton
    AudioProcessor audioProcessor() {
        return new FfmpegAudioProcessor(FfmpegSettings.of(settings.ffmpeg(), settings.ffprobe()));
    }

    @Produces
    @Singleton
    SourceFetcher sourceFetcher() {
        return new HttpSourceFetcher(settings.allowPrivateTargets());
    }

    @Produces
    @Singleton
    WaveformStore waveforms(AudioStore audio) {
        return new WaveformDocuments(audio);
    }

    @Produces
    @Singleton
    Recordings recordings(RecordingStore store, UlidSource ids, Clock clock, Deadline deadline) {
        return new Recordings(store, ids, clock, deadline);
    }

    @Produces
    @Singleton
    Uploads uploads(AudioStore audio) {
        return new Uploads(audio);
    }

    @Produces
    @Singleton
    Arrivals arrivals(RecordingStore store, JobQueue queue, AudioStore audio, Json json) {
        return new Arrivals(store, queue, audio, retention, name -> json.write(Map.of("fileName", name)));
    }

    @Produces
    @Singleton
    Deletions deletions(Recordings recordings, RecordingStore store, AudioStore audio) {
        return new Deletions(recordings, store, audio);
    }

    @Produces
    @Singleton
    Sweep sweep(
            DueStore dueStore, Recordings recordings, RecordingStore store, Deletions deletions, LostJobs lostJobs) {
        return new Sweep(dueStore, recordings, store, deletions, lostJobs);
    }
}
