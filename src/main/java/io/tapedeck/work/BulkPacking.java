package io.tapedeck.work;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.tapedeck.archive.Archive;
import io.tapedeck.audio.Export.Part;
import io.tapedeck.bulk.BulkExport;
import io.tapedeck.bulk.Progress.Exported;
import io.tapedeck.bulk.Progress.Missing;
import io.tapedeck.bulk.Tally;
import io.tapedeck.export.Contents;
import io.tapedeck.export.RecordingExport;
import io.tapedeck.export.RecordingExport.Preparation;
import io.tapedeck.id.RecordingId;
import io.tapedeck.recording.Actor;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.EventName;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Recordings;
import io.tapedeck.recording.UsageStore;
import io.tapedeck.storage.DocumentStore;
import io.tapedeck.storage.ObjectKey;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** Packs one recording after the other into an export of many, each in a folder of its own. */
public final class BulkPacking {
    private static final byte[] NOTHING = {};
    /** What a note says of a recording that has its event, should it be packed again after a kill. */
    private static final byte[] COUNTED = "counted".getBytes(US_ASCII);

    private static final String NOTE_TYPE = "text/plain";

    private final RecordingStore store;
    private final Recordings recordings;
    private final RecordingExport export;
    private final UsageStore usage;
    private final DocumentStore documents;
    private final WorkDir workDir;

    /** @param workDir must have room for the largest audio */
    public BulkPacking(
            RecordingStore store,
            Recordings recordings,
            RecordingExport export,
            UsageStore usage,
            DocumentStore documents,
            WorkDir workDir) {
        this.store = store;
        this.recordings = recordings;
        this.export = export;
        this.usage = usage;
        this.documents = documents;
        this.workDir = workDir;
    }

    /** Packs the recording that comes next, or notes why it cannot be had. */
    void pack(BulkExport bulk, Tally tally, Archive archive) throws IOException {
        var id = tally.next().orElseThrow();
        var found = store.find(bulk.tenant(), id);
        if (found.isEmpty()) {
            skip(tally, id, "not-found");
        } else if (found.get().lifecycle().isDeleted()) {
            skip(tally, id, "deleted");
        } else {
            pack(bulk, found.get(), tally, archive);
        }
    }

    private void pack(BulkExport bulk, CallRecording recording, Tally tally, Archive archive) throws IOException {
        var folder = workDir.open();
        try {
            switch (export.prepare(recording, bulk.contents(), folder, _ -> {})) {
                case Preparation.Impossible(var failure) -> skip(tally, recording.id(), failure.code());
                case Preparation.Ready(var contents) -> write(bulk, recording, contents, tally, archive);
            }
        } finally {
            workDir.close(folder);
        }
    }

    /** The note comes first, so that whoever deletes or redacts the recording from now on finds the file. */
    private void write(BulkExport bulk, CallRecording recording, Contents contents, Tally tally, Archive archive)
            throws IOException {
        var exported = new Exported(recording.id(), recording.history().redaction());
        var note = ObjectKey.note(bulk.tenant(), recording.id(), bulk.id(), exported.since());
        var isCounted = documents
                .read(note)
                .filter(text -> Arrays.equals(text, COUNTED))
                .isPresent();
        if (!isCounted) {
            documents.put(note, NOTHING, NOTE_TYPE);
        }
        var packed = contents.write(archive, recording.id() + "/", _ -> {});
        if (packed.missing().stream().noneMatch(Part.AUDIO::equals)
                && bulk.contents().include().contains(Part.AUDIO)
                && !isCounted) {
            var event = recordings.event(recording, EventName.DOWNLOADED, Actor.of(bulk.id()));
            usage.countDownload(recording, event, recordings.now());
            documents.put(note, COUNTED, NOTE_TYPE);
        }
        tally.exported(exported, packed.files());
        packed.missing()
                .forEach(part -> tally.lacks(new Missing(recording.id(), Optional.of(part.toString()), "not-there")));
    }

    private static void skip(Tally tally, RecordingId id, String reason) {
        tally.skipped(new Missing(id, Optional.empty(), reason));
    }
}
