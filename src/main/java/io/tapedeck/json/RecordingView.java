package io.tapedeck.json;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.tapedeck.problem.Failure;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Deletion.DestroyedVersion;
import io.tapedeck.recording.Deletion.Reason;
import io.tapedeck.recording.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A CallRecording as the HTTP contract writes it; a tombstone has nothing but its lines of life. */
public record RecordingView(
        String id,
        Status status,
        @JsonUnwrapped Addresses addresses,
        @JsonUnwrapped DetailsView details,
        @JsonUnwrapped AudioView audio,
        @JsonUnwrapped RetentionView retention,
        @JsonUnwrapped UsageView usage,
        Optional<JsonNode> transcript,
        Optional<JsonNode> analytics,
        Optional<JsonNode> upload,
        Optional<JobView> job,
        Optional<Failure> failure,
        Optional<Certificate> deletion,
        Instant created,
        Instant updated) {

    /**
     * Where a recording can be fetched; all absent in an event.
     *
     * @param transcript where its transcript is, if it has one, which stands there and not here
     * @param export where that is which its latest job exported, if it did
     */
    public record Addresses(
            Optional<String> url,
            Optional<String> secureUrl,
            @JsonIgnore Optional<String> transcript,
            @JsonIgnore Optional<String> export) {
        /** Of nobody who may fetch. */
        public static final Addresses NONE =
                new Addresses(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** How long it is kept. */
    public record RetentionView(
            Optional<Integer> retentionPeriod,
            Optional<Instant> expiresAt,
            Optional<Instant> autoDeleteAt,
            boolean legalHold) {}

    /** How often it was fetched. */
    public record UsageView(long downloadCount, Optional<Instant> lastAccessed) {}

    /** What was destroyed. */
    public record Certificate(Instant at, String actor, Reason reason, int objects, List<DestroyedVersion> versions) {}

    /** The same with what the answer to create says about sending the audio. */
    public RecordingView with(JsonNode sending) {
        return with(transcript, analytics, Optional.of(sending));
    }

    /** The same with the whole transcript in place of its reference. */
    public RecordingView withTranscript(JsonNode whole) {
        return with(Optional.of(whole), analytics, upload);
    }

    /** The same with its whole analytics, which are not shown otherwise. */
    public RecordingView withAnalytics(JsonNode whole) {
        return with(transcript, Optional.of(whole), upload);
    }

    private RecordingView with(
            Optional<JsonNode> otherTranscript, Optional<JsonNode> otherAnalytics, Optional<JsonNode> otherUpload) {
        return new RecordingView(
                id,
                status,
                addresses,
                details,
                audio,
                retention,
                usage,
                otherTranscript,
                otherAnalytics,
                otherUpload,
                job,
                failure,
                deletion,
                created,
                updated);
    }

    static RecordingView tombstone(CallRecording recording) {
        return new RecordingView(
                recording.id().toString(),
                recording.lifecycle().status(),
                null,
                null,
                null,
                null,
                null,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                recording.lifecycle().deletion().map(RecordingView::certificate),
                recording.history().created(),
                recording.history().updated());
    }

    private static Certificate certificate(io.tapedeck.recording.Deletion deletion) {
        return new Certificate(
                deletion.at(), deletion.actor().value(), deletion.reason(), deletion.objects(), deletion.versions());
    }
}
