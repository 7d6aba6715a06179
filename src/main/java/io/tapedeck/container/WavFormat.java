package io.tapedeck.container;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

/** The content of a WAV file's chunk "fmt " where samples have fewer valid bits than they take room, of which ffmpeg makes others. */
final class WavFormat {
    private static final int EXTENSIBLE = 0xfffe;
    /** Linear and floating-point samples, as the first bytes of the kind's GUID name them. */
    private static final Set<Integer> SAMPLES = Set.of(1, 3);

    private static final int BITS = 14;
    private static final int VALID_BITS = 18;
    private static final int KIND = 24;
    private static final int WHOLE = 40;

    private WavFormat() {}

    /** Whether ffmpeg reads samples of this format as wide as they are. */
    static boolean isPlain(byte[] format) {
        var valid = format.length < WHOLE ? 0 : number(format, VALID_BITS);
        return valid == 0
                || number(format, 0) != EXTENSIBLE
                || !SAMPLES.contains(number(format, KIND))
                || bytes(valid) == bytes(number(format, BITS));
    }

    /** The same format, with all bits of a sample valid where it is not plain: those too many are zero. */
    static byte[] plain(byte[] format) {
        var plain = format.clone();
        if (!isPlain(format)) {
            ByteBuffer.wrap(plain).put(VALID_BITS, format, BITS, Short.BYTES);
        }
        return plain;
    }

    private static int bytes(int bits) {
        return (bits + 7) / 8;
    }

    private static int number(byte[] format, int at) {
        return Short.toUnsignedInt(
                ByteBuffer.wrap(format).order(ByteOrder.LITTLE_ENDIAN).getShort(at));
    }
}
