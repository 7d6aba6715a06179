package io.tapedeck.aws;

import java.util.Map;

/**
 * What is sent to a service of AWS.
 *
 * @param path with what is no letter, digit or one of {@code -._~/} as per cent and two digits
 * @param headers but for those that sign it
 * @param body JSON
 */
public record JsonRequest(String path, Map<String, String> headers, byte[] body) {
    public JsonRequest {
        headers = Map.copyOf(headers);
    }
}
