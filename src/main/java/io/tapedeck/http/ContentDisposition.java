package io.tapedeck.http;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a browser is to do with a file, and the name it is to have there: RFC 6266 with the encoding of RFC 8187. */
public enum ContentDisposition {
    INLINE,
    ATTACHMENT;

    private static final String NAMELESS = "recording";
    private static final Pattern SEPARATORS = Pattern.compile("[/\\\\]");
    /** Controls, line ends, lone surrogates, and marks that make a name read from the other side than it is. */
    private static final Pattern DECEIVING =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    private static final Pattern ONLY_DOTS = Pattern.compile("\\.*");
    private static final Pattern COMBINING_MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern UNSAFE_WHEN_QUOTED = Pattern.compile("[^\\x20-\\x7E]|[\"%]");
    private static final String ATTRIBUTE_CHARACTERS = "!#$&+-.^_`|~";

    /**
     * The header's value. Folders are not kept: a slash in the name becomes an underscore.
     *
     * @param fileName in any script
     */
    public String value(String fileName) {
        var name = clean(fileName);
        var fallback = ascii(name);
        var value = "%s; filename=\"%s\"".formatted(name().toLowerCase(Locale.ROOT), fallback);
        return fallback.equals(name) ? value : value + "; filename*=UTF-8''" + encode(name);
    }

    private static String clean(String fileName) {
        var flat = SEPARATORS.matcher(fileName).replaceAll("_");
        var name = DECEIVING.matcher(flat).replaceAll("").strip();
        return ONLY_DOTS.matcher(name).matches() ? NAMELESS : name;
    }

    /** For clients that know no other: letters without their accents, an underscore for all else. */
    private static String ascii(String name) {
        var letters = COMBINING_MARKS
                .matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("");
        return SEPARATORS
                .matcher(UNSAFE_WHEN_QUOTED.matcher(letters).replaceAll("_"))
                .replaceAll("_");
    }

    private static String encode(String name) {
        var encoded = new StringBuilder();
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            if (isAttributeCharacter((char) octet)) {
                encoded.append((char) octet);
            } else {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
            }
        }
        return encoded.toString();
    }

    private static boolean isAttributeCharacter(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || ATTRIBUTE_CHARACTERS.indexOf(c) >= 0;
    }
}
