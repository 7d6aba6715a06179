package io.tapedeck.bedrock;

import static java.util.Objects.requireNonNull;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A model of Amazon Bedrock.
 *
 * @param text its id, or that of an inference profile that Amazon defines
 */
public record ModelId(String text) {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9:._-]{0,255}");

    /** @throws IllegalArgumentException if there can be no such model */
    public ModelId {
        requireNonNull(text);
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "SUMMARY_MODEL must be the id of a model or an inference profile of Amazon Bedrock, such as amazon.nova-lite-v1:0");
        }
    }

    /** As a part of a path. */
    String encoded() {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
