package io.tapedeck.runtime;

import io.tapedeck.comprehend.ComprehendPii;
import io.tapedeck.concurrency.Deadline;
import io.tapedeck.privacy.PersonalData;
import io.tapedeck.redaction.Finder;
import io.tapedeck.redaction.PiiDetector;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Puts together what finds personal data, with the detector elsewhere that it asks. A function makes only those parts that it uses. */
@Singleton
class PrivacyWiring {
    @Produces
    @Singleton
    PersonalData personalData(Settings.Redaction settings) {
        return new PersonalData(settings.phoneRegion().code());
    }

    @Produces
    @Singleton
    Finder finder(PersonalData own, Settings.Redaction settings, Settings.S3 s3, Clock clock, Deadline deadline) {
        return new Finder(own, detector(settings, s3.region(), clock, deadline));
    }

    static Optional<PiiDetector> detector(Settings.Redaction settings, String region, Clock clock, Deadline deadline) {
        return switch (settings.detector()) {
            case NONE -> Optional.empty();
            case AMAZON_COMPREHEND -> Optional.of(ComprehendPii.in(region, clock, deadline));
        };
    }
}
