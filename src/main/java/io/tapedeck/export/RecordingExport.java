package io.tapedeck.export;

import io.tapedeck.audio.AudioProcessor;
import io.tapedeck.audio.Export;
import io.tapedeck.audio.Export.Part;
import io.tapedeck.json.EventData;
import io.tapedeck.problem.Failure;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.EventStore;
import io.tapedeck.recording.Recordings;
import io.tapedeck.storage.AudioStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/**
 * Packs what there is of a recording, in the state in which it was read: its audio, and what is known of it. The same state makes the
 * same files.
 */
public final class RecordingExport {
    private static final Failure EXPIRED =
            new Failure("expired", "The audio expired before it was exported; set expiresAt to a later time.");

    private final Recordings recordings;
    private final ExportedAudio audio;
    private final ExportedDocuments documents;
    private final EventLog events;

    public RecordingExport(
            Recordings recordings,
            AudioStore audio,
            AudioProcessor processor,
            ExportedDocuments documents,
            EventStore events,
            EventData data) {
        this.recordings = recordings;
        this.audio = new ExportedAudio(audio, processor);
        this.documents = documents;
        this.events = new EventLog(events, data);
    }

    /**
     * Gets ready what takes long or may be impossible: the audio is converted, or read a first time.
     *
     * @param recording that is not deleted
     * @param folder where files may lie until they are packed; the caller empties it
     * @param progress is told how far this is, from 0 to 1
     */
    public Preparation prepare(CallRecording recording, Export wanted, Path folder, DoubleConsumer progress)
            throws IOException {
        if (recording.retention().isExpired(recordings.now())) {
            return new Preparation.Impossible(EXPIRED);
        }
        var version = recording.audio().filter(_ -> wanted.include().contains(Part.AUDIO));
        if (version.isEmpty()) {
            return ready(recording, wanted, folder, Optional.empty());
        }
        return switch (audio.prepare(recording, version.get(), wanted, folder, progress)) {
            case ExportedAudio.Prepared.Ready(var file) -> ready(recording, wanted, folder, Optional.of(file));
            case ExportedAudio.Prepared.Impossible(var failure) -> new Preparation.Impossible(failure);
        };
    }

    /** A manifest as it is packed. */
    public byte[] written(Record manifest) {
        return documents.indented(manifest);
    }

    private Preparation ready(CallRecording recording, Export wanted, Path folder, Optional<StreamedFile> file) {
        return new Preparation.Ready(new Contents(recording, wanted, folder, file, documents, events));
    }

    /** What became of getting ready. */
    public sealed interface Preparation {
        /** It can be packed. */
        record Ready(Contents contents) implements Preparation {}

        /** It cannot be exported so, whatever is tried. */
        record Impossible(Failure failure) implements Preparation {}
    }
}
