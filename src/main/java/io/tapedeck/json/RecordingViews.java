package io.tapedeck.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapedeck.call.Speaker;
import io.tapedeck.json.DetailsView.ParticipantView;
import io.tapedeck.json.RecordingView.Addresses;
import io.tapedeck.json.RecordingView.RetentionView;
import io.tapedeck.json.RecordingView.UsageView;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Intake;
import io.tapedeck.storage.Place;
import io.tapedeck.storage.StoredTranscript;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Turns recordings into what the contract shows of them. */
public final class RecordingViews {
    private static final Set<String> LIFE = Set.of("status", "updated", "job", "failure");

    private final Json json;
    private final Place own;

    public RecordingViews(Json json, Place own) {
        this.json = json;
        this.own = own;
    }

    /** The recording with the addresses that the reader may have. */
    public RecordingView view(CallRecording recording, Addresses addresses) {
        if (recording.lifecycle().isDeleted()) {
            return RecordingView.tombstone(recording);
        }
        return new RecordingView(
                recording.id().toString(),
                recording.lifecycle().status(),
                addresses,
                details(recording),
                AudioView.of(
                        recording.audio(),
                        recording.placement(),
                        own,
                        recording.intake().flatMap(Intake::encryptionKey)),
                retention(recording),
                new UsageView(
                        recording.usage().downloadCount(), recording.usage().lastAccessed()),
                recording.audio().flatMap(AudioVersion::transcript).map(stored -> reference(stored, addresses)),
                Optional.empty(),
                Optional.empty(),
                recording.jobs().latest().map(job -> JobView.of(job).at(addresses.export())),
                recording.lifecycle().failure(),
                Optional.empty(),
                recording.history().created(),
                recording.history().updated());
    }

    private static Map<Integer, String> labels(AudioVersion audio) {
        return audio.transcript().map(StoredTranscript::speakers).orElse(Map.of());
    }

    private static JsonNode reference(StoredTranscript stored, Addresses addresses) {
        var reference = JsonNodeFactory.instance.objectNode().put("id", stored.id());
        addresses.transcript().ifPresent(url -> reference.put("url", url));
        return reference;
    }

    /**
     * The names of the properties that differ, in alphabetical order, beside those of the recording's life and its jobs.
     */
    public List<String> changed(CallRecording before, CallRecording after) {
        ObjectNode old = json.mapper().valueToTree(view(before, Addresses.NONE));
        ObjectNode now = json.mapper().valueToTree(view(after, Addresses.NONE));
        return Stream.concat(old.propertyStream(), now.propertyStream())
                .map(Map.Entry::getKey)
                .distinct()
                .filter(name -> !LIFE.contains(name) && !Objects.equals(old.get(name), now.get(name)))
                .sorted()
                .toList();
    }

    private DetailsView details(CallRecording recording) {
        var details = recording.details();
        return new DetailsView(
                details.call(),
                details.assistant(),
                details.phoneNumber(),
                details.startTime(),
                details.endTime(),
                speakers(recording).stream().map(ParticipantView::of).toList(),
                details.tags(),
                details.metadata().map(json::read),
                recording.derivedFrom());
    }

    private static List<Speaker> speakers(CallRecording recording) {
        var participants = recording.details().participants();
        return recording
                .audio()
                .map(audio -> Speaker.of(participants, audio.measures(), labels(audio)))
                .orElseGet(() -> Speaker.of(participants));
    }

    private static RetentionView retention(CallRecording recording) {
        var retention = recording.retention();
        return new RetentionView(
                retention.period(), retention.expiresAt(), retention.autoDeleteAt(), retention.legalHold());
    }
}
