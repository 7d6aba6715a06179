package io.tapedeck.privacy;

import io.tapedeck.audio.Entity;
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
        Entity entity, double strength, int segment, int from, int to, double start, double end, Voice voice) {}
