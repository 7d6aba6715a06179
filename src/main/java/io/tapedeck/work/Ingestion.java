package io.tapedeck.work;

import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.AudioProcessor;
import io.tapedeck.audio.AudioProcessor.Measurement.Measured;
import io.tapedeck.audio.AudioProcessor.Measurement.Unusable;
import io.tapedeck.audio.Ingest;
import io.tapedeck.audio.RawFormat;
import io.tapedeck.audio.Waveform;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Intake;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.Provenance;
import io.tapedeck.recording.Recordings;
import io.tapedeck.storage.StoredAudio;
import io.tapedeck.storage.WaveformStore;
import io.tapedeck.work.AudioReceiver.Received;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;

/** Takes the audio of a recording in: gets the bytes, measures them, and moves them to their lasting key. */
public final class Ingestion implements Work<Ingest> {
    private final Recordings recordings;
    private final AudioReceiver receiver;
    private final AudioProcessor processor;
    private final WaveformStore waveforms;
    private final FollowingTranscript following;
    private final DroppedTranscripts dropped;

    public Ingestion(
            Recordings recordings,
            AudioReceiver receiver,
            AudioProcessor processor,
            WaveformStore waveforms,
            FollowingTranscript following,
            DroppedTranscripts dropped) {
        this.recordings = recordings;
        this.receiver = receiver;
        this.processor = processor;
        this.waveforms = waveforms;
        this.following = following;
        this.dropped = dropped;
    }

    @Override
    public Outcome perform(Ingest task, CallRecording recording, Job job, Path folder, DoubleConsumer progress) {
        var file = folder.resolve("upload.audio");
        return switch (receiver.receive(recording, file)) {
            case Received.Refused(var failure) -> new Outcome.Impossible(failure);
            case Received.Complete received ->
                switch (processor.measure(file, rawFormat(recording))) {
                    case Unusable(var failure) -> new Outcome.Impossible(failure);
                    case Measured(var measures, var waveform) -> {
                        var version = version(recording, job, measures, received);
                        yield keep(recording, version, waveform, file, received.etag());
                    }
                };
        };
    }

    private static Optional<RawFormat> rawFormat(CallRecording recording) {
        return recording.intake().flatMap(Intake::rawFormat);
    }

    private Outcome keep(
            CallRecording recording, AudioVersion version, Waveform waveform, Path file, Optional<String> etag) {
        var kept = version.storedAs(receiver.keep(recording, version, file, etag));
        waveforms.put(kept.file().key(), waveform);
        var heard = dropped.awaited(recording).intake().flatMap(Intake::transcript);
        var whole = heard.map(known -> following.arrive(kept, known, recordings.now()))
                .orElse(kept);
        return new Outcome.Made(whole, new Ingest.Result(kept.number()));
    }

    private AudioVersion version(CallRecording recording, Job job, AudioMeasures measures, Received.Complete received) {
        var key = job.result(job.dispatch().holder(), measures.format())
                .in(recording.placement().storage());
        return new AudioVersion(
                1,
                Provenance.of(job, recordings.now()),
                StoredAudio.planned(key, received.size(), received.sha256()),
                received.size(),
                measures,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }
}
