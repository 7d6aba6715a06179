package io.tapedeck.dynamodb;

import io.tapedeck.access.ApiKey;
import io.tapedeck.audio.Analysis;
import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.AudioResult;
import io.tapedeck.audio.Clip;
import io.tapedeck.audio.Compression;
import io.tapedeck.audio.Conversion;
import io.tapedeck.audio.Enhancement;
import io.tapedeck.audio.Export;
import io.tapedeck.audio.Ingest;
import io.tapedeck.audio.Merge;
import io.tapedeck.audio.Move;
import io.tapedeck.audio.Range;
import io.tapedeck.audio.RawFormat;
import io.tapedeck.audio.Redacted;
import io.tapedeck.audio.Redaction;
import io.tapedeck.audio.Transcription;
import io.tapedeck.audio.Trim;
import io.tapedeck.audio.measure.Loudness;
import io.tapedeck.audio.measure.Signal;
import io.tapedeck.audio.measure.Warning;
import io.tapedeck.bulk.BulkExport;
import io.tapedeck.bulk.Selection;
import io.tapedeck.call.Participant;
import io.tapedeck.call.PhoneNumber;
import io.tapedeck.call.Reference;
import io.tapedeck.problem.Failure;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Deletion;
import io.tapedeck.recording.Details;
import io.tapedeck.recording.Dispatch;
import io.tapedeck.recording.Execution;
import io.tapedeck.recording.History;
import io.tapedeck.recording.Intake;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.Jobs;
import io.tapedeck.recording.Lifecycle;
import io.tapedeck.recording.Provenance;
import io.tapedeck.recording.Redactions;
import io.tapedeck.recording.Retention;
import io.tapedeck.recording.Usage;
import io.tapedeck.remote.RemoteStorage;
import io.tapedeck.remote.StorageCheck;
import io.tapedeck.sharing.Password;
import io.tapedeck.sharing.Share;
import io.tapedeck.sharing.ShareTerms;
import io.tapedeck.sharing.SharedAudio;
import io.tapedeck.sharing.SharedPart;
import io.tapedeck.sharing.Tries;
import io.tapedeck.storage.Encryption;
import io.tapedeck.storage.ImportSource;
import io.tapedeck.storage.Place;
import io.tapedeck.storage.Placement;
import io.tapedeck.storage.StoredAnalytics;
import io.tapedeck.storage.StoredAudio;
import io.tapedeck.storage.StoredTranscript;
import io.tapedeck.storage.UploadTerms;
import io.tapedeck.webhook.Delivery;
import io.tapedeck.webhook.Lane;
import io.tapedeck.webhook.Webhook;

/**
 * Under which names the core's records are stored, whatever their components are called. Tables hold them by the million, so
 * a name that stands here stays. A new component is a line; one that gets another name in the core keeps its stored one by
 * {@link RecordNames#renamed}, and one that moves to a part of its record by {@link RecordNames#ofPart}. Events and idempotency records have no record of the core: their names are in
 * {@link EventRows} and {@link DynamoIdempotencyStore}.
 */
final class StoredNames {
    private StoredNames() {}

    static RecordNames all() {
        var names = new RecordNames();
        recording(names);
        intake(names);
        version(names);
        job(names);
        task(names);
        export(names);
        storage(names);
        key(names);
        share(names);
        webhook(names);
        return names.checked();
    }

    private static void recording(RecordNames names) {
        names.of(CallRecording.class, "tenant", "id", "details", "retention", "intake", "audio", "usage", "derivedFrom")
                .ofPart(Placement.class, "storage", "storages")
                .renamed(Placement.class, "storage", "current")
                .renamed(Placement.class, "storages", "others")
                .of(Place.class, "name", "provider", "bucket", "region")
                .ofPart(Lifecycle.class, "status", "failure", "deletion")
                .ofPart(Jobs.class, "job", "queue")
                .renamed(Jobs.class, "job", "latest")
                .ofPart(History.class, "created", "updated", "redaction", "lastEvent", "revision")
                .of(
                        Details.class,
                        "call",
                        "assistant",
                        "phoneNumber",
                        "startTime",
                        "endTime",
                        "participants",
                        "tags",
                        "metadata")
                .of(Reference.class, "id", "name")
                .of(PhoneNumber.class, "id", "number", "name")
                .of(Participant.class, "id", "name", "role", "channel")
                .of(
                        Retention.class,
                        "period",
                        "expiresAt",
                        "autoDeleteAt",
                        "legalHold",
                        "expiryAnnounced",
                        "expiryFollows")
                .of(Usage.class, "downloadCount", "lastAccessed")
                .of(Failure.class, "code", "message")
                .of(Deletion.class, "at", "actor", "reason", "objects", "versions", "stage")
                .of(Deletion.DestroyedVersion.class, "version", "sha256");
    }

    private static void intake(RecordNames names) {
        names.of(Intake.class, "upload", "source", "encryptionKey", "adopted", "transcript")
                .of(UploadTerms.class, "fileSize", "contentType", "sha256", "multipart", "rawFormat")
                .of(UploadTerms.Multipart.class, "id", "partSize")
                .of(ImportSource.class, "url", "sha256", "rawFormat", "provider")
                .of(RawFormat.class, "codec", "sampleRate", "channels");
    }

