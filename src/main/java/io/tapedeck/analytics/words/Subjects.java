package io.tapedeck.analytics.words;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells who may do something: people by what they are, and by their {@linkplain Names names}. The first word of a sentence, which has a
 * capital anyway, is a name where it is none of grammar and never said without one.
 */
final class Subjects {
    /** Words from "and" to the last of a name. */
    static final int LONGEST = 3;

    private static final Set<String> SOMEBODY = Set.of(
            ("i we you they he she it someone somebody engineer technician agent colleague manager supervisor team driver doctor"
                            + " nurse representative specialist department office courier adviser advisor operator staff lawyer"
                            + " assistant everyone everybody one")
                    .split(" "));

    private final Set<String> names;
    private final Set<String> plain;
    private final boolean hasCase;

    private Subjects(Set<String> names, Set<String> plain, boolean hasCase) {
        this.names = names;
        this.plain = plain;
        this.hasCase = hasCase;
    }

    /** Of a call. */
    static Subjects in(List<Sentence> sentences) {
        var plain = sentences.stream()
                .flatMap(sentence -> sentence.tokens().stream())
                .filter(token -> !Names.isCapital(token.word().text()))
                .map(Token::text)
                .collect(Collectors.toUnmodifiableSet());
        return new Subjects(Names.in(sentences), plain, Names.haveCase(sentences));
    }

    boolean isSomebody(Sentence sentence, int at) {
        return isSomebody(sentence, at, sentence.token(at));
    }

    /** Whether it is somebody with an ending such as "'ll". */
    boolean isSomebodyWith(Sentence sentence, int at, String ending) {
        var token = sentence.token(at);
        return token.endsWith(ending) && isSomebody(sentence, at, token.substring(0, token.length() - ending.length()));
    }

    private boolean isSomebody(Sentence sentence, int at, String token) {
        return SOMEBODY.contains(token)
                || Inflection.bases(token).stream().anyMatch(SOMEBODY::contains)
                || StopWords.isContent(token) && (names.contains(token) || isFirstName(sentence, at, token));
    }

    private boolean isFirstName(Sentence sentence, int at, String token) {
        return hasCase
                && at == 0
                && Names.isCapital(sentence.words().getFirst().text())
                && !token.endsWith("ing")
                && !plain.contains(token)
                && Inflection.bases(token).stream().noneMatch(plain::contains);
    }
}
