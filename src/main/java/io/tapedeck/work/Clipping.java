package io.tapedeck.work;

import io.tapedeck.audio.AudioProcessor;
import io.tapedeck.audio.AudioProcessor.Production;
import io.tapedeck.audio.AudioProcessor.Production.Produced;
import io.tapedeck.audio.AudioResult;
import io.tapedeck.audio.Clip;
import io.tapedeck.audio.Encoding;
import io.tapedeck.audio.Plan;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Recordings;
import io.tapedeck.sharing.EndedShares;
import io.tapedeck.sharing.Share;
import io.tapedeck.sharing.ShareStore;
import io.tapedeck.sharing.SharedAudio;
import io.tapedeck.storage.AudioStore;
import io.tapedeck.storage.Encryption;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StoredAudio;
import io.tapedeck.storage.WaveformStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * Cuts out the part of a recording's audio that a share is of. Whoever does it brings the same bytes to the same place; for a share
 * that has ended meanwhile nothing stays there.
 */
public final class Clipping implements Work<Clip> {
    private static final Outcome NOT_WANTED =
            new Outcome.Unchanged(AudioResult.noting("The share had ended before its part of the audio was cut out."));

    private final Recordings recordings;
    private final RecordingStore store;
    private final AudioStore audio;
    private final AudioProcessor processor;
    private final WaveformStore waveforms;
    private final ShareStore shares;
    private final EndedShares ended;

    public Clipping(
            Recordings recordings,
            RecordingStore store,
            AudioStore audio,
            AudioProcessor processor,
            WaveformStore waveforms,
            ShareStore shares,
            EndedShares ended) {
        this.recordings = recordings;
        this.store = store;
        this.audio = audio;
        this.processor = processor;
        this.waveforms = waveforms;
        this.shares = shares;
        this.ended = ended;
    }

    @Override
    public Outcome perform(Clip task, CallRecording recording, Job job, Path folder, DoubleConsumer progress)
            throws IOException {
        var place = new Share.Place(job.tenant(), job.recording(), task.share());
        if (!isWanted(place)) {
            return end(place);
        }
        var sources = new Sources(store).of(recording, job);
        if (sources.isEmpty()) {
            return Sources.GONE;
        }
        var source = sources.get().getFirst();
        return switch (task.cut().plan(List.of(source.measures()))) {
            case Plan.Infeasible(var failure) -> new Outcome.Impossible(failure);
            case Plan.Feasible(var encoding) -> cut(task, source, encoding, place, folder, progress);
        };
    }

    private boolean isWanted(Share.Place place) {
        return shares.find(place)
                .filter(share -> !share.revoked() && !share.isExpired(recordings.now()))
                .isPresent();
    }

    private Outcome cut(
            Clip task, AudioVersion source, Encoding encoding, Share.Place place, Path folder, DoubleConsumer progress)
            throws IOException {
        var inputs = List.of(Sources.input(audio, source));
        return switch (processor.produce(task.cut(), encoding, inputs, folder, progress)) {
            case Produced produced -> keep(produced, source, place);
            case Production.Unchanged(var result) ->
                throw new IllegalStateException("nothing was cut: " + result.notes());
            case Production.Impossible(var failure) -> new Outcome.Impossible(failure);
        };
    }

    private Outcome keep(Produced produced, AudioVersion source, Share.Place place) throws IOException {
        var format = produced.measures().format();
        var key = ObjectKey.clip(place.tenant(), place.recording(), place.share(), format)
                .in(source.file().key().storage());
        var encryptionKey = source.file().encryption().flatMap(Encryption::key);
        var planned = StoredAudio.planned(key, Files.size(produced.file()), VersionDraft.sha256(produced.file()));
        var stored = audio.put(key, produced.file(), format.contentType(), encryptionKey);
        waveforms.put(key, produced.waveform());
        var clip =
                new SharedAudio(planned.as(stored), format, produced.measures().duration());
        return shares.clipped(place, clip, recordings.now()) ? new Outcome.Unchanged(AudioResult.PLAIN) : end(place);
    }

    private Outcome end(Share.Place place) {
        ended.revokeWithRest(place);
        return NOT_WANTED;
    }
}
