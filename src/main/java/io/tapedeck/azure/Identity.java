package io.tapedeck.azure;

/** Proves to the Blob service who asks. */
interface Identity {
    /** The value of Authorization for a call that has all its other headers. */
    String authorization(Call call);

    /** Whether there is another one, where this one was refused: it may have ended meanwhile. */
    boolean renews(String authorization);
}
