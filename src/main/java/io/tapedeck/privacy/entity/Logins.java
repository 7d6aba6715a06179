package io.tapedeck.privacy.entity;

import io.tapedeck.audio.Entity;
import io.tapedeck.privacy.cue.Cue;
import io.tapedeck.privacy.cue.CueWords;
import io.tapedeck.privacy.cue.Cues;
import io.tapedeck.privacy.cue.Find;
import io.tapedeck.privacy.cue.Recogniser;
import io.tapedeck.privacy.lexicon.FunctionWords;
import io.tapedeck.privacy.lexicon.OrdinaryWords;
import io.tapedeck.privacy.token.Conversation;
import io.tapedeck.privacy.token.Kind;
import io.tapedeck.privacy.token.Line;
import io.tapedeck.privacy.token.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds user names and passwords: what follows on "my password is", or answers a question for it. */
public final class Logins implements Recogniser {
    /** Plain words of a value. */
    private static final int MOST_WORDS = 4;
    /** Tokens of a value, letters and digits included. */
    private static final int LONGEST = 30;

    private static final Set<String> NO_VALUE = Set.of(
            "wrong",
            "incorrect",
            "locked",
            "expired",
            "reset",
            "changed",
            "same",
            "different",
            "correct",
            "invalid",
            "required",
            "working",
            "field",
            "saved",
            "forgotten",
            "case",
            "sensitive",
            "too",
            "protected",
            "manager",
            "page",
            "screen",
            "box",
            "button",
            "link");
    /** What begins a new thought and ends a value. */
    private static final Set<String> ENDS = Set.of(
            "and", "but", "that", "thats", "is", "i", "it", "its", "please", "for", "when", "then", "so", "still",
            "because", "thanks", "thank", "or", "which", "if", "with", "on", "now", "though", "as");

    private static final Pattern CODE = Pattern.compile("\\d|[!#$%&*@_^+=](?!$)|\\p{Ll}\\p{Lu}|\\p{L}\\.\\p{L}");
    private static final Set<String> ASKED = Set.of("password", "username", "login", "user");
    /** Words that tell how a value is written. */
    private static final Set<String> SPELLING = Set.of(
            "capital lower lowercase upper uppercase case letter number sign mark exclamation question dollar star pound"
                    .split(" "));

    private final OrdinaryWords ordinary;
    private final CueWords words = new CueWords();

    public Logins(OrdinaryWords ordinary) {
        this.ordinary = ordinary;
        words.strong(
                        Entity.PASSWORD,
                        "password|pass word|passphrase|pass phrase|security word|memorable word|verbal password|passkey"
                                + "|secret word|safe word|code word|security question|secret question|security answer")
                .strong(
                        Entity.USERNAME,
                        "username|user name|user id|userid|user i d|login|log in|login name|login id|log in name|log in as|logged in as"
                                + "|sign in as|screen name|screenname|handle|account id|log in with|sign in name|user"
                                + "|skype|instagram|twitter|discord|telegram|snapchat|gamertag|gamer tag|nickname")
                .notPersonal("one time password|one-time password|login page|log in page|login screen|login button");
    }

    @Override
    public List<Find> find(Conversation conversation) {
        var finds = new ArrayList<Find>();
        for (var cue : Cues.of(conversation, words).all()) {
            var line = conversation.lineOf(cue.last());
            if (cue.subject().isPersonal()) {
                Answer.to(cue, conversation).stream()
                        .map(answer -> value(answer, cue))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .ifPresent(finds::add);
                before(cue, line).ifPresent(finds::add);
            }
        }
        return finds;
    }

    private Optional<Find> value(Answer answer, Cue cue) {
        var isAs = cue.last().text().equals("as") || cue.last().text().equals("with");
        if (answer.first().isOneOf(ASKED)
                || !answer.isReply() && answer.first().isOneOf(NO_VALUE)
                || !isValue(answer.first(), answer.isIntroduced() || isAs)) {
            return Optional.empty();
        }
        var tokens = tokens(answer);
        return tokens.isEmpty()
                ? Optional.empty()
                : Optional.of(new Find(cue.subject().entity().orElseThrow(), Find.STRONG, tokens));
    }

    /** Whether a value can begin with a token; where nothing leads to it, it has to look like one. */
    private boolean isValue(Token token, boolean isIntroduced) {
        if (FunctionWords.contains(token.text()) && !token.text().equals("at")) {
            return isCode(token.raw()) && !token.is(Kind.LETTER) && !token.is(Kind.DIGIT);
        }
        return isIntroduced || isCode(token.raw()) || Host.isCharacters(token) || !ordinary.contains(token.text());
    }

    private static List<Token> tokens(Answer answer) {
        var line = answer.line();
        var tokens = new ArrayList<Token>();
        var words = 0;
        for (int i = answer.position(); i < line.size() && i - answer.position() < LONGEST; i++) {
            var token = line.at(i);
            var isNewTurn = i > answer.position() && !line.continues(i);
            if (isNewTurn
                    || !tokens.isEmpty() && token.isOneOf(ENDS)
                    || token.is(Kind.WORD) && !token.isOneOf(SPELLING) && ++words > MOST_WORDS) {
                break;
            }
            if (!token.is(Kind.FILLER)) {
                tokens.add(token);
            }
            if (token.endsClause()) {
                break;
            }
        }
        return tokens;
    }

    /** "… as the password". */
    private Optional<Find> before(Cue cue, Line line) {
        var i = cue.first().position() - 1;
        if (line.isAt(i, Set.of("the", "my", "a")) && line.isAt(i - 1, Set.of("as", "is")) && line.continues(i)) {
            var token = i >= 2 ? line.at(i - 2) : line.at(i);
            if (token.is(Kind.MIXED) || isCode(token.raw())) {
                return Optional.of(new Find(cue.subject().entity().orElseThrow(), Find.WEAK, List.of(token)));
            }
        }
        return Optional.empty();
    }

    /** Whether something is written as no word is: with digits, marks or capitals inside. */
    private static boolean isCode(String raw) {
        return raw.length() > 1 && CODE.matcher(raw).find();
    }
}
