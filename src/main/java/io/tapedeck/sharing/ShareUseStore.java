package io.tapedeck.sharing;

import static java.util.Objects.requireNonNull;

import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Event;
import java.time.Duration;
import java.time.Instant;

/** Where it is counted how often shares are opened, and how often somebody tried to. */
public interface ShareUseStore {
    /** Whether an opening has been counted. */
    boolean isCounted(Share share, String opening);

    /**
     * Counts an opening, as a view of the share and a download of the recording, with its event, unless it has been counted before.
     *
     * @param recording as it was read
     * @param opening tells this one apart from others of the same share
     */
    Counted count(CallRecording recording, Share share, String opening, Event event, Instant now);

    /** Begins to look at a password that somebody gave. */
    Attempt begin(Share share, Instant now);

    /**
     * Notes what came of a password that was looked at.
     *
     * @param begun when that began
     */
    void end(Share share, Instant begun, boolean isRight);

    /** What became of an opening. */
    enum Counted {
        /** It is counted, by now or before. */
        COUNTED,
        /** All views are used up. */
        USED_UP,
        /** The share is revoked or over, or its recording deleted. */
        GONE
    }

    /** Whether a password may be looked at. */
    sealed interface Attempt {
        /** It may. */
        record Allowed() implements Attempt {}

        /** There were too many wrong ones. */
        record Throttled(Duration retryAfter) implements Attempt {
            public Throttled {
                requireNonNull(retryAfter);
            }
        }
    }
}
