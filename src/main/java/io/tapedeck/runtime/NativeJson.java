package io.tapedeck.runtime;

import io.tapedeck.dynamodb.Rows;
import io.tapedeck.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Has Jackson look through all that it will read and write while the image is built, not while a caller waits. */
@Singleton
class NativeJson {
    void prepare(@Observes @Initialized(ApplicationScoped.class) Object built, Json json, Rows rows) {
        json.prepare(JsonTypes.of(json));
        rows.prepare();
    }
}
