package io.tapedeck.recording;

import io.tapedeck.recording.RecordingStore.Commit;

/** Where it is counted how often audio was handed out. */
public interface UsageStore {
    /**
     * Counts a download, with its event, whatever else changes the recording at the same time.
     *
     * @param recording as it was read
     * @param now seconds since 1970
     * @return {@link Commit#STALE} if it has been deleted meanwhile
     */
    Commit countDownload(CallRecording recording, Event event, long now);

    /**
     * Writes that a link was opened, with its event, and counts a download unless this opener's last one was counted less
     * than {@link Opening#WINDOW} ago.
     *
     * @param recording as it was read
     * @param now seconds since 1970
     * @return {@link Commit#STALE} if it has been deleted meanwhile
     */
    Commit countOpening(CallRecording recording, Opening opening, Event event, long now);
}
