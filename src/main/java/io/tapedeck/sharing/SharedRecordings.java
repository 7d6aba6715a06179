package io.tapedeck.sharing;

import io.tapedeck.id.Seconds;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.recording.AudioFiles;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Clearance;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.RecordingStore;
import java.time.Clock;
import java.time.Instant;

/** Finds what a link opens, and says why it opens nothing. */
public final class SharedRecordings {
    private final ShareStore shares;
    private final RecordingStore store;
    private final AudioFiles files;
    private final Clock clock;

    public SharedRecordings(ShareStore shares, RecordingStore store, AudioFiles files, Clock clock) {
        this.shares = shares;
        this.store = store;
        this.files = files;
        this.clock = clock;
    }

    /** The second that it is now. */
    public Instant now() {
        return Seconds.now(clock);
    }

    /**
     * What a token opens, or did until its views were used up.
     *
     * @param token SHA-256 of it, lower-case hexadecimal
     * @throws ProblemException not-found for one that was revoked or never was; gone where what is shared must not be heard any more
     */
    public SharedRecording find(String token) {
        var place = shares.locate(token).orElseThrow(SharedRecordings::unknown);
        var recording = store.find(place.tenant(), place.recording()).orElseThrow(SharedRecordings::unknown);
        if (recording.lifecycle().isDeleted()) {
            throw gone("This recording has been deleted.");
        }
        var share = shares.find(place)
                .filter(found -> found.token().equals(token) && found.isKnown(now()))
                .orElseThrow(SharedRecordings::unknown);
        requireLive(share, recording);
        return new SharedRecording(share, recording);
    }

    /** @throws ProblemException not-found if all views are used up */
    public static void requireViewsLeft(Share share) {
        if (share.isUsedUp()) {
            throw unknown();
        }
    }

    /** The version of the audio that is shared, or that the shared part is of. */
    public AudioVersion version(SharedRecording shared) {
        return files.find(shared.recording(), shared.share().part().version(), Clearance.REDACTED);
    }

    /** @throws ProblemException not-ready until the shared part has been cut out; gone if it could not be */
    public SharedAudio audio(SharedRecording shared) {
        var share = shared.share();
        return share.part().isClip()
                ? share.clip().orElseThrow(() -> unfinished(share))
                : SharedAudio.of(version(shared));
    }

    private void requireLive(Share share, CallRecording recording) {
        var now = now();
        if (share.isExpired(now)) {
            throw gone("This link has expired.");
        } else if (recording.retention().isExpired(now)) {
            throw gone("This recording is no longer available.");
        } else if (share.part().since() != recording.history().redaction()) {
            throw gone("The recording was redacted after this link was made; ask for a new one.");
        }
    }

    private ProblemException unfinished(Share share) {
        var isUnderway = store.job(share.tenant(), share.recording(), share.job())
                .map(job -> job.execution().status())
                .filter(status -> status != Job.State.FAILED)
                .isPresent();
        return isUnderway
                ? new ProblemException(ProblemType.NOT_READY, "The audio is being prepared; try again in a moment.")
                : gone("The shared part of this recording could not be prepared.");
    }

    /** One answer for all links that open nothing: it does not tell whether there ever was one. */
    public static ProblemException unknown() {
        return new ProblemException(ProblemType.NOT_FOUND, "This link does not exist.");
    }

    private static ProblemException gone(String sentence) {
        return new ProblemException(ProblemType.GONE, sentence);
    }
}
