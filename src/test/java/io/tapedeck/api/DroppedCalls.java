package io.tapedeck.api;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The stack with DROP_LAYOUTS. */
public class DroppedCalls implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "tapedeck.drop.layouts",
                "uploads/{tenant}/calls/{call}_{start}_UTC.wav uploads/{tenant}/analysis/{call}_analysis_{*}.json");
    }
}
