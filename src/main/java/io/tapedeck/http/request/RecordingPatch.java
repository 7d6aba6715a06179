package io.tapedeck.http.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapedeck.call.Participant;
import io.tapedeck.call.PhoneNumber;
import io.tapedeck.call.Reference;
import io.tapedeck.http.FieldErrors;
import io.tapedeck.http.Fields;
import io.tapedeck.json.Json;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Details;
import io.tapedeck.recording.Retention;
import io.tapedeck.recording.RetentionPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Merges a caller's changes into the writable properties of a recording.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7396">RFC 7396, JSON Merge Patch</a>
 */
public final class RecordingPatch {
    private static final Set<String> WRITABLE = Set.of(
            "call",
            "assistant",
            "phoneNumber",
            "startTime",
            "endTime",
            "participants",
            "retentionPeriod",
            "expiresAt",
            "autoDeleteAt",
            "tags",
            "metadata",
            "legalHold");

    private final Json json;
    private final RetentionPolicy policy;

    /** @param policy how long a recording is kept of which nothing is said */
    public RecordingPatch(Json json, RetentionPolicy policy) {
        this.json = json;
        this.policy = policy;
    }

    /**
     * What the recording becomes.
     *
     * @throws io.tapedeck.problem.ProblemException invalid-request
     */
    public Patched apply(CallRecording recording, ObjectNode patch) {
        var errors = new FieldErrors();
        checkNames(patch, errors);
        var before = writable(recording.details(), recording.retention());
        var fields = new Fields(merge(before, patch), "", errors);
        var details = DetailsReader.read(fields);
        var retention = retention(fields, patch, recording);
        errors.refuse();
        var isSettled = retention.expiryFollows() == recording.retention().expiryFollows();
        return new Patched(details, retention, changed(before, writable(details, retention), isSettled));
    }

    private static void checkNames(ObjectNode patch, FieldErrors errors) {
        patch.fieldNames().forEachRemaining(name -> {
            if (!WRITABLE.contains(name)) {
                var isReadOnly = ReadOnly.PROPERTIES.contains(name);
                errors.add(
                        "/" + name.replace("~", "~0").replace("/", "~1"), isReadOnly ? "is read-only" : "is unknown");
            }
        });
    }

    private static ObjectNode merge(ObjectNode target, ObjectNode patch) {
        var merged = target.deepCopy();
        patch.properties().forEach(entry -> {
            var name = entry.getKey();
            if (entry.getValue().isNull()) {
                merged.remove(name);
            } else if (entry.getValue() instanceof ObjectNode change) {
                merged.set(name, merge(merged.get(name) instanceof ObjectNode old ? old : Fields.nothing(), change));
            } else {
                merged.set(name, entry.getValue());
            }
        });
        return merged;
    }

    /** The period and the time of deletion say the same: who sets one without the other replaces both. */
    private Retention retention(Fields fields, ObjectNode patch, CallRecording recording) {
        var old = recording.retention();
        var period = DetailsReader.retentionPeriod(fields);
        if (patch.has("retentionPeriod")) {
            period = period.or(() -> Optional.of(policy.days()));
        } else if (patch.has("autoDeleteAt")) {
            period = Optional.empty();
        }
        var given = fields.time("autoDeleteAt", recording.history().created());
        var isMoved = patch.has("retentionPeriod") && !patch.has("autoDeleteAt");
        var autoDeleteAt =
                isMoved ? period.map(days -> recording.history().created().plus(Duration.ofDays(days))) : given;
        var follows = patch.has("expiresAt") ? patch.get("expiresAt").isNull() : old.expiryFollows();
        var chosen = fields.time("expiresAt");
        var expiresAt = follows ? following(recording, autoDeleteAt, patch.has("expiresAt")) : chosen;
        if (expiresAt.isPresent()
                && autoDeleteAt.filter(at -> at.isBefore(expiresAt.get())).isPresent()) {
            fields.wrong(culprit(patch), "would put autoDeleteAt before expiresAt");
        }
        var isAnnounced = old.expiryAnnounced() && old.expiresAt().equals(expiresAt);
        return new Retention(
                period, expiresAt, autoDeleteAt, fields.flag("legalHold").orElse(false), isAnnounced, follows);
    }

    /** Stays where it is unless the end moves, or a caller takes back what was set. */
    private Optional<Instant> following(CallRecording recording, Optional<Instant> autoDeleteAt, boolean isTakenBack) {
        var old = recording.retention();
        return !isTakenBack && old.autoDeleteAt().equals(autoDeleteAt)
                ? old.expiresAt()
                : autoDeleteAt.map(end -> policy.expiresAt(recording.history().created(), end));
    }

    private static String culprit(ObjectNode patch) {
        return List.of("expiresAt", "autoDeleteAt", "retentionPeriod").stream()
                .filter(patch::has)
                .findFirst()
                .orElse("expiresAt");
    }

    /** @param isSettled whether what decides over expiresAt, the caller or the end, is what it was */
    private static List<String> changed(ObjectNode before, ObjectNode after, boolean isSettled) {
        return WRITABLE.stream()
                .filter(name ->
                        !Objects.equals(before.get(name), after.get(name)) || name.equals("expiresAt") && !isSettled)
                .sorted()
                .collect(Collectors.toUnmodifiableList());
    }

    private ObjectNode writable(Details details, Retention retention) {
        return json.mapper()
                .valueToTree(new Writable(
                        details.call(),
                        details.assistant(),
                        details.phoneNumber(),
                        details.startTime(),
                        details.endTime(),
                        details.participants(),
                        retention.period(),
                        retention.expiresAt(),
                        retention.autoDeleteAt(),
                        details.tags(),
                        details.metadata().map(json::read),
                        retention.legalHold()));
    }

    /**
     * A recording's properties after a patch.
     *
     * @param changed the names of those that are not what they were
     */
    public record Patched(Details details, Retention retention, List<String> changed) {
        public Patched {
            changed = List.copyOf(changed);
        }
    }

    /** The properties that a patch can change. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Writable(
            Optional<Reference> call,
            Optional<Reference> assistant,
            Optional<PhoneNumber> phoneNumber,
            Optional<Instant> startTime,
            Optional<Instant> endTime,
            List<Participant> participants,
            Optional<Integer> retentionPeriod,
            Optional<Instant> expiresAt,
            Optional<Instant> autoDeleteAt,
            List<String> tags,
            Optional<JsonNode> metadata,
            boolean legalHold) {}
}
