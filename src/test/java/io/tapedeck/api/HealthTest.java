package io.tapedeck.api;

import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = FreshStack.class, scope = TestResourceScope.GLOBAL)
class HealthTest {
    @Inject
    Api api;

    @Test
    void theStackIsHealthy() {
        api.anonymous().get("/health").then().statusCode(200).body("status", is("ok"));
    }

    @Test
    void aNewKeyOpensItsTenant() {
        var key = api.key("acme", "read", "write");
        api.as(key).post("/v1/recordings").then().statusCode(201).body("status", is("processing"));
        api.as(key).get("/v1/recordings").then().statusCode(200).body("items.size()", is(1));
    }
}
