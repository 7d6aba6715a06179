package io.tapedeck.runtime;

import io.quarkus.funqy.runtime.FunctionRecorder;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

/**
 * Puts the function that this process is for together while it starts, with all that it needs. Lambda gives more of the
 * processor to that than to the first invocation, and what is set wrong shows at once.
 */
@Singleton
class Start {
    void prepare(@Observes StartupEvent started, Settings.Runtime settings, @Any Instance<Object> beans) {
        settings.function()
                .map(FunctionRecorder.registry::matchInvoker)
                .ifPresent(known -> beans.select(known.getTargetClass()).get());
    }
}