    private static void version(RecordNames names) {
        names.of(
                        AudioVersion.class,
                        "number",
                        "originalSize",
                        "measures",
                        "treatments",
                        "transcript",
                        "analytics",
                        "redactions",
                        "purged")
                .of(Redactions.class, "since", "type", "originalKept", "spans")
                .of(Redacted.class, "reason", "range", "channel", "segment", "strength")
                .ofPart(Provenance.class, "action", "request", "parentSha256", "created", "actor")
                .ofPart(StoredAudio.class, "object", "fileSize", "sha256", "encryption")
                .renamed(StoredAudio.class, "object", "key")
                .renamed(StoredAudio.class, "fileSize", "size")
                .of(
                        StoredTranscript.class,
                        "id",
                        "document",
                        "engine",
                        "model",
                        "language",
                        "speakers",
                        "diarized",
                        "created")
                .of(StoredAnalytics.class, "document", "transcript", "created")
                .of(Encryption.class, "key")
                .of(
                        AudioMeasures.class,
                        "format",
                        "codec",
                        "sampleRate",
                        "bitrate",
                        "channels",
                        "duration",
                        "quality",
                        "loudness",
                        "layout",
                        "speech",
                        "warnings",
                        "signal")
                .of(Loudness.class, "integrated", "range", "truePeak")
                .of(Warning.class, "code", "message")
                .of(Signal.class, "samples", "offsets", "inverted");
    }

    private static void job(RecordNames names) {
        names.of(Job.class, "id", "tenant", "recording", "task", "inputs", "actor", "created", "inParts")
                .ofPart(Execution.class, "status", "progress", "failure", "result", "started", "finished", "failures")
                .ofPart(Dispatch.class, "attempts", "handed", "due", "ready")
                .renamed(Dispatch.class, "attempts", "holder")
                .of(Job.Input.class, "recording", "version")
                .of(Ingest.Result.class, "version")
                .of(Transcription.Result.class, "version", "words")
                .of(Analysis.Result.class, "version")
                .of(Redaction.Result.class, "version", "spans", "notes")
                .of(Export.Result.class, "version", "since", "size", "sha256", "files", "missing", "expiresAt")
                .of(AudioResult.class, "version", "before", "after", "removed", "notes")
                .of(AudioResult.SoundQuality.class, "loudness", "truePeak", "noiseFloor", "signalToNoise")
                .of(Range.class, "start", "end");
    }

    private static void task(RecordNames names) {
        names.of(Ingest.class)
                .of(Transcription.class, "engine", "language", "speakers", "vocabulary")
                .of(Analysis.class, "categories", "silenceThreshold", "summary")
                .of(Redaction.class, "type", "entities", "ranges", "padding", "channels", "keepOriginal", "preview")
                .of(Export.class, "include", "transcriptFormats", "audioFormat", "expiresIn")
                .of(Analysis.Category.class, "name", "phrases", "speaker", "absent")
                .of(Compression.class, "format", "bitrate", "maxSize", "quality")
                .of(Conversion.class, "format", "codec", "sampleRate", "bitrate", "channels")
                .of(Trim.class, "start", "end", "remove")
                .of(Clip.class, "share", "start", "end")
                .of(Move.class, "storage")
                .of(Merge.class, "recordings", "mode", "gap", "crossfade", "offsets", "format")
                .of(Enhancement.class, "noiseReduction", "volumeNormalization", "silenceRemoval")
                .of(Enhancement.Normalization.class, "loudness", "truePeak", "perChannel")
                .of(Enhancement.SilenceRemoval.class, "threshold", "minimum", "keep");
    }

    private static void export(RecordNames names) {
        names.of(BulkExport.class, "id", "tenant", "selection", "contents", "actor", "created", "archived", "revision")
                .of(Selection.class, "recordings", "call", "assistant", "phoneNumber", "status", "tags", "from", "to")
                .of(BulkExport.Archived.class, "size", "recordings", "missing", "expiresAt");
    }

    private static void share(RecordNames names) {
        names.of(
                        Share.class,
                        "id",
                        "tenant",
                        "recording",
                        "token",
                        "created",
                        "part",
                        "terms",
                        "password",
                        "clip",
                        "views",
                        "tries",
                        "revoked")
                .of(SharedPart.class, "version", "start", "end", "since")
                .of(ShareTerms.class, "expiresAt", "maxViews", "allowDownload", "includeTranscript")
                .of(Password.class, "rounds", "salt", "hash")
                .of(SharedAudio.class, "format", "duration")
                .of(Tries.class, "wrong", "pending");
    }

    private static void storage(RecordNames names) {
        names.of(RemoteStorage.class, "place", "prefix", "access", "check")
                .of(StorageCheck.class, "at", "remnants", "problem");
    }

    private static void key(RecordNames names) {
        names.of(ApiKey.class, "id", "tenant", "name", "scopes", "hash", "created", "expiresAt", "lastUsed");
    }

    private static void webhook(RecordNames names) {
        names.of(Webhook.class, "tenant", "id", "publicKey", "created", "state", "revision")
                .ofPart(Webhook.Terms.class, "url", "events", "description")
                .ofPart(Webhook.Health.class, "failingSince", "hangs", "restsUntil")
                .of(Lane.class, "tenant", "id", "recording", "through", "attempts", "until", "asked", "revision")
                .renamed(Lane.class, "id", "webhook")
                .of(
                        Delivery.class,
                        "tenant",
                        "webhook",
                        "event",
                        "type",
                        "subject",
                        "status",
                        "attempts",
                        "nextAttempt")
                .of(Delivery.Attempt.class, "at", "milliseconds", "status", "answer", "problem");
    }
}
