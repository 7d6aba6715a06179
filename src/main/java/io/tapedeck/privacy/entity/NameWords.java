package io.tapedeck.privacy.entity;

import io.tapedeck.audio.Entity;
import io.tapedeck.privacy.cue.Find;
import io.tapedeck.privacy.lexicon.Calendar;
import io.tapedeck.privacy.lexicon.FirstNames;
import io.tapedeck.privacy.lexicon.FunctionWords;
import io.tapedeck.privacy.lexicon.OrdinaryWords;
import io.tapedeck.privacy.token.Kind;
import io.tapedeck.privacy.token.Line;
import io.tapedeck.privacy.token.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Tells which words are a name.
 *
 * @param isCased whether capitals are written, so that what has none is no name
 */
record NameWords(boolean isCased, OrdinaryWords ordinary, FirstNames firstNames) {
    private static final int LONGEST = 4;
    private static final Pattern POSSESSIVE = Pattern.compile("['’]s\\W*$");
    private static final Set<String> ARTICLES = Set.of("the", "a", "an");

    /** After "my name is", or at the beginning of an answer to a question for a name: whatever can be one. */
    Optional<Find> afterQuestion(Line line, int position, boolean isIntroduced) {
        var first = line.at(position);
        if (line.isAt(position - 1, ARTICLES)
                || !isWritten(first)
                || !isIntroduced && !isFirst(first)
                || isIntroduced && !isPossible(first)) {
            return Optional.empty();
        }
        return Optional.of(name(line, position, Find.STRONG, this::isPossible));
    }

    /** After "this is" and its like: what is listed, or is no other word. */
    Optional<Find> afterPhrase(Line line, int position) {
        var first = line.at(position);
        return isWritten(first) && isFirst(first)
                ? Optional.of(name(line, position, Find.WEAK, this::isSurname))
                : Optional.empty();
    }

    /** After "Mrs.": whatever can be a name. */
    Optional<Find> afterTitle(Line line, int position) {
        var first = line.at(position);
        return isWritten(first) && isPossible(first)
                ? Optional.of(name(line, position, Find.WEAK, this::isUncommon))
                : Optional.empty();
    }

    /** First names that are listed, wherever they stand. */
    List<Find> listed(Line line) {
        var finds = new ArrayList<Find>();
        for (int i = 0; i < line.size(); i++) {
            if (isListed(line.at(i)) || isBesideSurname(line, i)) {
                var find = name(line, i, Find.BARE, this::isSurname);
                finds.add(find);
                i = find.last().position();
            }
        }
        return finds;
    }

    /** Whether it is "Bill" in "it's Bill Carter": an ordinary word that is listed too, with capitals within a sentence. */
    private boolean isBesideSurname(Line line, int position) {
        var token = line.at(position);
        return isCased
                && line.continues(position)
                && line.continues(position + 1)
                && !line.at(position - 1).endsSentence()
                && !token.endsClause()
                && isWritten(token)
                && firstNames.isListed(token.text())
                && !Calendar.isMonth(token.text())
                && isWritten(line.at(position + 1))
                && isSurname(line.at(position + 1));
    }

    private Find name(Line line, int position, double strength, Predicate<Token> isMore) {
        var tokens = new ArrayList<Token>(List.of(line.at(position)));
        for (int i = position + 1; line.continues(i) && tokens.size() < LONGEST; i++) {
            var before = line.at(i - 1);
            if (before.endsClause()
                    || isPossessive(before)
                    || !isInitial(line, i, isMore) && !isMore(line, i, tokens, isMore)) {
                break;
            }
            tokens.add(line.at(i));
        }
        return new Find(Entity.NAME, strength, tokens);
    }

    /** A letter between two names: "marcus t bell". */
    private boolean isInitial(Line line, int position, Predicate<Token> isMore) {
        return line.isAt(position, Kind.LETTER)
                && !line.isAt(position - 1, Kind.LETTER)
                && line.continues(position + 1)
                && isWritten(line.at(position + 1))
                && isMore.test(line.at(position + 1));
    }

    private boolean isMore(Line line, int position, List<Token> tokens, Predicate<Token> isMore) {
        var isSecond = tokens.size() == 1 || line.isAt(position - 1, Kind.LETTER);
        return isWritten(line.at(position))
                && (isSecond ? isMore : (Predicate<Token>) this::isUncommon).test(line.at(position));
    }

    /** Whether it is written as a name can be. */
    private boolean isWritten(Token token) {
        return token.is(Kind.WORD) && token.text().length() > 1 && (!isCased || token.isCapital());
    }

    private boolean isListed(Token token) {
        return isWritten(token) && firstNames.contains(bare(token));
    }

    /** Whether a name can begin with it where a phrase leads to one. */
    private boolean isFirst(Token token) {
        return isListed(token)
                || isUncommon(token)
                || firstNames.mayContain(bare(token))
                        && isCased
                        && !FunctionWords.contains(token.text())
                        && !Calendar.isMonth(token.text());
    }

    /** Whether it can follow on a first name: it is no other word, or is a name as well. */
    private boolean isSurname(Token token) {
        return isUncommon(token)
                || firstNames.mayContain(bare(token)) && isPossible(token) && !Calendar.isMonth(token.text());
    }

    private boolean isUncommon(Token token) {
        return !ordinary.contains(token.text()) && !ordinary.contains(bare(token)) && isPossible(token);
    }

    private boolean isPossible(Token token) {
        return !FunctionWords.contains(token.text())
                && token.text().chars().allMatch(c -> Character.isLetter(c) || c == '-' || isAccent(c));
    }

    /** Whether it belongs to a letter that is never written as one character. */
    private static boolean isAccent(int character) {
        return Character.getType(character) == Character.NON_SPACING_MARK;
    }

    private static String bare(Token token) {
        return isPossessive(token) ? token.text().substring(0, token.text().length() - 1) : token.text();
    }

    private static boolean isPossessive(Token token) {
        return token.text().endsWith("s") && POSSESSIVE.matcher(token.raw()).find();
    }
}
