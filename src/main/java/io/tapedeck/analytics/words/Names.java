package io.tapedeck.analytics.words;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words that are names, as far as it shows: those with a capital inside of a sentence, unless all are in capitals, and those
 * after "my name is", "Mrs" and the like. Once taken for a name, a word counts as one wherever it is said.
 */
final class Names {
    private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "dr", "miss", "mister", "doctor");
    private static final Set<String> NAMING = Set.of("name is", "name's", "called is", "surname is", "spell it");
    private static final Set<String> INTRODUCED = Set.of("speaking", "from", "calling", "here");
    private static final int LONGEST = 3;
    private static final double MOST_CAPITALS = 0.7;

    private final Set<String> names = new HashSet<>();

    private Names(List<Sentence> sentences) {
        var hasCase = haveCase(sentences);
        for (var sentence : sentences) {
            if (hasCase) {
                addCapitals(sentence);
            }
            addNamed(sentence);
        }
    }

    static Set<String> in(List<Sentence> sentences) {
        return Set.copyOf(new Names(sentences).names);
    }

    /** Whether capitals tell anything. */
    static boolean haveCase(List<Sentence> sentences) {
        return capitals(sentences) < MOST_CAPITALS;
    }

    private static double capitals(List<Sentence> sentences) {
        return sentences.stream()
                .flatMap(sentence -> sentence.words().stream())
                .collect(Collectors.averagingDouble(word -> isCapital(word.text()) ? 1 : 0));
    }

    private void addCapitals(Sentence sentence) {
        var first = sentence.words().getFirst();
        sentence.tokens().stream()
                .filter(token -> token.word() != first && isCapital(token.word().text()))
                .map(Token::text)
                .forEach(this::add);
    }

    private void addNamed(Sentence sentence) {
        for (int i = 0; i < sentence.tokens().size(); i++) {
            var token = sentence.token(i);
            var pair = sentence.token(i - 1) + " " + token;
            if (NAMING.contains(pair) || NAMING.contains(token)) {
                addRun(sentence, i + 1, LONGEST);
            } else if (TITLES.contains(token)) {
                addRun(sentence, i + 1, 2);
            } else if (pair.equals("this is") && isIntroduced(sentence, i + 1)) {
                addRun(sentence, i + 1, 2);
            }
        }
    }

    private static boolean isIntroduced(Sentence sentence, int at) {
        return INTRODUCED.contains(sentence.token(at + 1)) || INTRODUCED.contains(sentence.token(at + 2));
    }

    private void addRun(Sentence sentence, int from, int most) {
        for (int i = from; i < from + most && StopWords.isContent(sentence.token(i)); i++) {
            add(sentence.token(i));
        }
    }

    private void add(String token) {
        names.add(token.endsWith("'s") ? token.substring(0, token.length() - 2) : token);
        names.add(token);
    }

    static boolean isCapital(String text) {
        return text.codePoints().filter(Character::isLetter).limit(1).anyMatch(Character::isUpperCase);
    }
}
