package io.tapedeck.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapedeck.analysis.RecordingAnalytics;
import io.tapedeck.audio.Export.TranscriptFormat;
import io.tapedeck.json.Json;
import io.tapedeck.json.RecordingView.Addresses;
import io.tapedeck.json.RecordingViews;
import io.tapedeck.json.TranscriptViews;
import io.tapedeck.json.VersionView;
import io.tapedeck.json.analytics.AnalyticsViews;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Clearance;
import io.tapedeck.recording.Finding;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Status;
import io.tapedeck.storage.WaveformStore;
import io.tapedeck.transcript.TranscriptStore;
import io.tapedeck.transcript.format.TranscriptForm;
import io.tapedeck.transcription.WrittenTranscript;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Writes what is known of a recording, as everybody may see it who may see the recording. */
public final class ExportedDocuments {
    /** What an export itself changes, or whoever fetches it. */
    private static final List<String> PASSING = List.of("job", "updated", "downloadCount", "lastAccessed");

    /** Where the audio lies, which is nothing to whoever gets a copy. */
    /** What says where the audio lies, which is nobody else's business. */
    static final List<String> PLACE = List.of("storagePath", "bucket", "region", "encryptionKey");

    private final RecordingStore store;
    private final TranscriptStore transcripts;
    private final RecordingAnalytics analytics;
    private final WaveformStore waveforms;
    private final RecordingViews views;
    private final AnalyticsViews figures;
    private final Json json;

    public ExportedDocuments(
            RecordingStore store,
            TranscriptStore transcripts,
            RecordingAnalytics analytics,
            WaveformStore waveforms,
            RecordingViews views,
            AnalyticsViews figures,
            Json json) {
        this.store = store;
        this.transcripts = transcripts;
        this.analytics = analytics;
        this.waveforms = waveforms;
        this.views = views;
        this.figures = figures;
        this.json = json;
    }

    /** The recording, as it is while nothing is done to it. */
    byte[] metadata(CallRecording recording) {
        ObjectNode view = json.mapper().valueToTree(views.view(recording, Addresses.NONE));
        view.remove(PASSING);
        view.remove(PLACE);
        if (recording.audio().isPresent()) {
            view.put("status", Status.COMPLETED.toString());
        }
        return indented(view);
    }

    /** The chain of its versions; empty if there are none. */
    Optional<byte[]> versions(CallRecording recording) {
        var current = recording.audio().map(AudioVersion::number).orElse(0);
        var chain = store.versions(recording.tenant(), recording.id()).stream()
                .map(version -> VersionView.of(
                        version, version.number() == current, !recording.shows(version, Clearance.REDACTED), json))
                .toList();
        return Optional.of(chain).filter(versions -> !versions.isEmpty()).map(this::indented);
    }

    /** What is said in its audio; empty if that was not written down. */
    Optional<WrittenTranscript> transcript(CallRecording recording) {
        return recording
                .audio()
                .flatMap(audio -> audio.transcript()
                        .map(stored -> transcripts
                                .find(stored, audio.measures().duration())
                                .map(transcript -> new WrittenTranscript(stored, transcript))
                                .orElseThrow(() -> new IllegalStateException("the transcript is gone"))));
    }

    byte[] transcript(CallRecording recording, WrittenTranscript written, TranscriptFormat format) {
        return switch (format) {
            case JSON ->
                TranscriptViews.written(recording.id(), written.stored(), written.transcript())
                        .getBytes(UTF_8);
            case VTT -> TranscriptForm.VTT.write(written.transcript());
            case SRT -> TranscriptForm.SRT.write(written.transcript());
            case TXT -> TranscriptForm.TXT.write(written.transcript());
        };
    }

    /** Its figures; empty if they were not worked out. */
    Optional<byte[]> analytics(CallRecording recording) {
        return recording
                .audio()
                .map(_ -> analytics.find(recording))
                .filter(finding -> finding instanceof Finding.Written)
                .flatMap(finding -> figures.of(recording.id(), finding))
                .map(this::indented);
    }

    /** The peaks of its audio. */
    Optional<byte[]> waveform(CallRecording recording) {
        return recording.audio().flatMap(audio -> waveforms.find(audio.file().key()));
    }

    /** Anything as JSON that people read, too. */
    byte[] indented(Object value) {
        try {
            return json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
