package io.tapedeck.analytics.words;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Where a figure comes from that there is more than one source of.
 *
 * @param missed why it does not come from the engine outside that was asked first; empty where none was, or it does
 */
public record Provenance<S>(S source, Optional<Miss> missed) {
    public Provenance {
        requireNonNull(source);
        requireNonNull(missed);
    }

    static <S> Provenance<S> of(Optional<? extends OutsideAnswer<?>> outside, S theirs, S ours) {
        var isTheirs = outside.flatMap(OutsideAnswer::given).isPresent();
        return new Provenance<>(isTheirs ? theirs : ours, outside.flatMap(OutsideAnswer::missed));
    }
}
