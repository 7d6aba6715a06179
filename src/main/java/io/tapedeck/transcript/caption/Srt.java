package io.tapedeck.transcript.caption;

import io.tapedeck.transcript.Transcript;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes transcripts as SubRip, which most programs for video read. */
public final class Srt {
    /** Invisible; the format has no way to write what would be read as markup, so that is kept from being it. */
    public static final String JOINER = "\u2060";

    private static final Pattern MARKUP = Pattern.compile("<(?=[/!\\p{L}])|\\{(?=[\\\\\\p{L}])|--(?=>)");

    private Srt() {}

    /** The whole file; who speaks stands in front, as {@code Agent:}, where that changes. */
    public static String of(Transcript transcript) {
        var text = new StringBuilder();
        var number = 0;
        Optional<String> before = Optional.empty();
        for (var caption : new Captions(transcript).all()) {
            text.append(++number).append('\n');
            text.append(Clock.of(caption.start(), ',')).append(" --> ");
            text.append(Clock.of(caption.end(), ',')).append('\n');
            if (!caption.speaker().equals(before)) {
                caption.speaker().ifPresent(name -> text.append(plain(name)).append(": "));
            }
            before = caption.speaker();
            caption.lines().forEach(line -> text.append(plain(line)).append('\n'));
            text.append('\n');
        }
        return text.toString();
    }

    private static String plain(String text) {
        return MARKUP.matcher(text).replaceAll(found -> Matcher.quoteReplacement(found.group()) + JOINER);
    }
}
