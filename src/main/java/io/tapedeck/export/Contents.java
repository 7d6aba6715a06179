package io.tapedeck.export;

import io.tapedeck.archive.Archive;
import io.tapedeck.audio.Export;
import io.tapedeck.audio.Export.Part;
import io.tapedeck.recording.CallRecording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/** What is to be packed of a recording. */
public final class Contents {
    private static final String EVENTS = "events.json";

    private final CallRecording recording;
    private final Export wanted;
    private final Path work;
    private final Optional<StreamedFile> audio;
    private final ExportedDocuments documents;
    private final EventLog events;

    Contents(
            CallRecording recording,
            Export wanted,
            Path work,
            Optional<StreamedFile> audio,
            ExportedDocuments documents,
            EventLog events) {
        this.recording = recording;
        this.wanted = wanted;
        this.work = work;
        this.audio = audio;
        this.documents = documents;
        this.events = events;
    }

    /**
     * Packs it, in a fixed order. All files are as old as the recording.
     *
     * @param folder what their paths begin with: empty, or a name and a slash
     * @param progress is told how far this is, from 0 to 1
     */
    public Packed write(Archive archive, String folder, DoubleConsumer progress) throws IOException {
        var packing = new Packing(archive, folder, recording.history().created());
        for (var part : wanted.include()) {
            pack(part, packing, progress);
        }
        progress.accept(1);
        return packing.packed();
    }

    private void pack(Part part, Packing packing, DoubleConsumer progress) throws IOException {
        switch (part) {
            case AUDIO -> packAudio(packing, progress);
            case METADATA -> packing.add("metadata.json", documents.metadata(recording));
            case TRANSCRIPT -> packTranscript(packing);
            case ANALYTICS -> packing.add(part, "analytics.json", documents.analytics(recording));
            case WAVEFORM -> packing.add(part, "waveform.json", documents.waveform(recording));
            case EVENTS -> packEvents(packing);
            case VERSIONS -> packing.add(part, "versions.json", documents.versions(recording));
        }
    }

    private void packAudio(Packing packing, DoubleConsumer progress) throws IOException {
        if (audio.isEmpty()) {
            packing.missing(Part.AUDIO);
        } else {
            var size = (double) audio.get().fingerprint().size();
            packing.store(audio.get(), packed -> progress.accept(packed / size));
        }
    }

    private void packTranscript(Packing packing) throws IOException {
        var written = documents.transcript(recording);
        if (written.isEmpty()) {
            packing.missing(Part.TRANSCRIPT);
        } else {
            for (var format : wanted.transcriptFormats()) {
                packing.add("transcript." + format, documents.transcript(recording, written.get(), format));
            }
        }
    }

    private void packEvents(Packing packing) throws IOException {
        var file = Files.createTempFile(work, "events", ".json");
        events.write(recording, file);
        packing.store(StreamedFile.read(EVENTS, () -> Files.newInputStream(file), _ -> {}), _ -> {});
    }
}
