package io.tapedeck.transcript.caption;

import io.tapedeck.transcript.Transcript;

/** Writes transcripts as text: a line for each turn, with its time and who speaks. */
public final class PlainTranscript {
    private static final double MILLISECONDS = 1000;

    private PlainTranscript() {}

    /** Such as {@code [00:01:02] Agent: Hello.} */
    public static String of(Transcript transcript) {
        var names = new SpeakerNames(transcript);
        var text = new StringBuilder();
        for (var segment : transcript.segments()) {
            text.append('[')
                    .append(Clock.of((long) (segment.start() * MILLISECONDS)))
                    .append("] ");
            names.of(segment.voice()).ifPresent(name -> text.append(name).append(": "));
            text.append(segment.text()).append('\n');
        }
        return text.toString();
    }
}
