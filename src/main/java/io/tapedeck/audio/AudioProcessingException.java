package io.tapedeck.audio;

/** The audio tool failed for a reason that need not lie in the audio: missing, killed, out of disk space. */
public final class AudioProcessingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public AudioProcessingException(String message) {
        super(message);
    }

    public AudioProcessingException(String message, Throwable cause) {
        super(message, cause);
    }
}
