package io.tapedeck.work;

import io.tapedeck.analysis.Analyst;
import io.tapedeck.analysis.RecordingAnalytics;
import io.tapedeck.audio.Analysis;
import io.tapedeck.audio.AudioTask;
import io.tapedeck.audio.Conversion;
import io.tapedeck.audio.Format;
import io.tapedeck.audio.Redaction;
import io.tapedeck.audio.SpeechEngine;
import io.tapedeck.audio.Transcription;
import io.tapedeck.bulk.BulkExportStore;
import io.tapedeck.bulk.BulkExports;
import io.tapedeck.bulk.LateBulkExports;
import io.tapedeck.call.Participant;
import io.tapedeck.concurrency.Deadline;
import io.tapedeck.drop.DropLayouts;
import io.tapedeck.dynamodb.DynamoBulkExportStore;
import io.tapedeck.dynamodb.DynamoEventStore;
import io.tapedeck.dynamodb.DynamoRecordingStore;
import io.tapedeck.dynamodb.DynamoShareStore;
import io.tapedeck.dynamodb.Rows;
import io.tapedeck.dynamodb.SettableClock;
import io.tapedeck.dynamodb.Table;
import io.tapedeck.export.ExportedDocuments;
import io.tapedeck.export.RecordingExport;
import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.StorageName;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.UlidSource;
import io.tapedeck.json.EventData;
import io.tapedeck.json.Json;
import io.tapedeck.json.RecordingViews;
import io.tapedeck.json.WaveformDocuments;
import io.tapedeck.json.analytics.AnalyticsDocuments;
import io.tapedeck.json.analytics.AnalyticsViews;
import io.tapedeck.privacy.PersonalData;
import io.tapedeck.purge.Purge;
import io.tapedeck.recording.Actor;
import io.tapedeck.recording.AudioJobs;
import io.tapedeck.recording.AudioJobs.Accepted;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Change;
import io.tapedeck.recording.Decision;
import io.tapedeck.recording.Details;
import io.tapedeck.recording.EventStore;
import io.tapedeck.recording.Intake;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.JobQueue;
import io.tapedeck.recording.Leftovers;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Recordings;
import io.tapedeck.recording.Retention;
import io.tapedeck.recording.RetentionPolicy;
import io.tapedeck.recording.Versions;
import io.tapedeck.redaction.Finder;
import io.tapedeck.redaction.Redactor;
import io.tapedeck.remote.InMemoryBucket;
import io.tapedeck.retention.Deletions;
import io.tapedeck.retention.LostJobs;
import io.tapedeck.retention.SweepOutcome;
import io.tapedeck.s3.S3Server;
import io.tapedeck.s3.Trouble;
import io.tapedeck.sharing.EndedShares;
import io.tapedeck.sharing.ShareStore;
import io.tapedeck.storage.AudioStore;
import io.tapedeck.storage.KeyPrefix;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.Place;
import io.tapedeck.storage.Placement;
import io.tapedeck.storage.Storage;
import io.tapedeck.storage.WaveformStore;
import io.tapedeck.transcript.EngineChoice;
import io.tapedeck.transcript.Spoken;
import io.tapedeck.transcript.Transcribers;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.TranscriptStore;
import io.tapedeck.transcript.format.TranscriptDocuments;
import io.tapedeck.transcription.RecordingTranscripts;
import io.tapedeck.work.Arrivals.Arrival;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All that does jobs, on a real table and a real bucket, with a clock that tests move and audio that is text. */
public final class Workshop {
    /** 2100-01-01T12:00:00Z, far enough for the table never to take a row for expired. */
    public static final Instant NOON = Instant.ofEpochSecond(4_102_488_000L);

    public static final TenantId ACME = new TenantId("acme");
    public static final Actor ANN = new Actor("key:ann");

