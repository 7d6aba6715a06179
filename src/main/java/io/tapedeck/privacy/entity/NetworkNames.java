package io.tapedeck.privacy.entity;

import io.tapedeck.audio.Entity;
import io.tapedeck.privacy.cue.CueWords;
import io.tapedeck.privacy.cue.Cues;
import io.tapedeck.privacy.cue.Find;
import io.tapedeck.privacy.cue.Recogniser;
import io.tapedeck.privacy.lexicon.FunctionWords;
import io.tapedeck.privacy.token.Conversation;
import io.tapedeck.privacy.token.Kind;
import io.tapedeck.privacy.token.Line;
import io.tapedeck.privacy.token.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds e-mail and web addresses, written or spoken: a host with something and "at" before it, or with a path behind it. */
public final class NetworkNames implements Recogniser {
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,253}\\.[\\p{L}]{2,}.*");
    private static final Pattern URL = Pattern.compile("(https?://|www\\.)\\S+.*|([a-z0-9-]+\\.){1,10}[a-z]{2,}/\\S*");
    private static final Set<String> SLASHES = Set.of("slash", "backslash");
    private static final Set<String> DIRECTIONS = Set.of("forward", "back");
    private static final Set<String> SCHEMES = Set.of("http", "https", "colon");
    private static final Set<String> NO_LOCAL_PART = Set.of(
            "site", "website", "page", "online", "us", "account", "profile", "found", "address", "name", "mail",
            "shop");
    /** Words that the part before "at" is said in. */
    private static final int MOST_WORDS = 3;
    /** Tokens that the part before "at" is said in, letters and digits included. */
    private static final int LONGEST = 40;

    private final CueWords words = new CueWords()
            .strong(Entity.EMAIL, "email|e-mail|e mail|email address|e-mail address|mail address|mail|mailbox|inbox");

    @Override
    public List<Find> find(Conversation conversation) {
        var cues = Cues.of(conversation, words);
        var finds = new ArrayList<Find>();
        for (var line : conversation.lines()) {
            written(line, finds);
            Host.in(line, token -> !cues.before(token).isEmpty()).stream()
                    .map(NetworkNames::find)
                    .flatMap(Optional::stream)
                    .forEach(finds::add);
        }
        return finds;
    }

    private static void written(Line line, List<Find> finds) {
        for (var token : line.tokens()) {
            if (token.is(Kind.LETTER) || token.text().indexOf('.') < 0) {
                continue;
            }
            if (EMAIL.matcher(token.text()).matches()) {
                finds.add(new Find(Entity.EMAIL, Find.STRONG, List.of(token)));
            } else if (URL.matcher(token.text()).matches()) {
                finds.add(new Find(Entity.URL, Find.STRONG, List.of(token)));
            }
        }
    }

    private static Optional<Find> find(Host host) {
        var line = host.line();
        var local = host.from() > 0 && line.says(host.from() - 1, "at") ? local(line, host.from() - 1) : host.from();
        if (local < host.from() - 1) {
            return Optional.of(find(Entity.EMAIL, line, local, host.to()));
        }
        return host.isKnown()
                ? Optional.of(find(Entity.URL, line, scheme(line, host.from()), path(line, host.to())))
                : Optional.empty();
    }

    private static Find find(Entity entity, Line line, int from, int to) {
        var tokens = line.tokens().subList(from, to + 1).stream()
                .filter(token -> !token.is(Kind.FILLER))
                .toList();
        return new Find(entity, Find.STRONG, tokens);
    }

    /** The first token of the part before "at"; the place of "at" if there is none. */
    private static int local(Line line, int at) {
        var from = at;
        var words = 0;
        for (int i = at - 1; i >= 0 && at - i <= LONGEST; i--) {
            var token = line.at(i);
            if (isCallWord(line, i)) {
                i -= 3;
                from = i;
            } else if (Host.isCharacters(token) || Host.isJoint(token)) {
                from = Host.isJoint(token) ? from : i;
                words = 0;
            } else if (isLocalWord(token) && words < MOST_WORDS && !(token.endsClause() && i + 1 < at)) {
                from = i;
                words++;
            } else if (!token.is(Kind.FILLER) || words > 0) {
                break;
            }
        }
        return from;
    }

    private static boolean isLocalWord(Token token) {
        return token.is(Kind.WORD) && !FunctionWords.contains(token.text()) && !token.isOneOf(NO_LOCAL_PART);
    }

    /** Whether a letter's word ends here: "k as in kilo". */
    private static boolean isCallWord(Line line, int position) {
        return position >= 3 && line.says(position - 2, "as", "in") && line.isAt(position - 3, Kind.LETTER);
    }

    /** The first token of "h t t p s colon slash slash" before a host. */
    private static int scheme(Line line, int host) {
        var from = host;
        while (from > 0
                && (line.isAt(from - 1, SLASHES)
                        || line.isAt(from - 1, SCHEMES)
                        || from < host && line.isAt(from - 1, Kind.LETTER))) {
            from--;
        }
        return from;
    }

    /** The last token of the path behind a host. */
    private static int path(Line line, int host) {
        var to = host;
        while (true) {
            var slash = line.isAt(to + 1, DIRECTIONS) ? to + 2 : to + 1;
            if (!line.isAt(slash, SLASHES) || slash + 1 >= line.size()) {
                return to;
            }
            to = label(line, slash + 1);
        }
    }

    private static int label(Line line, int from) {
        var to = from;
        var hasWord = line.isAt(from, Kind.WORD);
        while (line.continues(to + 1) && !line.at(to).endsClause()) {
            var next = line.at(to + 1);
            var isWord = next.is(Kind.WORD) && !hasWord && !FunctionWords.contains(next.text());
            if (!isWord && !Host.isCharacters(next) && !Host.isJoint(next)) {
                break;
            }
            hasWord = isWord || hasWord && !Host.isJoint(next);
            to++;
        }
        return to;
    }
}
