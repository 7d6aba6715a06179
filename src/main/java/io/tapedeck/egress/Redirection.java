package io.tapedeck.egress;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Reads the Location of a redirect as browsers do: spaces and other characters that no URL may have are encoded, those at
 * its ends and line breaks are left out, and a backslash is a slash.
 *
 * @see <a href="https://url.spec.whatwg.org/#url-parsing">URL Standard, URL parsing</a>
 */
final class Redirection {
    private static final Pattern AROUND = Pattern.compile("^[\\x00-\\x20]+|[\\x00-\\x20]+$");
    private static final Pattern LINES = Pattern.compile("[\\t\\r\\n]");
    private static final Pattern AUTHORITY = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*:)?//[^/]*");
    private static final Pattern NO_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final String NOT_IN_QUERIES = "\"<>\\^`{|}";
    private static final String NOT_IN_PATHS = NOT_IN_QUERIES + "[]";

    private Redirection() {}

    /**
     * The address that a redirect leads to.
     *
     * @throws URISyntaxException if it is none
     */
    static URI follow(URI from, String location) throws URISyntaxException {
        var base = from.getRawPath().isEmpty() ? from.resolve("/") : from;
        var reference =
                reference(LINES.matcher(AROUND.matcher(location).replaceAll("")).replaceAll(""));
        // a query alone is of the same path, which URI.resolve would cut at its last slash
        return reference.startsWith("?")
                ? new URI(withoutQuery(base.toString()) + reference)
                : base.resolve(new URI(reference));
    }

    private static String reference(String text) {
        var address = withoutQuery(text);
        var slashed = address.replace('\\', '/');
        var authority = AUTHORITY.matcher(slashed);
        var path = authority.lookingAt() ? authority.end() : 0;
        return slashed.substring(0, path)
                + encode(slashed.substring(path), NOT_IN_PATHS)
                + encode(text.substring(address.length()), NOT_IN_QUERIES);
    }

    private static String encode(String text, String forbidden) {
        var encoded = new StringBuilder();
        NO_ESCAPE.matcher(text).replaceAll("%25").codePoints().forEach(point -> {
            if (point > ' ' && point < 0x7F && forbidden.indexOf(point) < 0) {
                encoded.appendCodePoint(point);
            } else {
                for (var octet : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append("%%%02X".formatted(octet));
                }
            }
        });
        return encoded.toString();
    }

    private static String withoutQuery(String address) {
        return address.split("[?#]", 2)[0];
    }
}
