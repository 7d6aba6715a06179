package io.tapedeck.container;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Finds where sound ends of which its file does not truly say how long it is. */
record WavEnd(WavChunks chunks) {
    private static final int WINDOW = 64 * 1024;
    private static final int FILE_HEADER = 12;
    private static final int TAG = 128;
    private static final int ID = 4;

    /** Where another file begins that was joined, where chunks of other things follow to the end, or else the end itself. */
    long of(long start) throws IOException {
        var next = nextFile(start);
        return next < chunks.size() ? next : tail(start);
    }

    /** Where another file begins; the end of this one without any. */
    long nextFile(long start) throws IOException {
        for (long from = start; from < chunks.size(); from += WINDOW) {
            var window = text(from, WINDOW + FILE_HEADER);
            for (int at = window.indexOf("WAVE"); at >= 0; at = window.indexOf("WAVE", at + 1)) {
                if (at >= FILE_HEADER - 4 && chunks.isFile(from + at - FILE_HEADER + 4)) {
                    return from + at - FILE_HEADER + 4;
                }
            }
        }
        return chunks.size();
    }

    /** Where chunks of other things begin that follow on the sound to the end. */
    long tail(long start) throws IOException {
        var from = Math.max(start, chunks.size() - WINDOW);
        var window = text(from, WINDOW);
        var letters = 0;
        for (int at = 0; at < window.length(); at++) {
            letters = isLetter(window.charAt(at)) ? letters + 1 : 0;
            if (letters >= ID && isBeside(window.substring(at + 1 - ID, at + 1), from + at + 1 - ID)) {
                return from + at + 1 - ID;
            }
        }
        var tag = chunks.size() - TAG;
        return tag >= start && chunks.isTag(tag) ? tag : chunks.size();
    }

    private static boolean isLetter(char character) {
        return character >= ' ' && character <= '~';
    }

    private boolean isBeside(String id, long position) throws IOException {
        return WavChunks.BESIDE_SOUND.contains(id) && chunks.isTail(position);
    }

    private String text(long position, int count) throws IOException {
        var bytes = chunks.reader().at(position, count);
        return new String(bytes.array(), 0, bytes.limit(), StandardCharsets.ISO_8859_1);
    }
}
