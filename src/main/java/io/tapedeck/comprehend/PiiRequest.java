package io.tapedeck.comprehend;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tapedeck.aws.PostRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** How Amazon Comprehend is asked for personal data: JSON 1.1. */
final class PiiRequest {
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Type", "application/x-amz-json-1.1",
            "X-Amz-Target", "Comprehend_20171127.DetectPiiEntities");

    private PiiRequest() {}

    static PostRequest of(String text, String language) {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("LanguageCode", language)
                .put("Text", text);
        return new PostRequest("/", HEADERS, body.toString().getBytes(StandardCharsets.UTF_8));
    }
}
