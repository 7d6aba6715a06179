package io.tapedeck.transcript.format;

import io.tapedeck.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** The lines of a file of captions, read one after the other. */
final class CaptionFile {
    private static final Pattern LINE_END = Pattern.compile("\r\n|\n|\r");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final List<String> lines;
    private int next;

    /** @throws ProblemException invalid-request if it is neither UTF-8 nor marked as UTF-16 */
    CaptionFile(byte[] document) {
        var text = decode(document);
        var start = text.isEmpty() || text.charAt(0) != BYTE_ORDER_MARK ? 0 : 1;
        this.lines = List.of(LINE_END.split(text.substring(start), -1));
    }

    boolean hasMore() {
        return next < lines.size();
    }

    /** The next line, which stays the next. */
    String peek() {
        return lines.get(next);
    }

    /** The line after that, or nothing. */
    String peekAfter() {
        return next + 1 < lines.size() ? lines.get(next + 1) : "";
    }

    String take() {
        return lines.get(next++);
    }

    /** Goes on to the next line that is not blank. */
    void skipBlank() {
        while (hasMore() && peek().isBlank()) {
            next++;
        }
    }

    /** Goes on to the next line that is blank. */
    void skipBlock() {
        while (hasMore() && !peek().isBlank()) {
            next++;
        }
    }

    /** Of the line that was taken last, for people to find it by. */
    String place() {
        return "line " + next;
    }

    /** Of the next line. */
    String placeOfNext() {
        return "line " + (next + 1);
    }

    private static String decode(byte[] document) {
        try {
            return charset(document)
                    .newDecoder()
                    .decode(ByteBuffer.wrap(document))
                    .toString();
        } catch (CharacterCodingException e) {
            throw ProblemException.invalid("", "the body must be text in UTF-8");
        }
    }

    private static Charset charset(byte[] document) {
        var mark = document.length < 2 ? 0 : (document[0] & 0xFF) << 8 | document[1] & 0xFF;
        return switch (mark) {
            case 0xFEFF -> StandardCharsets.UTF_16BE;
            case 0xFFFE -> StandardCharsets.UTF_16LE;
            default -> StandardCharsets.UTF_8;
        };
    }
}
