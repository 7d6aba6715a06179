package io.tapedeck.analytics.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InflectionTest {
    @ParameterizedTest
    @CsvSource({
        "cancel, cancelled",
        "cancel, canceled",
        "cancel, cancelling",
        "cancel, cancels",
        "refunds, refunded",
        "hope, hoping",
        "hop, hopping",
        "charge, charging",
        "charges, charged",
        "try, tried",
        "try, tries",
        "box, boxes",
        "call, called",
        "visit, visited",
        "stop, stopped",
        "customer, customer's",
        "customers, customers'",
        "send, sent",
        "go, went",
        "pay, paid",
        "child, children",
        "die, dying",
        "fix, fixed",
        "pass, passed",
        "agree, agreed",
        "use, using"
    })
    void formsOfOneWordHaveABaseInCommon(String one, String other) {
        assertThat(isSame(one, other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "car, care",
        "car, cared",
        "hop, hope",
        "hop, hoped",
        "hope, hopped",
        "new, news",
        "hi, his",
        "even, evening",
        "star, stared",
        "plan, plane",
        "plan, planed",
        "cancel, cancellation",
        "order, border",
        "us, use",
        "thin, thing",
        "for, fore"
    })
    void othersHaveNone(String one, String other) {
        assertThat(isSame(one, other)).isFalse();
    }

    private static boolean isSame(String one, String other) {
        return !Collections.disjoint(Inflection.bases(one), Inflection.bases(other));
    }
}
