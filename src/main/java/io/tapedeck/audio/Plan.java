package io.tapedeck.audio;

import static java.util.Objects.requireNonNull;

import io.tapedeck.problem.Failure;
import java.time.Duration;
import java.util.Locale;

/** What a task comes to for given audio, known before any work is done. */
public sealed interface Plan {
    /** The longest sound of a recording. */
    Duration LONGEST = Duration.ofHours(24);

    /** The largest file that S3 takes in one PUT and copies in one request: 5 GiB. */
    long MAX_SIZE = 5L << 30;

    /** The same for a result that lasts so many seconds: infeasible if that makes it too long or too large. */
    default Plan lasting(double seconds) {
        return switch (this) {
            case Infeasible infeasible -> infeasible;
            case Feasible _
            when seconds > LONGEST.toSeconds() ->
                Infeasible.because(
                        "too-long", "The result would last %.0f s; the limit is %d s.", seconds, LONGEST.toSeconds());
            case Feasible(var encoding)
            when encoding.leastBytes(seconds) > MAX_SIZE ->
                Infeasible.because(
                        "too-large",
                        "As %s, the result would have %.0f bytes; the limit is %d.",
                        encoding.format(),
                        encoding.leastBytes(seconds),
                        MAX_SIZE);
            case Feasible feasible -> feasible;
        };
    }

    /** It can be done, and the result is written so. */
    record Feasible(Encoding encoding) implements Plan {
        public Feasible {
            requireNonNull(encoding);
        }
    }

    /** It cannot be done, whatever is tried. */
    record Infeasible(Failure failure) implements Plan {
        public Infeasible {
            requireNonNull(failure);
        }

        /**
         * For a reason.
         *
         * @param message as for {@link String#format}
         */
        static Infeasible because(String code, String message, Object... values) {
            return new Infeasible(new Failure(code, String.format(Locale.ROOT, message, values)));
        }
    }
}
