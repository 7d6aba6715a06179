package io.tapedeck.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapedeck.json.Json;
import io.tapedeck.log.FixedPlatform;
import io.tapedeck.log.InvocationLog;
import java.util.Optional;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;

class JsonLogTest {
    private final Json json = new Json();
    private final JsonLog log =
            new JsonLog(json, new FixedPlatform(Optional.of("x"), Optional.of("6bc28136"), Optional.empty()));

    @Test
    void whatIsLoggedIsALineOfJson() {
        var entry = entry("io.tapedeck.work.Claims", "a \"lease\"\nof %s");
        entry.setParameters(new Object[] {"rec_1"});

        var text = log.format(entry);

        assertThat(text).endsWith("}\n").containsOnlyOnce("\n");
        assertThat(json.read(text)).isEqualTo(json.read("""
                {"level": "WARN", "logger": "io.tapedeck.work.Claims", "message": "a \\"lease\\"\\nof rec_1",
                 "requestId": "6bc28136"}
                """));
    }

    @Test
    void whatWasThrownIsToldByItsPlaceAndWithoutItsWords() {
        var entry = entry("io.tapedeck.work.Ingest", "attempt 1 failed");
        entry.setThrown(new IllegalStateException("call of Ann"));

        var line = json.read(log.format(entry));

        assertThat(line.path("stackTrace"))
                .extracting(JsonNode::textValue)
                .startsWith("java.lang.IllegalStateException")
                .anyMatch(frame -> frame.contains("JsonLogTest"));
        assertThat(line.toString()).doesNotContain("Ann");
    }

    @Test
    void levelsHaveOneNameEach() {
        assertThat(level(Level.FATAL)).isEqualTo(level(Level.SEVERE)).isEqualTo("ERROR");
        assertThat(level(Level.WARN)).isEqualTo(level(Level.WARNING)).isEqualTo("WARN");
        assertThat(level(Level.INFO)).isEqualTo("INFO");
        assertThat(level(Level.DEBUG)).isEqualTo(level(Level.FINE)).isEqualTo("DEBUG");
    }

    @Test
    void anInvocationsLineIsLeftAsItIs() {
        assertThat(log.format(entry(InvocationLog.LOGGER, "{\"function\":\"list\"}")))
                .isEqualTo("{\"function\":\"list\"}\n");
    }

    private String level(java.util.logging.Level level) {
        var entry = entry("io.tapedeck", "…");
        entry.setLevel(level);
        return json.read(log.format(entry)).path("level").textValue();
    }

    private static ExtLogRecord entry(String logger, String message) {
        return new ExtLogRecord(Level.WARN, message, FormatStyle.PRINTF, JsonLogTest.class.getName()) {
            {
                setLoggerName(logger);
            }
        };
    }
}
