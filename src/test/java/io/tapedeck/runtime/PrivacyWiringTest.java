package io.tapedeck.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.tapedeck.concurrency.Deadline;
import io.tapedeck.redaction.DetectorChoice;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivacyWiringTest {
    private static final String REGION = "eu-central-1";
    private static final Clock CLOCK = Clock.systemUTC();

    private final PrivacyWiring wiring = new PrivacyWiring();

    private record Redaction(DetectorChoice detector, PhoneRegion phoneRegion) implements Settings.Redaction {}

    @Test
    void nobodyOutsideIsAskedUnlessTheDeploymentSaysSo() {
        var none = new Redaction(DetectorChoice.NONE, new PhoneRegion("US"));
        var comprehend = new Redaction(DetectorChoice.AMAZON_COMPREHEND, new PhoneRegion("US"));

        assertThat(PrivacyWiring.detector(none, REGION, CLOCK, Deadline.NONE)).isEmpty();
        assertThat(PrivacyWiring.detector(comprehend, REGION, CLOCK, Deadline.NONE))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"US", "GB", "DE", "AX"})
    void telephoneNumbersAreThoseOfARegion(String region) {
        assertThatNoException()
                .isThrownBy(() -> wiring.personalData(new Redaction(DetectorChoice.NONE, new PhoneRegion(region))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "us", "UK", "USA", "ZZ", "001", "Germany", "U S"})
    void whatHasNoTelephoneNumbersIsRefusedByTheNameOfTheSetting(String region) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> wiring.personalData(new Redaction(DetectorChoice.NONE, new PhoneRegion(region))))
                .withMessageContaining("PHONE_REGION")
                .withMessageContaining("such as US");
    }
}
