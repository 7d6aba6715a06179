package io.tapedeck.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.tapedeck.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes a body of several parts apart (RFC 2046), whatever kind of multipart it is: what each part is, its own type says.
 *
 * @param text the bytes as characters, with the end of a line ahead of them that the first boundary may stand on
 * @param delimiter what each part begins after
 */
record Multipart(String text, String delimiter) {
    private static final String LINE_END = "\r\n";
    private static final String LAST = "--";
    private static final int LONGEST_HEADERS = 4096;
    private static final Pattern BOUNDARY = Pattern.compile("(?i);\\s*boundary=(?:\"([^\"]*)\"|([^;\\s]*))");
    private static final Pattern VALID = Pattern.compile("[0-9A-Za-z'()+_,./:=? -]{0,69}[0-9A-Za-z'()+_,./:=?-]");

    /** Encodings that leave the bytes as they are. */
    private static final Set<String> PLAIN = Set.of("7bit", "8bit", "binary");

    /**
     * The parts of a body.
     *
     * @param most how many there may be
     * @throws ProblemException invalid-request
     */
    static List<Part> parts(String contentType, byte[] body, int most) {
        return new Multipart(LINE_END + new String(body, ISO_8859_1), LINE_END + LAST + boundary(contentType))
                .parts(most);
    }

    private static String boundary(String contentType) {
        var found = BOUNDARY.matcher(contentType);
        return Optional.of(found)
                .filter(matcher -> matcher.find())
                .map(matcher -> matcher.group(1) == null ? matcher.group(2) : matcher.group(1))
                .filter(boundary -> VALID.matcher(boundary).matches())
                .orElseThrow(() -> ProblemException.invalid(
                        "Content-Type", "must have a boundary of 1 to 70 characters, as RFC 2046 has it"));
    }

    private List<Part> parts(int most) {
        var parts = new ArrayList<Part>();
        var at = next(0);
        while (!text.startsWith(LAST, at)) {
            if (parts.size() == most) {
                throw wrong("has more than %d parts".formatted(most));
            }
            var end = next(at);
            parts.add(part(parts.size() + 1, text.substring(at, end - delimiter.length())));
            at = end;
        }
        return parts;
    }

    /** Where the text goes on after the next boundary. */
    private int next(int from) {
        var found = text.indexOf(delimiter, from);
        if (found < 0) {
            throw wrong(
                    "must have the boundary on a line of its own before each part, and with two hyphens behind the last");
        }
        return found + delimiter.length();
    }

    /** @param text from the end of the boundary on */
    private static Part part(int number, String text) {
        var end = text.indexOf(LINE_END + LINE_END);
        if (end < 0
                || end > LONGEST_HEADERS
                || !text.substring(0, text.indexOf(LINE_END)).isBlank()) {
            throw wrong(
                    "must have in part %d headers of at most %d bytes and an empty line behind them, each ended by CR and LF"
                            .formatted(number, LONGEST_HEADERS));
        }
        var headers = headers(text.substring(0, end));
        var encoding = headers.getOrDefault("content-transfer-encoding", "binary");
        if (!PLAIN.contains(encoding.toLowerCase(Locale.ROOT))) {
            throw wrong("must have part %d as it is, without a Content-Transfer-Encoding".formatted(number));
        }
        return new Part(
                number,
                headers.getOrDefault("content-type", "text/plain"),
                text.substring(end + 2 * LINE_END.length()).getBytes(ISO_8859_1));
    }

    private static Map<String, String> headers(String lines) {
        var headers = new HashMap<String, String>();
        for (var line : lines.split(LINE_END)) {
            var colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    static ProblemException wrong(String message) {
        return ProblemException.invalid("", "the body " + message);
    }

    /**
     * A part.
     *
     * @param number 1 for the first
     */
    record Part(int number, String contentType, byte[] content) {
        boolean isOf(String type) {
            return contentType.split(";", 2)[0].strip().equalsIgnoreCase(type);
        }
    }
}
