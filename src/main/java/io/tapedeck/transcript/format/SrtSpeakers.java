package io.tapedeck.transcript.format;

import io.tapedeck.transcript.Voice;
import io.tapedeck.transcript.caption.Srt;
import java.util.regex.Pattern;

/** Finds out who speaks in the lines of a file of SubRip. */
final class SrtSpeakers {
    private static final Pattern MARKUP = Pattern.compile("</?[a-zA-Z][^<>]*>|\\{\\\\[^{}]*}");
    /** One word to three, each with a capital or a number at its beginning. */
    private static final Pattern NAMED =
            Pattern.compile("\\s*((?:[\\p{Lu}\\p{Lo}\\p{N}][^\\s:]{0,20}\\s?){1,3}):\\s+(.+)");

    private Voice voice = Voice.UNKNOWN;
    private boolean isFirst = true;
    private boolean hasNames;

    /** Adds a line to the text of its caption. */
    void addLine(String line, CueText text) {
        var plain = MARKUP.matcher(line).replaceAll("").replace(Srt.JOINER, "");
        if (plain.isBlank()) {
            return;
        }
        var named = NAMED.matcher(plain);
        var hasName = named.matches();
        hasNames |= isFirst && hasName;
        isFirst = false;
        if (hasNames && hasName) {
            voice = Voice.labelled(named.group(1));
            text.add(voice, named.group(2));
        } else {
            text.add(voice, plain);
        }
    }
}
