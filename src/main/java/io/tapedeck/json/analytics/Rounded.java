package io.tapedeck.json.analytics;

import java.util.Optional;
import java.util.OptionalDouble;

/** Figures without digits that say nothing: to a ten thousandth. */
final class Rounded {
    private static final double TEN_THOUSAND = 10_000;

    private Rounded() {}

    static double of(double figure) {
        return Math.round(figure * TEN_THOUSAND) / TEN_THOUSAND;
    }

    static Optional<Double> of(OptionalDouble figure) {
        return figure.isPresent() ? Optional.of(of(figure.getAsDouble())) : Optional.empty();
    }
}
