package io.tapedeck.analytics.words;

import io.tapedeck.transcript.Placeholder;
import io.tapedeck.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A word, or a part of one with a hyphen, as it is compared with others.
 *
 * @param text in lower case, without punctuation around it
 */
record Token(String text, Word word) {
    private static final Pattern AROUND =
            Pattern.compile("^[\\p{IsPunctuation}&&[^@#&*%_]]+|[\\p{IsPunctuation}&&[^@#&*%_]]+$");
    private static final Pattern WHITE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern HYPHEN = Pattern.compile("(?<=[\\p{L}\\p{N}])[-\u2010\u2011](?=[\\p{L}\\p{N}])");

    /** Of words in their order. */
    static List<Token> of(List<Word> words) {
        var tokens = new ArrayList<Token>(words.size());
        words.forEach(word -> texts(word.text()).forEach(text -> tokens.add(new Token(text, word))));
        return List.copyOf(tokens);
    }

    /** What is compared of a text; of what is nothing but punctuation, and of what stands for something redacted, itself. */
    static Stream<String> texts(String text) {
        if (Placeholder.is(text)) {
            return Stream.of(text);
        }
        return isPlain(text)
                ? Stream.of(text.toLowerCase(Locale.ROOT))
                : WHITE.splitAsStream(text.strip())
                        .flatMap(HYPHEN::splitAsStream)
                        .map(Token::bare)
                        .filter(bare -> !bare.isEmpty());
    }

    /** As most words are, which then cost little. */
    private static boolean isPlain(String text) {
        return !text.isEmpty() && text.chars().allMatch(Character::isLetterOrDigit);
    }

    private static String bare(String text) {
        var bare = AROUND.matcher(text).replaceAll("");
        return (bare.isEmpty() ? text : bare).replace('\u2019', '\'').toLowerCase(Locale.ROOT);
    }
}
