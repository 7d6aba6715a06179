package io.tapedeck.analytics.words;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** What an engine outside says when it is asked. */
public sealed interface OutsideAnswer<T> {
    /** What was asked for. */
    record Given<T>(T answer) implements OutsideAnswer<T> {
        public Given {
            requireNonNull(answer);
        }
    }

    /** Nothing that can be taken. */
    record Missed<T>(Miss why) implements OutsideAnswer<T> {
        public Missed {
            requireNonNull(why);
        }
    }

    /** What was asked for; empty where it was not given. */
    default Optional<T> given() {
        return switch (this) {
            case Given<T> given -> Optional.of(given.answer());
            case Missed<T> _ -> Optional.empty();
        };
    }

    /** Why it was not given; empty where it was. */
    default Optional<Miss> missed() {
        return switch (this) {
            case Given<T> _ -> Optional.empty();
            case Missed<T> missed -> Optional.of(missed.why());
        };
    }
}
