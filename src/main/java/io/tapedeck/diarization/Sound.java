package io.tapedeck.diarization;

/** One channel whose samples are read as they are looked at, since hours of them are too much to hold. */
public interface Sound {
    /** Hz, 8000 or more. */
    int sampleRate();

    /** How many samples there are. */
    int length();

    /**
     * Reads samples one after the other; before the first and after the last there is silence.
     *
     * @param from the first of them, which mostly comes soon after that of the call before
     */
    void read(int from, short[] into);
}
