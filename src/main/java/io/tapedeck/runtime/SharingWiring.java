package io.tapedeck.runtime;

import io.tapedeck.audio.AudioProcessor;
import io.tapedeck.audio.Format;
import io.tapedeck.concurrency.Deadline;
import io.tapedeck.dynamodb.DynamoShareStore;
import io.tapedeck.dynamodb.DynamoShareUseStore;
import io.tapedeck.dynamodb.Rows;
import io.tapedeck.dynamodb.Table;
import io.tapedeck.function.shares.OpenedShares;
import io.tapedeck.function.shares.ShareReplies;
import io.tapedeck.function.shares.ShareTokens;
import io.tapedeck.function.shares.SharedLinks;
import io.tapedeck.function.shares.SharedTranscripts;
import io.tapedeck.function.shares.SharedWaveforms;
import io.tapedeck.function.shares.Views;
import io.tapedeck.http.ContentDisposition;
import io.tapedeck.http.Seal;
import io.tapedeck.id.UlidSource;
import io.tapedeck.json.EventData;
import io.tapedeck.json.Json;
import io.tapedeck.page.SharePage;
import io.tapedeck.recording.AudioFiles;
import io.tapedeck.recording.AudioJobs;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Recordings;
import io.tapedeck.sharing.EndedShares;
import io.tapedeck.sharing.ShareLock;
import io.tapedeck.sharing.ShareStore;
import io.tapedeck.sharing.ShareUseStore;
import io.tapedeck.sharing.SharedRecordings;
import io.tapedeck.sharing.Shares;
import io.tapedeck.storage.AudioStore;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.RecordingObjects;
import io.tapedeck.storage.WaveformStore;
import io.tapedeck.transcript.TranscriptStore;
import io.tapedeck.work.Clipping;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;

/** Puts together what shares recordings with people. A function makes only those parts that it uses. */
@Singleton
class SharingWiring {
    @Produces
    @Singleton
    ShareStore shareStore(Table table, Rows rows) {
        return new DynamoShareStore(table, rows);
    }

    @Produces
    @Singleton
    ShareUseStore shareUseStore(Table table, Rows rows, EventData events) {
        return new DynamoShareUseStore(table, rows, events);
    }

    @Produces
    @Singleton
    Shares shares(ShareStore store, Recordings recordings, AudioJobs jobs, Deadline deadline) {
        return new Shares(store, recordings, jobs, deadline);
    }

    @Produces
    @Singleton
    EndedShares endedShares(
            ShareStore store, Recordings recordings, RecordingStore recordingStore, RecordingObjects objects) {
        return new EndedShares(store, recordings, recordingStore, objects);
    }

    @Produces
    @Singleton
    SharedRecordings sharedRecordings(ShareStore shares, RecordingStore store, AudioFiles files, Clock clock) {
        return new SharedRecordings(shares, store, files, clock);
    }

    @Produces
    @Singleton
    ShareLock shareLock(ShareUseStore store, Clock clock) {
        return new ShareLock(store, clock);
    }

    @Produces
    @Singleton
    ShareTokens shareTokens(Seal seal, SecureRandom random, UlidSource ids) {
        return new ShareTokens(seal, random, ids);
    }

    @Produces
    @Singleton
    SharedLinks sharedLinks(ShareTokens tokens, SharedRecordings recordings) {
        return new SharedLinks(tokens, recordings);
    }

    @Produces
    @Singleton
    OpenedShares openedShares(
            SharedRecordings recordings,
            ShareTokens tokens,
            TranscriptStore transcripts,
            WaveformStore waveforms,
            Json json) {
        return new OpenedShares(
                recordings, tokens, new SharedTranscripts(transcripts), new SharedWaveforms(waveforms, json));
    }

    @Produces
    @Singleton
    ShareReplies shareReplies(SharePage page, AudioStore audio) {
        return new ShareReplies(page, object -> origin(audio, object));
    }

    /** Scheme, host and port where an object is handed out. */
    private static String origin(AudioStore audio, ObjectKey object) {
        var address = URI.create(audio.presignDownload(
                object, Format.WAV.contentType(), ContentDisposition.INLINE.value("shares"), Duration.ofMinutes(1)));
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    @Produces
    @Singleton
    Views views(ShareUseStore store, Recordings recordings) {
        return new Views(store, recordings);
    }

    @Produces
    @Singleton
    Clipping clipping(
            Recordings recordings,
            RecordingStore store,
            AudioStore audio,
            AudioProcessor processor,
            WaveformStore waveforms,
            ShareStore shares,
            EndedShares ended) {
        return new Clipping(recordings, store, audio, processor, waveforms, shares, ended);
    }
}
