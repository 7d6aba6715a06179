package io.tapedeck.api;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The stack with ALLOW_PRIVATE_TARGETS=true. */
public class PrivateTargets implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("tapedeck.egress.allow-private-targets", "true");
    }
}
