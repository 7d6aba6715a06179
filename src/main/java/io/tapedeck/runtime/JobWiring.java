package io.tapedeck.runtime;

import io.tapedeck.analysis.Analyst;
import io.tapedeck.analysis.AnalyticsStore;
import io.tapedeck.analysis.SoundAnalyzer;
import io.tapedeck.audio.AudioProcessor;
import io.tapedeck.id.UlidSource;
import io.tapedeck.json.Json;
import io.tapedeck.json.RecordingViews;
import io.tapedeck.purge.Purge;
import io.tapedeck.recording.AudioJobs;
import io.tapedeck.recording.JobQueue;
import io.tapedeck.recording.Leftovers;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Recordings;
import io.tapedeck.recording.RetentionPolicy;
import io.tapedeck.recording.Versions;
import io.tapedeck.retention.LostJobs;
import io.tapedeck.sharing.EndedShares;
import io.tapedeck.sharing.ShareStore;
import io.tapedeck.storage.AudioStore;
import io.tapedeck.storage.MultipartStore;
import io.tapedeck.storage.Places;
import io.tapedeck.storage.RecordingObjects;
import io.tapedeck.storage.SourceCredentials;
import io.tapedeck.storage.SourceFetcher;
import io.tapedeck.storage.UploadStore;
import io.tapedeck.storage.WaveformStore;
import io.tapedeck.transcript.Transcribers;
import io.tapedeck.transcript.TranscriptStore;
import io.tapedeck.work.Analyzing;
import io.tapedeck.work.AudioReceiver;
import io.tapedeck.work.Claims;
import io.tapedeck.work.Clipping;
import io.tapedeck.work.DroppedTranscripts;
import io.tapedeck.work.Exporting;
import io.tapedeck.work.Figures;
import io.tapedeck.work.FollowingTranscript;
import io.tapedeck.work.Ingestion;
import io.tapedeck.work.Moving;
import io.tapedeck.work.NewVersions;
import io.tapedeck.work.Redacting;
import io.tapedeck.work.Rendering;
import io.tapedeck.work.Speech;
import io.tapedeck.work.Transcribing;
import io.tapedeck.work.WorkByTask;
import io.tapedeck.work.WorkDir;
import io.tapedeck.work.Worker;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts together what accepts jobs, does them, and looks after them. A function makes only those parts that it uses. */
@Singleton
class JobWiring {
    @Produces
    @Singleton
    JobQueue queue(Recordings recordings, RecordingStore store, RecordingViews views) {
        return new JobQueue(recordings, store, views::changed);
    }

    @Produces
    @Singleton
    AudioJobs audioJobs(Recordings recordings, RecordingStore store, JobQueue queue, RetentionPolicy retention) {
        return new AudioJobs(recordings, store, queue, retention);
    }

    @Produces
    @Singleton
    Versions versions(Recordings recordings, RecordingStore store, RecordingViews views) {
        return new Versions(recordings, store, views::changed);
    }

    @Produces
    @Singleton
    Claims claims(Recordings recordings, RecordingStore store, JobQueue queue) {
        return new Claims(recordings, store, queue);
    }

    @Produces
    @Singleton
    Leftovers leftovers(RecordingStore store, RecordingObjects objects) {
        return new Leftovers(store, objects);
    }

    @Produces
    @Singleton
    Purge purge(
            Recordings recordings,
            RecordingStore store,
            RecordingObjects objects,
            EndedShares shares,
            WaveformStore waveforms) {
        return new Purge(recordings, store, objects, shares, waveforms);
    }

    @Produces
    @Singleton
    LostJobs lostJobs(
            Recordings recordings,
            RecordingStore store,
            JobQueue queue,
            Leftovers leftovers,
            Purge purge,
            EndedShares shares,
            UploadStore uploads,
            MultipartStore multiparts) {
        return new LostJobs(recordings, store, queue, leftovers, purge, shares, uploads, multiparts);
    }

    @Produces
    @Singleton
    Ingestion ingestion(
            Recordings recordings,
            UploadStore uploads,
            AudioStore audio,
            SourceFetcher fetcher,
            SourceCredentials credentials,
            AudioProcessor processor,
            WaveformStore waveforms,
            TranscriptStore transcripts,
            DroppedTranscripts dropped) {
        return new Ingestion(
                recordings,
                new AudioReceiver(uploads, audio, fetcher, credentials),
                processor,
                waveforms,
                new FollowingTranscript(transcripts),
                dropped);
    }

    @Produces
    @Singleton
    DroppedTranscripts droppedTranscripts(
            Recordings recordings,
            RecordingStore store,
            UploadStore uploads,
            TranscriptStore transcripts,
            UlidSource ids) {
        return new DroppedTranscripts(recordings, store, uploads, transcripts, ids);
    }

    @Produces
    @Singleton
    NewVersions newVersions(
            Recordings recordings, RecordingStore store, AudioStore audio, WaveformStore waveforms, Json json) {
        return new NewVersions(recordings, store, audio, waveforms, json::request);
    }

    @Produces
    @Singleton
    Rendering rendering(
            RecordingStore store,
            AudioStore audio,
            AudioProcessor processor,
            NewVersions versions,
            TranscriptStore transcripts) {
        return new Rendering(store, audio, processor, versions, new FollowingTranscript(transcripts));
    }

    @Produces
    @Singleton
    Speech speech(Recordings recordings, AudioStore audio, Transcribers engines) {
        return new Speech(recordings, audio, engines);
    }

    @Produces
    @Singleton
    Transcribing transcribing(Recordings recordings, Speech speech, TranscriptStore transcripts) {
        return new Transcribing(recordings, speech, transcripts);
    }

    @Produces
    @Singleton
    Figures figures(Recordings recordings, SoundAnalyzer ears, Analyst analyst, AnalyticsStore analytics) {
        return new Figures(recordings, ears, analyst, analytics);
    }

    @Produces
    @Singleton
    Analyzing analyzing(JobQueue queue, AudioStore audio, TranscriptStore transcripts, Figures figures) {
        return new Analyzing(queue, audio, transcripts, figures);
    }

    @Produces
    @Singleton
    Worker worker(
            Recordings recordings,
            Claims claims,
            JobQueue queue,
            Leftovers leftovers,
            Purge purge,
            EndedShares shares,
            Ingestion ingestion,
            Rendering rendering,
            Transcribing transcribing,
            Analyzing analyzing,
            Redacting redacting,
            Exporting exporting,
            Clipping clipping,
            Moving moving,
            WorkDir workDir) {
        var work =
                new WorkByTask(ingestion, rendering, transcribing, analyzing, redacting, exporting, clipping, moving);
        return new Worker(recordings, claims, queue, leftovers, purge, shares, work, workDir);
    }

    @Produces
    @Singleton
    Moving moving(
            Recordings recordings,
            RecordingStore store,
            RecordingObjects objects,
            WaveformStore waveforms,
            ShareStore shares,
            Places places) {
        return new Moving(recordings, store, objects, waveforms, shares, places);
    }

    @Produces
    @Singleton
    WorkDir workDir(Settings.Work settings) {
        return WorkDir.cleared(settings.dir());
    }
}