    public final SettableClock clock = new SettableClock(NOON);
    public final UlidSource ids = new UlidSource(clock, new SecureRandom());
    public final ScriptedProcessor processor = new ScriptedProcessor();
    public final ScriptedTranscriber speech = new ScriptedTranscriber();
    public final ScriptedSound sound = new ScriptedSound();
    public final ListeningSentiment sentiment = new ListeningSentiment();
    public final InMemoryBucket elsewhere = new InMemoryBucket();
    public final KnownPlaces places = new KnownPlaces();
    public final AudioStore audio;
    public final Trouble trouble = new Trouble();
    public final RecordingStore store;
    public final EventStore eventStore;
    public final S3Server bucket;
    public final Recordings recordings;
    public final JobQueue queue;
    public final AudioJobs jobs;
    public final Versions versions;
    public final Arrivals arrivals;
    public final Deletions deletions;
    public final LostJobs lostJobs;
    public final WaveformStore waveforms;
    public final TranscriptStore transcripts;
    public final RecordingAnalytics analytics;
    public final ScriptedWork outside;
    public final RecordingExport files;
    public final BulkExportStore exportStore;
    public final BulkExports exports;
    public final LateBulkExports lateExports;
    public final ShareStore shares;
    public final EndedShares endedShares;

    private final Worker worker;

    public Workshop(Table table, S3Server bucket, Path workDir) {
        var json = new Json();
        this.bucket = bucket;
        var stores = bucket.stores(trouble).and((tenant, storage) -> elsewhere);
        var views = new RecordingViews(json, new Place(StorageName.OWN, Storage.S3, "recordings", "eu-central-1"));
        this.store = new DynamoRecordingStore(table, new Rows(json), new EventData(json, views), clock);
        this.eventStore = new DynamoEventStore(table, clock);
        this.recordings = new Recordings(store, ids, clock, Deadline.NONE);
        this.queue = new JobQueue(recordings, store, views::changed);
        this.jobs = new AudioJobs(recordings, store, queue, new RetentionPolicy(30, 0));
        this.versions = new Versions(recordings, store, views::changed);
        this.transcripts = new TranscriptDocuments(stores.documents());
        var dropped = new DroppedTranscripts(recordings, store, stores.uploads(), transcripts, ids);
        this.arrivals = new Arrivals(
                store,
                queue,
                stores.uploads(),
                new RetentionPolicy(30, 0),
                places,
                DropLayouts.of("""
                        uploads/{tenant}/pbx/{direction}-{number}-{agent}-{start}-{call}.wav
                        uploads/{tenant}/calls/{call}.wav
                        uploads/{tenant}/analysis/{call}_analysis_{*}.json"""),
                dropped,
                json::write);
        this.audio = stores.audio();
        var objects = stores.objects((tenant, id) ->
                store.find(tenant, id).map(CallRecording::placement).orElse(Placement.OWN));
        this.deletions = new Deletions(recordings, store, objects);
        var leftovers = new Leftovers(store, objects);
        this.waveforms = new WaveformDocuments(stores.documents());
        this.shares = new DynamoShareStore(table, new Rows(json));
        this.endedShares = new EndedShares(shares, recordings, store, objects);
        var purge = new Purge(recordings, store, objects, endedShares, waveforms);
        this.lostJobs = new LostJobs(
                recordings, store, queue, leftovers, purge, endedShares, stores.uploads(), stores.multiparts());
        var figures = new AnalyticsDocuments(stores.documents(), json);
        this.analytics = new RecordingAnalytics(recordings, store, transcripts, figures);
        var receiver = new AudioReceiver(
                stores.uploads(),
                stores.audio(),
                (_, _, _) -> {
                    throw new AssertionError("nothing is fetched");
                },
                (_, _) -> Optional.empty());
        var newVersions = new NewVersions(recordings, store, stores.audio(), waveforms, json::request);
        this.outside = new ScriptedWork(
                new Rendering(store, stores.audio(), processor, newVersions, new FollowingTranscript(transcripts)));
        var engines = new Transcribers(Map.of(SpeechEngine.WHISPER, speech));
        var speaking = new Speech(recordings, stores.audio(), engines);
        var analyst = new Analyst(Optional.of(sentiment), Optional.empty());
        var working = new Figures(recordings, sound, analyst, figures);
        this.exportStore = new DynamoBulkExportStore(table, new Rows(json));
        this.exports = new BulkExports(exportStore, recordings, store);
        this.lateExports = new LateBulkExports(exportStore, exports, recordings, stores.documents());
        var documents =
                new ExportedDocuments(store, transcripts, analytics, waveforms, views, new AnalyticsViews(json), json);
        this.files = new RecordingExport(
                recordings, stores.audio(), processor, documents, eventStore, new EventData(json, views));
        this.worker = new Worker(
                recordings,
                new Claims(recordings, store, queue),
                queue,
                leftovers,
                purge,
                endedShares,
                new WorkByTask(
                        new Ingestion(
                                recordings,
                                receiver,
                                processor,
                                waveforms,
                                new FollowingTranscript(transcripts),
                                dropped),
                        outside,
                        new Transcribing(recordings, speaking, transcripts),
                        new Analyzing(queue, stores.audio(), transcripts, working),
                        new Redacting(
                                store,
                                stores.audio(),
                                transcripts,
                                new EngineChoice(engines.byEngine().keySet(), Optional.empty()),
                                speaking,
                                sound,
                                () -> new Redactor(new Finder(new PersonalData("US"), Optional.empty())),
                                new RedactedVersions(
                                        recordings,
                                        stores.audio(),
                                        processor,
                                        newVersions,
                                        transcripts,
                                        new RemadeAnalytics(store, working))),
                        new Exporting(recordings, files, stores.multiparts()),
                        new Clipping(recordings, store, stores.audio(), processor, waveforms, shares, endedShares),
                        new Moving(recordings, store, objects, waveforms, shares, places)),
                WorkDir.cleared(workDir));
    }

