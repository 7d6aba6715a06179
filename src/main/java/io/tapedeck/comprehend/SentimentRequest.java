package io.tapedeck.comprehend;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tapedeck.aws.PostRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** How sentences are sent to Amazon Comprehend: JSON 1.1, each cut to the 5,000 bytes that it takes. */
final class SentimentRequest {
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Type", "application/x-amz-json-1.1",
            "X-Amz-Target", "Comprehend_20171127.BatchDetectSentiment");
    private static final int MOST_BYTES = 5000;

    private SentimentRequest() {}

    static PostRequest of(List<String> sentences, String language) {
        var body = JsonNodeFactory.instance.objectNode().put("LanguageCode", language);
        var texts = body.putArray("TextList");
        sentences.forEach(sentence -> texts.add(cut(sentence)));
        return new PostRequest("/", HEADERS, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** As many of the first characters as there is room for. */
    static String cut(String text) {
        var bytes = 0;
        for (int i = 0; i < text.length(); ) {
            var character = text.codePointAt(i);
            bytes += length(character);
            if (bytes > MOST_BYTES) {
                return text.substring(0, i);
            }
            i += Character.charCount(character);
        }
        return text;
    }

    /** Bytes that UTF-8 has of a character. */
    private static int length(int character) {
        if (character < 0x80) {
            return 1;
        } else if (character < 0x800) {
            return 2;
        }
        return character < Character.MIN_SUPPLEMENTARY_CODE_POINT ? 3 : 4;
    }
}
