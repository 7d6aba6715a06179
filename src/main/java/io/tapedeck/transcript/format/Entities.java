package io.tapedeck.transcript.format;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters that HTML and WebVTT have names for. */
final class Entities {
    private static final Pattern ENTITY = Pattern.compile("&(?:(\\w{1,8})|#(\\d{1,7})|#[xX](\\p{XDigit}{1,6}));");
    private static final Map<String, String> NAMED = Map.of(
            "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", "\u00A0", "lrm", "\u200E", "rlm",
            "\u200F");

    private Entities() {}

    /** The text with what they stand for; what stands for nothing stays. */
    static String decode(String text) {
        return text.indexOf('&') < 0
                ? text
                : ENTITY.matcher(text).replaceAll(found -> Matcher.quoteReplacement(decode(found)));
    }

    private static String decode(MatchResult entity) {
        if (entity.group(1) != null) {
            return NAMED.getOrDefault(entity.group(1), entity.group());
        }
        var character =
                entity.group(2) == null ? Integer.parseInt(entity.group(3), 16) : Integer.parseInt(entity.group(2));
        return Character.isValidCodePoint(character) ? Character.toString(character) : entity.group();
    }
}
