package io.tapedeck.aws;

import java.util.Map;

/**
 * What is sent to a service of AWS.
 *
 * @param path with what is no letter, digit or one of {@code -._~/} as per cent and two digits
 * @param headers but for those that sign it
 * @param body as the service reads it, whose type is among the headers
 */
public record PostRequest(String path, Map<String, String> headers, byte[] body) {
    public PostRequest {
        headers = Map.copyOf(headers);
    }
}
