package io.tapedeck.local;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What the stack finds: its template, and the machine's clock unless somebody brings another. */
@Singleton
class Surroundings {

    @Produces
    @Singleton
    Template template(Settings settings) {
        return Template.read(settings.template());
    }

    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
