package io.tapedeck.local;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/** What the stack finds around it: the template that it follows, and the memory that it has. */
@Singleton
class Surroundings {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Produces
    @Singleton
    Template template(Settings settings) {
        return Template.read(settings.template(), settings.parameters());
    }

    @Produces
    @Singleton
    Bodies bodies() {
        return Bodies.fitting(Runtime.getRuntime().maxMemory(), PATIENCE);
    }
}
