package io.tapedeck.transcript.caption;

import io.tapedeck.transcript.Transcript;
import java.util.stream.Collectors;

/** Writes transcripts as WebVTT, for browsers and players. */
public final class Vtt {
    private Vtt() {}

    /** The whole file; who speaks stands in {@code <v Agent>}. */
    public static String of(Transcript transcript) {
        var text = new StringBuilder("WEBVTT\n");
        for (var caption : new Captions(transcript).all()) {
            text.append('\n').append(Clock.of(caption.start(), '.')).append(" --> ");
            text.append(Clock.of(caption.end(), '.')).append('\n');
            caption.speaker()
                    .ifPresent(name -> text.append("<v ").append(escaped(name)).append('>'));
            text.append(caption.lines().stream().map(Vtt::escaped).collect(Collectors.joining("\n")));
            text.append('\n');
        }
        return text.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
