package io.tapedeck.runtime;

import io.quarkus.arc.Unremovable;
import io.tapedeck.access.IdempotencyStore;
import io.tapedeck.access.KeyStore;
import io.tapedeck.audio.AudioProcessor;
import io.tapedeck.aws.AwsProblems;
import io.tapedeck.aws.BoundedCalls;
import io.tapedeck.bulk.LateBulkExports;
import io.tapedeck.concurrency.Deadline;
import io.tapedeck.drop.DropLayouts;
import io.tapedeck.dynamodb.DynamoDueStore;
import io.tapedeck.dynamodb.DynamoEventStore;
import io.tapedeck.dynamodb.DynamoIdempotencyStore;
import io.tapedeck.dynamodb.DynamoKeyStore;
import io.tapedeck.dynamodb.DynamoRecordingStore;
import io.tapedeck.dynamodb.DynamoUsageStore;
import io.tapedeck.dynamodb.Rows;
import io.tapedeck.dynamodb.Table;
import io.tapedeck.egress.HttpSourceFetcher;
import io.tapedeck.ffmpeg.FfmpegAudioProcessor;
import io.tapedeck.ffmpeg.process.FfmpegSettings;
import io.tapedeck.id.UlidSource;
import io.tapedeck.json.EventData;
import io.tapedeck.json.Json;
import io.tapedeck.json.RecordingViews;
import io.tapedeck.problem.KnownProblems;
import io.tapedeck.recording.EventStore;
import io.tapedeck.recording.JobQueue;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Recordings;
import io.tapedeck.recording.RetentionPolicy;
import io.tapedeck.recording.UsageStore;
import io.tapedeck.remote.StorageProblems;
import io.tapedeck.retention.Deletions;
import io.tapedeck.retention.DueStore;
import io.tapedeck.retention.LostJobs;
import io.tapedeck.retention.Sweep;
import io.tapedeck.sharing.EndedShares;
import io.tapedeck.storage.Places;
import io.tapedeck.storage.RecordingObjects;
import io.tapedeck.storage.SourceFetcher;
import io.tapedeck.storage.UploadStore;
import io.tapedeck.webhook.Errands;
import io.tapedeck.work.Arrivals;
import io.tapedeck.work.DroppedTranscripts;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts the core and its adapters together. A function makes only those parts that it uses. */
@Singleton
class CoreWiring {
    @Produces
    RetentionPolicy retention(Settings.Retention settings) {
        return new RetentionPolicy(settings.days(), settings.graceDays());
    }

    @Produces
    @Singleton
    KnownProblems problems() {
        var aws = new AwsProblems();
        var storages = new StorageProblems();
        return failure -> aws.of(failure).or(() -> storages.of(failure));
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
    Table table(DynamoDbClient client, Settings.Dynamodb settings, Deadline deadline) {
        return new Table(client, settings.table(), deadline);
    }

    @Produces
    @Singleton
    static Rows rows(Json json) {
        return new Rows(json);
    }

    @Produces
    @Singleton
    RecordingStore recordingStore(Table table, Rows rows, EventData events, Clock clock) {
        return new DynamoRecordingStore(table, rows, events, clock);
    }

    @Produces
    @Singleton
    UsageStore usageStore(Table table, EventData events) {
        return new DynamoUsageStore(table, events);
    }

    @Produces
    @Singleton
    EventStore eventStore(Table table, Clock clock) {
        return new DynamoEventStore(table, clock);
    }

    @Produces
    @Singleton
    EventData events(Json json, RecordingViews views) {
        return new EventData(json, views);
    }

    @Produces
    @Singleton
    KeyStore keyStore(Table table, Rows rows) {
        return new DynamoKeyStore(table, rows);
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
    FfmpegSettings ffmpegSettings(Settings.Ffmpeg settings) {
        return FfmpegSettings.of(settings.ffmpeg(), settings.ffprobe());
    }

    @Produces
    @Singleton
    AudioProcessor audioProcessor(FfmpegSettings settings) {
        return new FfmpegAudioProcessor(settings);
    }

    @Produces
    @Singleton
    SourceFetcher sourceFetcher(Settings.Egress settings) {
        return new HttpSourceFetcher(settings.allowPrivateTargets());
    }

    @Produces
    @Singleton
    Recordings recordings(RecordingStore store, UlidSource ids, Clock clock, Deadline deadline) {
        return new Recordings(store, ids, clock, deadline);
    }

    @Produces
    @Singleton
    Arrivals arrivals(
            RecordingStore store,
            JobQueue queue,
            UploadStore uploads,
            RetentionPolicy retention,
            Places places,
            Settings.Drop drop,
            DroppedTranscripts transcripts,
            Json json) {
        var layouts = drop.layouts().orElse(DropLayouts.NONE);
        return new Arrivals(store, queue, uploads, retention, places, layouts, transcripts, json::write);
    }

    @Produces
    @Singleton
    Deletions deletions(Recordings recordings, RecordingStore store, RecordingObjects objects) {
        return new Deletions(recordings, store, objects);
    }

    @Produces
    @Singleton
    Sweep sweep(
            DueStore dueStore,
            Recordings recordings,
            RecordingStore store,
            Deletions deletions,
            LostJobs lostJobs,
            LateBulkExports exports,
            EndedShares shares,
            Errands errands) {
        return new Sweep(dueStore, recordings, store, deletions, lostJobs, exports, shares, errands);
    }
}
