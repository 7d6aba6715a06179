package io.tapedeck.privacy;

import io.tapedeck.audio.Entity;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.Voice;

/**
 * Words in a row that are personal. What they are, only the transcript tells.
 *
 * @param strength from 0 to 1: how sure the label is
 * @param segment index in the transcript
 * @param from index of the first word in the segment
 * @param to index after the last
 * @param start of the first word, seconds
 * @param end of the last one, seconds
 */
public record Span(
        Entity entity, double strength, int segment, int from, int to, double start, double end, Voice voice) {

    /** Of words of a transcript, with their times and their voice. */
    public static Span of(Entity entity, double strength, Transcript transcript, int segment, int from, int to) {
        var said = transcript.segments().get(segment);
        var first = said.words().get(from);
        var last = said.words().get(to - 1);
        return new Span(entity, strength, segment, from, to, first.start(), last.end(), said.voice());
    }
}
