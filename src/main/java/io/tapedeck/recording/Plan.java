package io.tapedeck.recording;

import java.util.Locale;

/** What a task comes to for given audio, known before any work is done. */
public sealed interface Plan {
    /** The longest sound of a recording: a day, in seconds. */
    double LONGEST = 86_400;

    /** Bytes that an object of a bucket takes in one piece: 5 GiB. */
    double LARGEST = 5.0 * (1L << 30);

    /** The same for a result that lasts so many seconds: infeasible if that makes it too long or too large. */
    default Plan lasting(double seconds) {
        return switch (this) {
            case Infeasible infeasible -> infeasible;
            case Feasible _
            when seconds > LONGEST ->
                Infeasible.because(
                        "too-long", "The result would last %.0f s; it can last %.0f s at most.", seconds, LONGEST);
            case Feasible(var encoding)
            when encoding.leastBytes(seconds) > LARGEST ->
                Infeasible.because(
                        "too-large",
                        "As %s the result would take %.0f bytes; it can take %.0f at most.",
                        encoding.format(),
                        encoding.leastBytes(seconds),
                        LARGEST);
            case Feasible feasible -> feasible;
        };
    }

    /** It can be done, and the result is written so. */
    record Feasible(Encoding encoding) implements Plan {}

    /** It cannot be done, whatever is tried. */
    record Infeasible(Failure failure) implements Plan {
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
