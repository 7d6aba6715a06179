package io.tapedeck.recording;

import java.util.Locale;

/** What a task comes to for given audio, known before any work is done. */
public sealed interface Plan {
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
