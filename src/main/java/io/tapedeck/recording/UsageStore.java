package io.tapedeck.recording;

import io.tapedeck.recording.RecordingStore.Commit;
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
}
