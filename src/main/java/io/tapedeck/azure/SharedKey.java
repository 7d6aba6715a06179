package io.tapedeck.azure;

import static java.util.Objects.requireNonNull;

import io.tapedeck.azure.AzureCredentials.AccountKey;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Signs requests and links with a key of the account. */
final class SharedKey implements Identity, SasKeys {
    private static final List<String> SIGNED = List.of(
            "Content-MD5",
            "Content-Type",
            "Date",
            "If-Modified-Since",
            "If-Match",
            "If-None-Match",
            "If-Unmodified-Since",
            "Range");

    private final String account;
    private final byte[] key;

    SharedKey(String account, AccountKey key) {
        this.account = requireNonNull(account);
        this.key = key.bytes();
    }

    @Override
    public String authorization(Call call) {
        return "SharedKey " + account + ":" + Signature.of(key, stringToSign(call));
    }

    @Override
    public boolean renews(String authorization) {
        return false;
    }

    @Override
    public SasKey until(Instant end) {
        return new SasKey(key, List.of(""), Map.of());
    }

    String stringToSign(Call call) {
        var length = call.body().map(body -> body.length()).filter(bytes -> bytes > 0);
        var standard = Stream.concat(
                Stream.of(
                        call.method().name(),
                        "",
                        "",
                        length.map(String::valueOf).orElse("")),
                SIGNED.stream().map(name -> call.headers().getOrDefault(name, "")));
        return standard.collect(Collectors.joining("\n", "", "\n")) + headers(call) + resource(call);
    }

    /** Those of Azure's own, whose names this program writes in lower case. */
    private static String headers(Call call) {
        return new TreeMap<>(call.headers())
                .entrySet().stream()
                        .filter(header -> header.getKey().startsWith("x-ms-"))
                        .map(header -> header.getKey() + ":" + header.getValue().strip() + "\n")
                        .collect(Collectors.joining());
    }

    private String resource(Call call) {
        return new TreeMap<>(call.query())
                .entrySet().stream()
                        .map(parameter ->
                                "\n" + parameter.getKey().toLowerCase(Locale.ROOT) + ":" + parameter.getValue())
                        .collect(Collectors.joining("", "/" + account + call.path(), ""));
    }
}
