package io.tapedeck.analytics.words;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an English word may be an inflected form of: plurals, possessives, the forms of verbs, and degrees of adjectives. Spelling tells "hoping" from
 * "hopping" and "cared" from "cars". Two words are forms of one if they have a base in common.
 */
final class Inflection {
    private static final int SHORTEST = 4;
    private static final int SHORTEST_STEM = 2;
    private static final Pattern VOWEL = Pattern.compile("[aeiouy]");
    /** A last consonant that is doubled before an ending: "stop", not "need", "fix" or "visit". */
    private static final Pattern DOUBLING = Pattern.compile("(qu|[^aeiouy])*[aeiouy][^aeiouywx]");

    private static final Pattern DOUBLED = Pattern.compile(".*([^aeiousfz])\\1");
    /** "Panicking", but not "picking". */
    private static final Pattern WITH_K = Pattern.compile(".*[aeiouy].*ick");

    private static final Pattern HISSING = Pattern.compile(".*(s|x|z|ch|sh|o)");
    private static final Pattern NO_PLURAL = Pattern.compile(".*(ss|us|is)");

    private Inflection() {}

    /** The word itself first. */
    static Set<String> bases(String word) {
        var bases = new LinkedHashSet<String>();
        bases.add(word);
        var owner = withoutPossessive(word);
        bases.add(owner);
        var irregular = Irregular.bases(owner);
        if (!irregular.isEmpty()) {
            bases.addAll(irregular);
        } else if (owner.length() >= SHORTEST && !Irregular.isBase(owner)) {
            bases.addAll(regular(owner));
        }
        return bases;
    }

    private static Set<String> regular(String word) {
        var bases = new LinkedHashSet<String>();
        plural(word, bases);
        past(word, bases);
        participle(word, bases);
        bases.removeIf(base -> base.length() < SHORTEST_STEM || Irregular.isUnchanging(base));
        return bases;
    }

    private static String withoutPossessive(String word) {
        if (word.endsWith("'s")) {
            return word.substring(0, word.length() - 2);
        }
        return word.endsWith("s'") ? word.substring(0, word.length() - 1) : word;
    }

    private static void plural(String word, Set<String> bases) {
        if (word.endsWith("men")) {
            bases.add(cut(word, 3) + "man");
        }
        if (!word.endsWith("s") || NO_PLURAL.matcher(word).matches()) {
            return;
        }
        bases.add(cut(word, 1));
        if (word.endsWith("ies")) {
            bases.add(cut(word, 3) + "y");
        } else if (word.endsWith("es")
                && word.length() > SHORTEST
                && HISSING.matcher(cut(word, 2)).matches()) {
            bases.add(cut(word, 2));
        }
    }

    private static void past(String word, Set<String> bases) {
        if (word.endsWith("ied")) {
            bases.add(cut(word, 3) + "y");
            bases.add(cut(word, 1));
        } else if (word.endsWith("eed")) {
            bases.add(cut(word, 1));
        } else if (word.endsWith("ed")) {
            stem(cut(word, 2), bases);
        }
    }

    private static void participle(String word, Set<String> bases) {
        if (word.endsWith("ing")) {
            stem(cut(word, 3), bases);
        }
    }

    private static void stem(String stem, Set<String> bases) {
        if (stem.length() < SHORTEST_STEM || !VOWEL.matcher(stem).find()) {
            return;
        }
        bases.add(stem + "e");
        if (stem.length() > SHORTEST_STEM && !DOUBLING.matcher(stem).matches()) {
            bases.add(stem);
        }
        if (stem.length() >= SHORTEST && DOUBLED.matcher(stem).matches()
                || WITH_K.matcher(stem).matches()) {
            bases.add(cut(stem, 1));
        }
    }

    private static String cut(String word, int characters) {
        return word.substring(0, word.length() - characters);
    }
}
