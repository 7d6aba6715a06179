package io.tapedeck.work;

import io.tapedeck.audio.Plan;
import io.tapedeck.call.Reference;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.UlidSource;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.recording.Actor;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Change;
import io.tapedeck.recording.Decision;
import io.tapedeck.recording.EventName;
import io.tapedeck.recording.Intake;
import io.tapedeck.recording.RecordingQuery;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Recordings;
import io.tapedeck.recording.Status;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StoredObject;
import io.tapedeck.storage.StoredTranscript;
import io.tapedeck.storage.UploadStore;
import io.tapedeck.transcript.DerivedTranscript;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.TranscriptStore;
import io.tapedeck.transcript.format.Transcripts;
import io.tapedeck.transcription.Roles;
import io.tapedeck.work.Arrivals.Reason;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was said in calls, as files tell that other systems drop beside the audio. Such a file finds its recording by the call, be the
 * audio there before it, after it, or never.
 */
public final class DroppedTranscripts {
    private static final Logger LOG = System.getLogger(DroppedTranscripts.class.getName());

    /** Bytes: some ten times what a call of eight hours takes. */
    private static final long LARGEST = 16 << 20;

    private static final int MOST_OF_A_CALL = 100;

    private final Recordings recordings;
    private final RecordingStore store;
    private final UploadStore uploads;
    private final TranscriptStore transcripts;
    private final UlidSource ids;

    public DroppedTranscripts(
            Recordings recordings,
            RecordingStore store,
            UploadStore uploads,
            TranscriptStore transcripts,
            UlidSource ids) {
        this.recordings = recordings;
        this.store = store;
        this.uploads = uploads;
        this.transcripts = transcripts;
        this.ids = ids;
    }

    /**
     * Gives a file to the recording of its call. Where there is none yet, the file waits for it. Whoever takes in audio looks for such
     * a file last of all, and here recordings are looked for once more when the file lies where that is seen, so that the two do
     * not miss each other.
     *
     * @param call as its key tells
     */
    Told arrived(TenantId tenant, String call, StoredObject file) {
        var said = read(file);
        if (said.isEmpty()) {
            return new Told.Unwanted(Reason.UNREADABLE);
        }
        var told = give(tenant, call, said.get());
        if (!(told instanceof Told.Waiting)) {
            return told;
        }
        var awaiting = ObjectKey.awaiting(tenant, call);
        var other = uploads.find(awaiting);
        if (other.isPresent() && !other.flatMap(this::read).equals(said)) {
            return new Told.Unwanted(Reason.TRANSCRIBED);
        } else if (other.isEmpty() && !uploads.copy(file, awaiting)) {
            return new Told.Gone();
        }
        var again = give(tenant, call, said.get());
        if (!(again instanceof Told.Waiting)) {
            uploads.delete(awaiting);
        }
        return again;
    }

    /** The recording whose audio is being taken in, with what a file told of its call before. */
    CallRecording awaited(CallRecording recording) {
        var file = recording
                .details()
                .call()
                .map(Reference::id)
                .map(call -> ObjectKey.awaiting(recording.tenant(), call))
                .filter(_ -> isOpen(recording))
                .flatMap(uploads::find);
        if (file.isEmpty()) {
            return recording;
        }
        read(file.get()).ifPresent(said -> take(recording, said));
        uploads.delete(file.get().key());
        return store.find(recording.tenant(), recording.id()).orElse(recording);
    }

    /** Nothing where it is gone, or no transcript in a known form. What is wrong with it may hold what was said. */
    private Optional<Transcript> read(StoredObject file) {
        try {
            return Optional.of(file)
                    .filter(known -> known.size() <= LARGEST)
                    .flatMap(uploads::read)
                    .map(document -> Transcripts.read("application/json", document, Plan.LONGEST.toSeconds()));
        } catch (ProblemException unreadable) {
            LOG.log(Level.INFO, "a file of what was said could not be read: {0}", unreadable.type());
            return Optional.empty();
        }
    }

    private Told give(TenantId tenant, String call, Transcript said) {
        var found = ofCall(tenant, call);
        if (found.size() > 1) {
            return new Told.Unwanted(Reason.AMBIGUOUS);
        }
        return found.stream()
                .findFirst()
                .flatMap(listed -> store.find(tenant, listed.id()))
                .map(recording -> give(recording, said))
                .orElseGet(Told.Waiting::new);
    }

