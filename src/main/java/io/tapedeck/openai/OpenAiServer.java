package io.tapedeck.openai;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * A server, and what is asked of it.
 *
 * @param transcriptions where audio is sent
 * @param key that is sent along; absent where none is wanted
 */
public record OpenAiServer(URI transcriptions, String model, Optional<String> key) {
    private static final String VERSION = "/v1";
    private static final int LONGEST_MODEL = 100;

    public OpenAiServer {
        requireNonNull(transcriptions);
        requireNonNull(model);
        requireNonNull(key);
        if (model.isBlank() || model.length() > LONGEST_MODEL) {
            throw new IllegalArgumentException("OPENAI_MODEL must be a name of 100 characters at most");
        }
    }

    /**
     * The server at an address, which may be private: whoever runs the deployment chose it.
     *
     * @param baseUrl with or without {@code /v1} at its end
     * @throws IllegalArgumentException if it is no http or https address, without naming it, or the model has no usable name
     */
    public static OpenAiServer at(String baseUrl, String model, Optional<String> key) {
        var bare = baseUrl.strip().replaceAll("/+$", "");
        var base = bare.endsWith(VERSION) ? bare : bare + VERSION;
        try {
            var address = new URI(base + "/audio/transcriptions");
            if (address.getHost() == null
                    || address.getRawUserInfo() != null
                    || address.getRawQuery() != null
                    || !address.getScheme().matches("(?i)https?")) {
                throw invalid();
            }
            return new OpenAiServer(address, model, key.filter(text -> !text.isBlank()));
        } catch (URISyntaxException e) {
            throw invalid();
        }
    }

    private static IllegalArgumentException invalid() {
        return new IllegalArgumentException(
                "OPENAI_BASE_URL must be an http or https address without a user or a query, such as https://api.openai.com");
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "OpenAiServer[%s, %s]".formatted(transcriptions.getHost(), model);
    }
}
