package io.tapedeck.container;

/**
 * What the header of a WAV file says of its data, and what is there. Recorders that crash or stream leave lengths that
 * are zero, huge, or those of an earlier moment.
 *
 * @param claimed bytes of sound by the header
 * @param present bytes of sound that the file has
 * @param length what to make of the claim
 */
public record WavHeader(long claimed, long present, Length length) {
    /** How the claimed length relates to the file. */
    public enum Length {
        RIGHT,
        /** The file ends before it. */
        CUT,
        /** It is a stand-in, or what follows is no chunk but more sound: the data go on to the end of the file. */
        UNTRUE
    }
}