    /** A recording whose audio says so, with what is to be done once it is there. */
    public RecordingId uploaded(String text, AudioTask... actions) {
        var id = new RecordingId(ids.next());
        var fresh = CallRecording.create(
                ACME, id, Details.NONE, Retention.of(30, now()), Placement.OWN, Intake.UNANNOUNCED);
        var ingest = Job.awaitingUpload(new JobId(ids.next()), ACME, id, ANN, now(), now().plusSeconds(60));
        var tasks =
                Stream.of(actions).map(task -> Job.of(new JobId(ids.next()), ACME, id, task, List.of(), ANN, now()));
        store.commit(queue.create(fresh, Stream.concat(Stream.of(ingest), tasks).toList()));
        bucket.put(ObjectKey.upload(ACME, id), text.getBytes(StandardCharsets.UTF_8));
        return id;
    }

    /** A recording whose audio says so, taken in. */
    public RecordingId recorded(String text) {
        var id = uploaded(text);
        run(id);
        return id;
    }

    public static Conversion to(Format format) {
        return new Conversion(format, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Has a recording converted. */
    public Accepted convert(RecordingId id, Format format) {
        return jobs.submit(ACME, id, to(format), ANN, new JobId(ids.next()));
    }

    /** Has a recording transcribed. */
    public Job transcribe(RecordingId id) {
        var task = new Transcription(SpeechEngine.WHISPER, Optional.empty(), Optional.empty(), List.of());
        return jobs.submit(ACME, id, task, ANN, new JobId(ids.next())).job();
    }

    /** Has a recording analyzed. */
    public Job analyze(RecordingId id, Analysis.Category... categories) {
        return jobs.submit(ACME, id, asked(categories), ANN, new JobId(ids.next()))
                .job();
    }

    /** Has a recording redacted. */
    public Job redact(RecordingId id, Redaction task) {
        return jobs.submit(ACME, id, task, ANN, new JobId(ids.next())).job();
    }

    /** An analysis with these categories. */
    public Analysis asked(Analysis.Category... categories) {
        return new Analysis(List.of(categories), Analysis.DEAD_AIR, true);
    }

    /** So many participants are named who say nothing else of themselves. */
    public void name(RecordingId id, int participants) {
        var nobody = new Participant(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        var details = new Details(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Collections.nCopies(participants, nobody),
                List.of(),
                Optional.empty());
        recordings.change(
                ACME,
                id,
                recording -> Decision.write(new Change(
                        recording.withDetails(details, recording.retention(), now()),
                        List.of(),
                        List.of(),
                        List.of())));
    }

    /** Somebody brings a transcript of one word along. */
    public void give(RecordingId id, String word) {
        var recording = find(id);
        var spoken = Spoken.transcript(
                recording.audio().orElseThrow().measures().duration(), Spoken.turn(Spoken.AGENT, word + " 0.0-0.5"));
        new RecordingTranscripts(recordings, store, versions, transcripts)
                .put(recording, spoken, ids.next(), ANN, _ -> {});
    }

    /** A worker is told of the job at the head. */
    public void run(RecordingId id) {
        worker.run(ACME, id, find(id).jobs().queue().getFirst());
    }

    /** A worker is told of a job. */
    public Attempt run(Job job) {
        return worker.run(job.tenant(), job.recording(), job.id());
    }

    /** A worker is told of a job that was read after its recording. */
    public Attempt run(Arrival.Expected arrival) {
        return worker.run(arrival.recording(), arrival.job());
    }

    /** Workers are told of every job that is ready, until none is. */
    public void runAll(RecordingId id) {
        while (head(id).filter(job -> job.dispatch().ready()).isPresent()) {
            run(id);
        }
    }

    /** Time passes, and the sweep looks after what is due of a job by then. */
    public SweepOutcome sweep(Job job, Duration passed) {
        clock.set(now().plus(passed));
        return lostJobs.handle(ACME, job.recording(), job.id());
    }

    public Optional<Job> head(RecordingId id) {
        return find(id).jobs().queue().stream().findFirst().flatMap(job -> store.job(ACME, id, job));
    }

    public Job job(Job known) {
        return store.job(ACME, known.recording(), known.id()).orElseThrow();
    }

    public CallRecording find(RecordingId id) {
        return store.find(ACME, id).orElseThrow();
    }

    /** What the current version says. */
    public String text(RecordingId id) {
        return text(find(id).audio().orElseThrow());
    }

    public String text(AudioVersion version) {
        return new String(bucket.read(version.file().key()).orElseThrow(), StandardCharsets.UTF_8);
    }

    public List<AudioVersion> versions(RecordingId id) {
        return store.versions(ACME, id);
    }

    /** The names of what happened, oldest first. */
    public List<String> events(RecordingId id) {
        return eventStore.events(ACME, id, Optional.empty(), 100).items().stream()
                .map(event -> event.type().replace("recording.", ""))
                .toList();
    }

    /** The keys of all objects of a recording. */
    public List<String> objects(RecordingId id) {
        return Stream.of(
                        KeyPrefix.of(ObjectKey.upload(ACME, id)),
                        KeyPrefix.audio(ACME, id),
                        KeyPrefix.documents(ACME, id),
                        KeyPrefix.exports(ACME, id))
                .flatMap(prefix -> bucket.keys(prefix.value()).stream())
                .toList();
    }

    /** The keys of all objects that begin so. */
    public List<String> objects(String prefix) {
        return bucket.keys(prefix);
    }

    /** The keys of the objects that the versions of a recording need. */
    public List<String> objectsOfVersions(RecordingId id) {
        return Stream.concat(
                        versions(id).stream().map(version -> version.file().key()),
                        versions(id).stream()
                                .map(version -> version.file().key().waveform()))
                .map(ObjectKey::value)
                .toList();
    }

    /** What is said in the current version, as far as that was written down. */
    public Optional<Transcript> transcript(RecordingId id) {
        return find(id).audio()
                .flatMap(audio -> audio.transcript()
                        .flatMap(stored ->
                                transcripts.find(stored, audio.measures().duration())));
    }

    public Instant now() {
        return recordings.now();
    }
}
