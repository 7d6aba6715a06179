package io.tapedeck.privacy.entity;

import io.tapedeck.audio.Entity;
import io.tapedeck.privacy.cue.Find;
import io.tapedeck.privacy.cue.Recogniser;
import io.tapedeck.privacy.token.Conversation;
import io.tapedeck.privacy.token.Kind;
import io.tapedeck.privacy.token.Line;
import io.tapedeck.privacy.token.Numeral;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds IP addresses by their form: four numbers with dots between them, or what has the colons of version 6. */
public final class IpAddresses implements Recogniser {
    private static final int NUMBERS = 4;
    private static final int LONGEST_NUMBER = 3;
    private static final Set<String> DOTS = Set.of("dot", "point");
    private static final String BYTE = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern VERSION_4 = Pattern.compile("(" + BYTE + "\\.){3}" + BYTE + "([:/]\\d+)?");
    private static final Pattern VERSION_6 = Pattern.compile("[0-9a-f:]{2,45}(/\\d{1,3})?");
    private static final int COLONS = 7;

    @Override
    public List<Find> find(Conversation conversation) {
        var finds = new ArrayList<Find>();
        conversation.lines().forEach(line -> find(line, finds));
        return finds;
    }

    private static void find(Line line, List<Find> finds) {
        for (int i = 0; i < line.size(); i++) {
            var text = line.at(i).text();
            if (line.at(i).is(Kind.WORD) && text.indexOf(':') < 0 && text.indexOf('.') < 0) {
                continue;
            }
            if (VERSION_4.matcher(text).matches() || isVersion6(text)) {
                finds.add(new Find(Entity.IP_ADDRESS, Find.STRONG, List.of(line.at(i))));
                continue;
            }
            var end = spoken(line, i);
            if (end.isPresent()) {
                finds.add(new Find(Entity.IP_ADDRESS, Find.STRONG, line.tokens().subList(i, end.getAsInt())));
                i = end.getAsInt() - 1;
            }
        }
    }

    private static boolean isVersion6(String text) {
        var colons = text.chars().filter(c -> c == ':').count();
        return VERSION_6.matcher(text).matches() && (colons == COLONS || colons > 1 && text.contains("::"));
    }

    /** The place after one that begins here. */
    private static OptionalInt spoken(Line line, int start) {
        var next = start;
        for (int i = 0; i < NUMBERS; i++) {
            if (i > 0) {
                if (!line.isAt(next, DOTS)) {
                    return OptionalInt.empty();
                }
                next++;
            }
            var end = number(line, next);
            if (end == next) {
                return OptionalInt.empty();
            }
            next = end;
        }
        return OptionalInt.of(next);
    }

    private static int number(Line line, int start) {
        var digits = 0;
        var next = start;
        while (next < line.size() && digits < LONGEST_NUMBER && !line.isAt(next, Kind.MARK)) {
            var numeral = Numeral.of(line, next, true);
            if (numeral.isNothing()) {
                break;
            }
            digits += numeral.characters().length();
            next += numeral.tokens();
        }
        return next;
    }
}
