package io.tapedeck.comprehend;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** Reads answers: one document, in which nothing is said twice. */
final class StrictJson {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictJson() {}

    /** @throws IllegalArgumentException if it is none */
    static JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }

    /**
     * A share of one.
     *
     * @throws IllegalArgumentException if it is none
     */
    static double share(JsonNode parent, String name) {
        var share = parent.path(name);
        if (!share.isNumber() || !(share.doubleValue() >= 0 && share.doubleValue() <= 1)) {
            throw new IllegalArgumentException("must have %s from 0 to 1".formatted(name));
        }
        return share.doubleValue();
    }
}
