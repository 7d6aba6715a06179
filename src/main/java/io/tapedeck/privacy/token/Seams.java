package io.tapedeck.privacy.token;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where a word comes apart in which several are written as one: "card=4111", "4111_1111", "pin-1234", "j.smith@". */
final class Seams {
    private static final Pattern SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}.\\-+'@$£€%]+");
    private static final Pattern AFTER = Pattern.compile("[^\\p{L}\\p{M}\\p{N}@]+$");
    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}-]*");
    private static final Pattern ENDING = Pattern.compile("\\.\\p{L}{2,}");
    private static final Pattern NAMED = Pattern.compile(
            "(card|cc|cvv|cvc|cid|pin|ssn|tel|phone|mobile|cell|account|acct|acc|routing|aba|dob|zip|otp|code)[.-]?(\\d[\\d.-]*)");
    /** What is written with signs as a whole: addresses of machines and pages. */
    private static final Pattern WHOLE = Pattern.compile(
            ".*://.*|www\\..*|([a-z0-9-]+\\.){1,10}[a-z]{2,}/.*|(\\d{1,3}\\.){3}\\d{1,3}([:/]\\d+)?|[0-9a-f:]*::[0-9a-f:]*(/\\d{1,3})?|[0-9a-f]{1,4}(:[0-9a-f]{1,4}){7}(/\\d{1,3})?");

    private Seams() {}

    /** The parts of a word in lower case; none where it is one. */
    static List<String> parts(String word) {
        if (SPACE.matcher(word).find()) {
            return List.of(SPACE.split(word));
        }
        var bare = AFTER.matcher(word).replaceFirst("");
        if (ENDING.matcher(bare).matches()) {
            return List.of("dot", bare.substring(1));
        }
        var at = bare.indexOf('@');
        if (at >= 0 && at == bare.lastIndexOf('@')) {
            return address(bare, at);
        }
        var named = NAMED.matcher(bare);
        if (named.matches()) {
            return List.of(named.group(1), named.group(2));
        }
        if (WHOLE.matcher(bare).matches()) {
            return List.of();
        }
        var parts = signed(bare);
        var hasNumber = bare.chars().anyMatch(Character::isDigit)
                || parts.stream().allMatch(part -> NumberWords.of(part) != null);
        return hasNumber ? parts : List.of();
    }

    /** Around "@", where it does not stand within a whole address. */
    private static List<String> address(String word, int at) {
        var host = word.substring(at + 1);
        return !host.isEmpty() && !NAME.matcher(host).matches() && (at > 0 || host.indexOf('.') < 0)
                ? List.of()
                : Stream.of(word.substring(0, at), "at", host)
                        .filter(Predicate.not(String::isEmpty))
                        .toList();
    }

    private static List<String> signed(String word) {
        var parts = Arrays.stream(SIGNS.split(word))
                .filter(Predicate.not(String::isEmpty))
                .toList();
        return parts.size() > 1 ? parts : List.of();
    }
}