    /** Those that may have its sound: neither made of others, nor without usable audio. */
    private List<CallRecording> ofCall(TenantId tenant, String call) {
        return store.list(RecordingQuery.ofCall(tenant, call, MOST_OF_A_CALL)).items().stream()
                .filter(recording -> recording.derivedFrom().isEmpty())
                .filter(recording -> recording.lifecycle().status() != Status.FAILED)
                .toList();
    }

    /** Audio that is taken in meanwhile takes another attempt. */
    private Told give(CallRecording recording, Transcript said) {
        if (take(recording, said)) {
            return new Told.Taken(recording.id());
        }
        return store.find(recording.tenant(), recording.id())
                .map(now -> now.audio().isPresent() && recording.audio().isEmpty() && take(now, said)
                        ? new Told.Taken(now.id())
                        : unwanted(now))
                .orElseGet(Told.Waiting::new);
    }

    private static Told unwanted(CallRecording recording) {
        var isTranscribed = recording
                .audio()
                .flatMap(AudioVersion::transcript)
                .or(() -> recording.intake().flatMap(Intake::transcript))
                .isPresent();
        return new Told.Unwanted(isTranscribed ? Reason.TRANSCRIBED : Reason.CHANGED);
    }

    /** Whether the recording was still without a transcript, and with its audio as that came or is to come in, and has this one now. */
    private boolean take(CallRecording recording, Transcript said) {
        if (!isOpen(recording)) {
            return false;
        }
        var id = ids.next();
        var document = ObjectKey.transcript(recording.tenant(), recording.id(), id.value())
                .in(recording.placement().storage());
        var stored = transcripts.put(id, document, fitted(recording, said), recordings.now());
        try {
            var isTaken = recordings
                    .changeIfThere(recording, current -> decide(current, recording, stored))
                    .orElse(false);
            if (!isTaken) {
                transcripts.delete(stored);
            }
            return isTaken;
        } catch (ProblemException crowded) {
            transcripts.delete(stored);
            throw crowded;
        }
    }

    private Decision<Boolean> decide(CallRecording current, CallRecording read, StoredTranscript stored) {
        if (!isOpen(current) || current.audio().isPresent() != read.audio().isPresent()) {
            return new Decision.Leave<>(false);
        }
        return new Decision.Write<>(
                current.audio()
                        .map(audio -> transcribed(current, audio.with(stored)))
                        .orElseGet(() -> expecting(current, stored)),
                true);
    }

    private Change transcribed(CallRecording recording, AudioVersion version) {
        var after = recording.withAudio(version, recordings.now());
        var event = recordings.event(after, EventName.TRANSCRIBED, Actor.UPLOAD);
        return new Change(after, List.of(), List.of(version), List.of(event));
    }

    private static Change expecting(CallRecording recording, StoredTranscript stored) {
        var intake = recording.intake().orElseThrow().with(stored);
        return new Change(recording.withIntake(intake), List.of(), List.of(), List.of());
    }

    /** Whether it has no transcript, and what was said in the call is said at the same times in the audio that it has or expects. */
    private static boolean isOpen(CallRecording recording) {
        return recording
                .audio()
                .map(audio -> audio.transcript().isEmpty()
                        && audio.number() == 1
                        && audio.redactions().isEmpty())
                .orElseGet(() -> recording
                        .intake()
                        .filter(intake -> intake.transcript().isEmpty())
                        .isPresent());
    }

    private static Transcript fitted(CallRecording recording, Transcript said) {
        var fitted = recording
                .audio()
                .map(audio -> DerivedTranscript.fitted(said, audio.measures()))
                .orElse(said);
        return fitted.withRoles(roles(recording, fitted));
    }

    /** By channel: what the recording says of them counts more than what the file does. */
    private static Map<Integer, String> roles(CallRecording recording, Transcript said) {
        var roles = new HashMap<Integer, String>();
        for (var party : said.speakers()) {
            party.channel().ifPresent(channel -> party.role().ifPresent(role -> roles.put(channel, role)));
        }
        roles.putAll(Roles.of(recording.details().participants()));
        return roles;
    }

    /** What became of a file. */
    sealed interface Told {
        /** A recording has it. */
        record Taken(RecordingId recording) implements Told {}

        /** There is no recording of its call yet. */
        record Waiting() implements Told {}

        /** It is gone, or another by now. */
        record Gone() implements Told {}

        /** Nobody gets it. */
        record Unwanted(Reason why) implements Told {}
    }
}
