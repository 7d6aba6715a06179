package io.tapedeck.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;

/**
 * The chunks of a WAV file, also of writers that leave out the byte which is to follow a chunk of odd length.
 *
 * @param size bytes that can be read
 */
record WavChunks(Reader reader, long size) {
    /** Gives as many bytes as there are at a position, at most so many; little-endian. */
    interface Reader {
        ByteBuffer at(long position, int count) throws IOException;
    }

    /**
     * A chunk.
     *
     * @param size bytes of its content, by its own account
     * @param start of its content
     */
    record Chunk(String id, long size, long start) {
        long end() {
            return start + size;
        }

        /** Where its content ends with the byte that makes its length even. */
        long paddedEnd() {
            return end() + (size & 1);
        }
    }

    static final int HEADER = 8;
    private static final int MOST = 10_000;
    private static final long LONGEST_CUT = 1 << 20;
    private static final int ID3V1 = 128;
    private static final Set<String> FILES = Set.of("RIFF", "RF64", "BW64");
    private static final Set<String> BEFORE_SOUND = Set.of("fmt ", "data", "ds64", "fact", "PEAK", "slnt", "wavl");
    /** What chunks are named that hold something else. */
    static final Set<String> BESIDE_SOUND = Set.of(
            "LIST", "JUNK", "junk", "FLLR", "PAD ", "bext", "iXML", "axml", "chna", "aXML", "_PMX", "cue ", "plst",
            "smpl", "inst", "labl", "note", "ltxt", "DISP", "id3 ", "ID3 ", "cart", "afsp", "umid", "minf", "elm1",
            "regn", "LGWV", "link", "levl", "mext", "qlty", "SNDM", "acid", "strc", "Cr8r", "PrmA", "tlst", "CUET",
            "meta");

    /** The header at a position; absent where there is none whole. */
    Optional<Chunk> at(long position) throws IOException {
        var header = reader.at(position, HEADER);
        return header.limit() < HEADER
                ? Optional.empty()
                : Optional.of(new Chunk(
                        Bytes.text(header, 0, 4), Integer.toUnsignedLong(header.getInt(4)), position + HEADER));
    }

    /** Whether another file of this kind begins there. */
    boolean isFile(long position) throws IOException {
        var head = reader.at(position, 12);
        return FILES.contains(Bytes.text(head, 0, 4)) && Bytes.text(head, 8, 4).equals("WAVE");
    }

    /** Where what follows on a chunk begins: behind the byte that pads it, if there is one. */
    long after(Chunk chunk) throws IOException {
        return !isWellKnown(chunk.paddedEnd()) && isWellKnown(chunk.end()) ? chunk.end() : chunk.paddedEnd();
    }

    /**
     * Whether nothing but chunks, tags and other files lies from there to the end. The last chunk may be cut, and a few bytes
     * may be left over.
     */
    boolean fill(long start) throws IOException {
        long position = start;
        for (int i = 0; i < MOST && position + HEADER <= size; i++) {
            if (isFile(position) || isTag(position)) {
                return true;
            }
            var chunk = at(position).orElseThrow();
            var isCut = chunk.end() > size;
            if (!chunk.id().matches("[ -~]{4}") || isCut && chunk.size() > LONGEST_CUT) {
                return false;
            }
            position = after(chunk);
        }
        return true;
    }

    /**
     * Whether nothing but chunks lies between the two, of which the second may be off by what writers forget to count or count
     * twice: a header.
     */
    boolean reach(long start, long end) throws IOException {
        long position = start;
        for (int i = 0; i < MOST && position < end - HEADER; i++) {
            var chunk = at(position).filter(found -> found.id().matches("[ -~]{4}"));
            if (chunk.isEmpty()) {
                return false;
            }
            position = after(chunk.get());
        }
        return Math.abs(position - end) <= HEADER;
    }

    /**
     * Whether chunks of known names begin there and end exactly where the file does, which sound does not do by chance.
     */
    boolean isTail(long start) throws IOException {
        long position = start;
        for (int i = 0; i < MOST && position < size; i++) {
            var chunk = at(position).filter(found -> BESIDE_SOUND.contains(found.id()));
            if (chunk.isEmpty() || chunk.get().end() > size) {
                return position > start && isTag(position);
            }
            position = after(chunk.get());
        }
        return position > start;
    }

    /** Tags of MP3 that some players append to any file. */
    boolean isTag(long position) throws IOException {
        var head = Bytes.text(reader.at(position, 8), 0, 8);
        return head.startsWith("TAG") && position + ID3V1 == size
                || head.equals("APETAGEX")
                || head.matches("(?s)ID3[\\x02-\\x04].*");
    }

    private boolean isWellKnown(long position) throws IOException {
        var chunk = at(position);
        return chunk.isEmpty()
                ? position == size
                : BEFORE_SOUND.contains(chunk.get().id())
                        || BESIDE_SOUND.contains(chunk.get().id())
                        || isFile(position);
    }
}
