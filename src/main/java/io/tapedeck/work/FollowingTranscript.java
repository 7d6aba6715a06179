package io.tapedeck.work;

import io.tapedeck.audio.AudioResult;
import io.tapedeck.audio.AudioTask;
import io.tapedeck.audio.Plan;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.Job;
import io.tapedeck.storage.StoredTranscript;
import io.tapedeck.transcript.DerivedTranscript;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.TranscriptStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Has the transcripts of what new audio was made of follow it. */
public final class FollowingTranscript {
    private final TranscriptStore transcripts;

    public FollowingTranscript(TranscriptStore transcripts) {
        this.transcripts = transcripts;
    }

    /**
     * The version with what is said in it. It has no transcript if any of its sources has none: part of what is said would
     * look like all of it.
     */
    AudioVersion follow(
            AudioVersion version,
            List<AudioVersion> sources,
            Job job,
            AudioTask task,
            AudioResult result,
            Instant now) {
        var inputs = sources.stream().map(this::input).flatMap(Optional::stream).toList();
        return inputs.size() < sources.size()
                ? version
                : keep(DerivedTranscript.of(task, inputs, version.measures(), result), version, job, now);
    }

    /** The version with what is said in its source, which is the same audio. */
    AudioVersion copy(AudioVersion version, AudioVersion source, Job job, Instant now) {
        return input(source)
                .map(input -> keep(input.transcript(), version, job, now))
                .orElse(version);
    }

    /**
     * The version with what was known to be said in it before it was there. It lies where it lay, fitted to the audio, so that
     * another attempt finds it.
     */
    AudioVersion arrive(AudioVersion version, StoredTranscript known, Instant now) {
        return transcripts
                .find(known, Plan.LONGEST.toSeconds())
                .map(transcript -> DerivedTranscript.fitted(transcript, version.measures()))
                .map(fitted -> version.with(transcripts.put(known.ulid(), known.document(), fitted, now)))
                .orElse(version);
    }

    private Optional<DerivedTranscript.Input> input(AudioVersion source) {
        return source.transcript()
                .flatMap(stored -> transcripts.find(stored, source.measures().duration()))
                .map(transcript -> new DerivedTranscript.Input(source.measures(), transcript));
    }

    private AudioVersion keep(Transcript transcript, AudioVersion version, Job job, Instant now) {
        var document = job.transcript().in(version.file().key().storage());
        return version.with(transcripts.put(job.id().ulid(), document, transcript, now));
    }
}
