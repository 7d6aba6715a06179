package io.tapedeck.recording;

import static java.util.Objects.requireNonNull;

import io.tapedeck.recording.RecordingStore.Commit;
import java.time.Duration;
import java.time.Instant;

/** Where it is counted how often audio was handed out. */
public interface UsageStore {
    /**
     * Counts a download, with its event, whatever else changes the recording at the same time.
     *
     * @param recording as it was read
     * @return {@link Commit#STALE} if it has been deleted meanwhile
     */
    Commit countDownload(CallRecording recording, Event event, Instant now);

    /**
     * Writes that a link was opened, with its event, and counts a download unless this opener's last one was counted less
     * than {@link Opening#WINDOW} ago.
     *
     * @param recording as it was read
     * @return {@link Commit#STALE} if it has been deleted meanwhile
     */
    Commit countOpening(CallRecording recording, Opening opening, Event event, Instant now);

    /**
     * Somebody opens a link. Who opens it again within a few minutes, as players do for every part that they need, does not
     * download again.
     *
     * @param opener tells apart who opens which link, and says nothing else of them
     */
    record Opening(String opener) {
        public Opening {
            requireNonNull(opener);
        }

        /** How long after a download by a link further openings belong to it. */
        public static final Duration WINDOW = Duration.ofMinutes(5);
    }
}
