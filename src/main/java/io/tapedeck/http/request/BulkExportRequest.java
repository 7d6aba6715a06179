package io.tapedeck.http.request;

import io.tapedeck.audio.Export;
import io.tapedeck.bulk.Selection;
import io.tapedeck.http.Fields;
import io.tapedeck.id.RecordingId;
import io.tapedeck.recording.Status;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Which recordings a caller wants in one file, and what of each. */
public record BulkExportRequest(Selection selection, Export contents) {
    private static final int MOST_NAMED = 1000;
    private static final int LONGEST_ID = 256;
    private static final int MOST_TAGS = 50;

    /** Reads the body of a request. */
    public static BulkExportRequest read(Fields fields) {
        var selection = selection(fields);
        if (selection.isEmpty() && fields.isSound()) {
            fields.wrong("recordings", "or one of call, assistant, phoneNumber, status, tag, from, to is required");
        } else if (!selection.recordings().isEmpty() && selection.hasConditions()) {
            fields.wrong("recordings", "cannot be combined with call, assistant, phoneNumber, status, tag, from, to");
        }
        var request = new BulkExportRequest(selection, ExportReader.read(fields));
        fields.done();
        return request;
    }

    private static Selection selection(Fields fields) {
        return new Selection(
                recordings(fields),
                fields.text("call", LONGEST_ID),
                fields.text("assistant", LONGEST_ID),
                fields.text("phoneNumber", LONGEST_ID),
                status(fields),
                fields.texts("tag", MOST_TAGS, LONGEST_ID).orElse(List.of()),
                fields.time("from"),
                fields.time("to"));
    }

    /** Of deleted ones there is nothing to be exported. */
    private static Optional<Status> status(Fields fields) {
        var status = fields.choice("status", Status.class);
        status.filter(wanted -> wanted == Status.DELETED)
                .ifPresent(_ -> fields.wrong("status", "must not be deleted: nothing is left of such recordings"));
        return status;
    }

    private static List<RecordingId> recordings(Fields fields) {
        var named = fields.texts("recordings", 1, MOST_NAMED, LONGEST_ID).orElse(List.of());
        var ids = new LinkedHashSet<RecordingId>();
        for (int i = 0; i < named.size(); i++) {
            var id = RecordingId.parse(named.get(i));
            if (id.isEmpty()) {
                fields.wrong("recordings", i, "must be the id of a recording");
            } else if (!ids.add(id.get())) {
                fields.wrong("recordings", i, "is there twice");
            }
        }
        return List.copyOf(ids);
    }
}
