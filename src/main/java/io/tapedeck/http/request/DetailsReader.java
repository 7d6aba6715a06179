package io.tapedeck.http.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapedeck.call.Participant;
import io.tapedeck.call.PhoneNumber;
import io.tapedeck.call.Reference;
import io.tapedeck.call.Role;
import io.tapedeck.http.Fields;
import io.tapedeck.recording.Details;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what a caller says about a recording. */
final class DetailsReader {
    private static final int MOST_DAYS = 36_500;
    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_TAG = 128;
    private static final int MOST_TAGS = 50;
    private static final int MOST_PARTICIPANTS = 64;
    private static final int MOST_CHANNELS = 64;
    private static final int MOST_METADATA = 64;
    private static final int LARGEST_METADATA = 16 * 1024;

    private DetailsReader() {}

    static Details read(Fields fields) {
        var startTime = fields.time("startTime");
        var endTime = fields.time("endTime");
        if (startTime.isPresent() && endTime.isPresent() && endTime.get().isBefore(startTime.get())) {
            fields.wrong("endTime", "must not be before startTime");
        }
        return new Details(
                fields.object("call").map(DetailsReader::reference),
                fields.object("assistant").map(DetailsReader::reference),
                fields.object("phoneNumber").map(DetailsReader::phoneNumber),
                startTime,
                endTime,
                fields.objects("participants", 0, MOST_PARTICIPANTS, DetailsReader::participant)
                        .orElse(List.of()),
                tags(fields),
                metadata(fields));
    }

    static List<String> tags(Fields fields) {
        return fields.texts("tags", MOST_TAGS, LONGEST_TAG).orElse(List.of());
    }

    static Optional<String> metadata(Fields fields) {
        return fields.tree("metadata").map(tree -> metadata(fields, tree));
    }

    /** Days. */
    static Optional<Integer> retentionPeriod(Fields fields) {
        return fields.integer("retentionPeriod", 1, MOST_DAYS).map(Long::intValue);
    }

    private static Reference reference(Fields fields) {
        var id = fields.required("id", fields.text("id", LONGEST_NAME));
        var name = fields.text("name", 0, LONGEST_NAME);
        fields.done();
        return new Reference(id.orElse(""), name);
    }

    private static PhoneNumber phoneNumber(Fields fields) {
        var number = new PhoneNumber(
                fields.text("id", LONGEST_NAME),
                fields.text("number", PhoneNumber.E164, "must be a number in E.164 format, such as +4930123456"),
                fields.text("name", 0, LONGEST_NAME));
        fields.done();
        if (!fields.has("id") && !fields.has("number") && !fields.has("name")) {
            fields.wrong("number", "is required unless id or name is given");
        }
        return number;
    }

    private static Participant participant(Fields fields) {
        var participant = new Participant(
                fields.text("id", 0, LONGEST_NAME),
                fields.text("name", 0, LONGEST_NAME),
                fields.choice("role", Role.class),
                fields.integer("channel", 0, MOST_CHANNELS - 1).map(Long::intValue));
        fields.done(Set.of("speaker", "speakingTime"));
        return participant;
    }

    private static String metadata(Fields fields, ObjectNode tree) {
        var text = tree.toString();
        if (tree.size() > MOST_METADATA) {
            fields.wrong("metadata", "must have at most " + MOST_METADATA + " properties");
        } else if (text.getBytes(StandardCharsets.UTF_8).length > LARGEST_METADATA) {
            fields.wrong("metadata", "must have at most 16 KiB as JSON");
        }
        return text;
    }
}
