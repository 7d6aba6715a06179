package io.tapedeck.container;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What a stream of Opus, Vorbis or FLAC says of itself at its beginning.
 *
 * @param codec as ffprobe names it
 * @param sampleRate Hz of what it decodes to
 * @param setup what else a decoder is to be told that goes on with it
 */
public record SoundHead(String codec, int sampleRate, int channels, String setup) {
    private static final int OPUS_RATE = 48_000;
    /** Bytes from a stream's "fLaC" to what it says of the sound, and as far as that is the same for all of a kind. */
    private static final int STREAM_INFO = 8;

    private static final int BLOCK_SIZES = 4;
    private static final int RATE = 10;
    private static final int FLAC_IN_OGG = 9;
    private static final int LONGEST = FLAC_IN_OGG + STREAM_INFO + RATE + Integer.BYTES;

    /** Of the first packet of an Ogg stream, from a position on; absent for other codecs and what cannot be. */
    static Optional<SoundHead> inOgg(ByteBuffer bytes, int at) {
        var packet = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).position(Math.min(at, bytes.limit()));
        if (packet.remaining() < LONGEST - FLAC_IN_OGG) {
            return Optional.empty();
        }
        return switch (Bytes.text(bytes, at, 5)) {
            case "OpusH" -> known(new SoundHead("opus", OPUS_RATE, packet.get(at + 9) & 0xff, ""));
            case "\1vorb" -> known(new SoundHead("vorbis", packet.getInt(at + 12), packet.get(at + 11) & 0xff, ""));
            case "\u007fFLAC" -> flac(bytes, at + FLAC_IN_OGG);
            default -> Optional.empty();
        };
    }

    /** Of a stream of FLAC, from its "fLaC" on. */
    static Optional<SoundHead> flac(ByteBuffer bytes, int at) {
        var info = at + STREAM_INFO;
        if (bytes.limit() < info + RATE + Integer.BYTES) {
            return Optional.empty();
        }
        var form = bytes.duplicate().order(ByteOrder.BIG_ENDIAN).getInt(info + RATE);
        var setup = new byte[BLOCK_SIZES];
        bytes.get(info, setup);
        var bits = (form >> 4 & 0x1f) + 1;
        var told = bits + " bits, blocks of " + HexFormat.of().formatHex(setup);
        return known(new SoundHead("flac", form >>> 12, (form >> 9 & 7) + 1, told));
    }

    private static Optional<SoundHead> known(SoundHead head) {
        return Optional.of(head).filter(found -> found.sampleRate() > 0 && found.channels() > 0);
    }
}
