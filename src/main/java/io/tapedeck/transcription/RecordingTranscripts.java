package io.tapedeck.transcription;

import io.tapedeck.audio.Transcription;
import io.tapedeck.id.Ulid;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.recording.Actor;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Change;
import io.tapedeck.recording.Clearance;
import io.tapedeck.recording.Decision;
import io.tapedeck.recording.EventName;
import io.tapedeck.recording.Finding;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Recordings;
import io.tapedeck.recording.Versions;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StoredTranscript;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.TranscriptStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The transcripts of recordings. Each belongs to a version of the audio, and is written once; another takes its place. */
public final class RecordingTranscripts {
    private final Recordings recordings;
    private final RecordingStore store;
    private final Versions versions;
    private final TranscriptStore transcripts;

    public RecordingTranscripts(
            Recordings recordings, RecordingStore store, Versions versions, TranscriptStore transcripts) {
        this.recordings = recordings;
        this.store = store;
        this.versions = versions;
        this.transcripts = transcripts;
    }

    /**
     * What there is of the transcript of a version.
     *
     * @param number of the version; absent for the current one
     * @throws ProblemException not-found if there is no such version; gone if the recording or the version has been
     *     destroyed or has expired
     */
    public Finding<WrittenTranscript> find(CallRecording recording, Optional<Integer> number, Clearance clearance) {
        recordings.unexpired(recording);
        if (number.isPresent()) {
            return written(versions.get(recording, number.get(), clearance)).orElseGet(Finding.None::new);
        }
        return recording.audio().flatMap(this::written).orElseGet(() -> unwritten(recording));
    }

    /**
     * The recording and its audio, for a transcript that was made elsewhere.
     *
     * @throws ProblemException not-found; gone; not-ready before there is audio; unprocessable-audio if there will be none
     */
    public AudioVersion audio(CallRecording recording) {
        recordings.unexpired(recording).lifecycle().failure().ifPresent(failure -> {
            throw new ProblemException(ProblemType.UNPROCESSABLE_AUDIO, failure.message());
        });
        return recording
                .audio()
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_READY, "The recording has no audio yet that a transcript could belong to."));
    }

    /**
     * Gives the current version a transcript that was made elsewhere, in place of one that it has.
     *
     * @param made of the audio that the recording has
     * @param condition throws if the transcript that is there is not the one that is to be replaced
     * @throws ProblemException as {@link #audio}; conflict if the audio has changed since it was read
     */
    public WrittenTranscript put(
            CallRecording recording,
            Transcript made,
            Ulid id,
            Actor actor,
            Consumer<Optional<StoredTranscript>> condition) {
        var read = audio(recording);
        condition.accept(read.transcript());
        checkChannels(made, read.measures().channels());
        var document = ObjectKey.transcript(recording.tenant(), recording.id(), id.value())
                .in(read.file().key().storage());
        var transcript = made.withRoles(Roles.of(recording.details().participants()));
        var stored = transcripts.put(id, document, transcript, recordings.now());
        try {
            var replaced = recordings.change(
                    recording.tenant(), recording.id(), current -> replace(current, read, stored, actor, condition));
            replaced.ifPresent(transcripts::delete);
        } catch (ProblemException e) {
            transcripts.delete(stored);
            throw e;
        }
        return new WrittenTranscript(stored, transcript);
    }

    private Decision<Optional<StoredTranscript>> replace(
            CallRecording current,
            AudioVersion read,
            StoredTranscript stored,
            Actor actor,
            Consumer<Optional<StoredTranscript>> condition) {
        var version = audio(current);
        if (!version.file().key().equals(read.file().key())) {
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    "The audio has changed or moved since the request came in; send the transcript of version %d."
                            .formatted(version.number()));
        }
        condition.accept(version.transcript());
        return new Decision.Write<>(change(current, version.with(stored), actor), version.transcript());
    }

    private static void checkChannels(Transcript transcript, int channels) {
        transcript.labels().keySet().stream()
                .filter(channel -> channel >= channels)
                .findFirst()
                .ifPresent(channel -> {
                    throw ProblemException.invalid(
                            "/segments",
                            "name channel %d; the audio has %d, of which the first is 0".formatted(channel, channels));
                });
    }

    private Change change(CallRecording recording, AudioVersion version, Actor actor) {
        var after = recording.withAudio(version, recordings.now());
        var event = recordings.event(after, EventName.TRANSCRIBED, actor);
        return new Change(after, List.of(), List.of(version), List.of(event));
    }

    private Optional<Finding<WrittenTranscript>> written(AudioVersion version) {
        return version.transcript()
                .map(stored -> transcripts
                        .find(stored, version.measures().duration())
                        .<Finding<WrittenTranscript>>map(
                                transcript -> new Finding.Written<>(new WrittenTranscript(stored, transcript)))
                        .orElseThrow(
                                () -> new ProblemException(ProblemType.GONE, "This transcript has been deleted.")));
    }

    private Finding<WrittenTranscript> unwritten(CallRecording recording) {
        return Finding.unwritten(store.jobs(recording.tenant(), recording.id()), Transcription.class);
    }
}
