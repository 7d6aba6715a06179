package io.tapedeck.privacy.token;

import io.tapedeck.transcript.Placeholder;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a recogniser writes for what is no word: "[noise]", "(inaudible)", "&lt;unk&gt;", "*cough*", "[background noise]". It stands anywhere,
 * also inside a number, and says nothing. What stands for something that was taken out is none.
 */
public final class Sounds {
    /** Words between two brackets. */
    private static final int LONGEST = 5;

    private static final String OPENING = "[<{(*+«【♪~_#|";
    private static final String CLOSING = "]>})*+»】♪~_#|";
    /** Brackets in which people write no remarks of their own. */
    private static final String TECHNICAL = "[<{";

    private static final Pattern AFTER = Pattern.compile("[.,;:!?]+$");
    private static final Pattern CLOCK = Pattern.compile("\\d{1,2}(:\\d{2}){1,2}([.,]\\d+)?");
    /** When it was heard, or which one it is: "inaudible 00:12:15". */
    private static final Pattern BEHIND = Pattern.compile("(?<=\\p{L})[ _-]?(\\d{1,2}|" + CLOCK + ")$");
    /** One inside a word. */
    private static final Pattern WITHIN = Pattern.compile(
            "(?<=[\\p{L}\\p{N}])[\\[<({*](\\p{L}+)[\\]>)}*]|[\\[<({*](\\p{L}+)[\\]>)}*](?=[\\p{L}\\p{N}])");

    private static final Pattern SPEAKER = Pattern.compile("(speaker|spk|channel)[ _#-]?\\d*");
    /** What no name is written with: "BLANK_AUDIO", "|en|". */
    private static final Pattern CODE = Pattern.compile("[_|]");
    /** Words that stand beside those that are listed: "music playing in the background". */
    private static final Set<String> WITH_OTHERS = Set.of(
            "a", "the", "in", "of", "on", "and", "no", "playing", "shut", "shuts", "cuts", "cut", "out", "off", "loud",
            "heavy", "low", "line", "starts", "ends", "soft", "side", "hung", "up");

    private static final Pattern LETTERS = Pattern.compile("[\\p{L}|/_' -]+");
    private static final Pattern APART = Pattern.compile("[^\\p{L}]+");
    private static final Pattern LISTED = Pattern.compile("("
            + ("noise inaudible unintelligible indistinct unclear laugh laughter chuckle giggl cough sneez sniff sigh"
                            + " breath breathing inhal exhal gasp groan cry sob clear throat music sing song applause clap cheer silence silent pause paus beep buzz"
                            + " ring rington ringtone tone dtmf dial click static crosstalk cross cross-talk overlap background door slam knock dog bark type typ"
                            + " keyboard key foreign language speech speak phone rustl hum whistl blank audio unk unknown sil spn nsn eps nospeech"
                            + " notimestamps startoftranscript endoftext wind echo feedback hold chatter mumble mumbl murmur voice vocalized vocal lip smack swallow"
                            + " yawn hiccup burp snort scream shout whisper child baby traffic siren alarm engine thud bang clatter footstep paper redaction censored"
                            + " bleep expletive skip omitted garbled garbl distort distorted interference event sound glitch gap")
                    .replace(' ', '|')
            + ")(s|es|e|d|ed|ing|[a-z]ing)?");

    private Sounds() {}

    /** Which of some words are, by their places. */
    public static BitSet of(List<String> words) {
        var sounds = new BitSet();
        for (int i = 0; i < words.size(); i++) {
            if (!sounds.get(i) && OPENING.indexOf(first(words.get(i))) >= 0) {
                sounds.set(i, end(words, i));
            }
        }
        return sounds;
    }

    /** A word without those inside it: "415[noise]555". */
    static String without(String word) {
        return word.chars().noneMatch(character -> OPENING.indexOf(character) >= 0)
                ? word
                : WITHIN.matcher(word).replaceAll(found -> isListed(APART.split(found.group())) ? "-" : "$0");
    }

    private static boolean isListed(String[] parts) {
        return isListed(parts[parts.length - 1].toLowerCase(Locale.ROOT));
    }

    private static boolean isListed(String word) {
        return LISTED.matcher(word).matches();
    }

    private static char first(String word) {
        return word.isEmpty() ? ' ' : word.charAt(0);
    }

    /** The place after the one that begins here; the same place if none does. */
    private static int end(List<String> words, int start) {
        var bracket = OPENING.indexOf(first(words.get(start)));
        var closing = CLOSING.charAt(bracket);
        var text = new StringBuilder();
        for (int i = start; i < words.size() && i - start < LONGEST && !Placeholder.is(words.get(i)); i++) {
            text.append(i > start ? " " : "").append(words.get(i));
            var whole = AFTER.matcher(text).replaceFirst("");
            if (whole.length() > 1 && whole.charAt(whole.length() - 1) == closing) {
                return isSound(inside(whole), TECHNICAL.indexOf(OPENING.charAt(bracket)) < 0) ? i + 1 : start;
            }
        }
        return start;
    }

    private static String inside(String whole) {
        var from = 0;
        var to = whole.length();
        while (from < to && OPENING.indexOf(whole.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && CLOSING.indexOf(whole.charAt(to - 1)) >= 0) {
            to--;
        }
        return whole.substring(from, to).strip();
    }

    private static boolean isSound(String text, boolean mayBeRemark) {
        var lower = text.toLowerCase(Locale.ROOT);
        if (CLOCK.matcher(text).matches() || SPEAKER.matcher(lower).matches()) {
            return !mayBeRemark;
        }
        var name = BEHIND.matcher(lower).replaceFirst("");
        var parts =
                Arrays.stream(APART.split(name)).filter(part -> !part.isEmpty()).toList();
        if (!LETTERS.matcher(name).matches()
                || parts.isEmpty()
                || parts.stream().anyMatch(Pieces::isPart)) {
            return false;
        }
        var isDescribed = parts.stream().anyMatch(Sounds::isListed)
                && parts.stream().allMatch(part -> isListed(part) || WITH_OTHERS.contains(part));
        return isDescribed || !mayBeRemark && CODE.matcher(text).find();
    }
}
