package io.tapedeck.json;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The transcript of what is shared, without what a listener has no use for.
 *
 * @param language of what is said, a language tag as {@code en-US}
 */
public record SharedTranscriptView(Optional<String> language, List<Turn> segments) {
    /**
     * What one voice says in one go.
     *
     * @param speaker the label, absent where the engine gave none
     * @param channel counted from 0, absent where the transcript is of no channel
     * @param start seconds from the beginning of what is shared
     * @param end seconds from the beginning of what is shared
     */
    public record Turn(
            Optional<String> speaker,
            Optional<String> role,
            OptionalInt channel,
            double start,
            double end,
            String text) {}
}
