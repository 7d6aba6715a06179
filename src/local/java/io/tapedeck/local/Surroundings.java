package io.tapedeck.local;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The template that the stack follows. */
@Singleton
class Surroundings {

    @Produces
    @Singleton
    Template template(Settings settings) {
        return Template.read(settings.template());
    }
}
