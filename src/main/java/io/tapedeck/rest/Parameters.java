package io.tapedeck.rest;

import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/** Names and values as queries and forms have them. */
public final class Parameters {
    private Parameters() {}

    /** In the order of the map, the values percent-encoded (RFC 3986); the names are such that need not be. */
    public static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + SdkHttpUtils.urlEncode(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }
}
