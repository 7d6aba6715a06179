package io.tapedeck.imports;

import io.tapedeck.id.Hmac;
import io.tapedeck.id.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The signature of Twilio: of the address as it was called, with its query, and all parameters of the form behind it in the order of
 * their names. Of a body that is no form the address has the hash.
 *
 * @see <a href="https://www.twilio.com/docs/usage/security">Twilio, Security</a>
 */
record TwilioSignature(Callback callback) {
    private static final Pattern BODY_HASH = Pattern.compile("[?&]bodySHA256=([0-9a-fA-F]{64})(&|$)");
    private static final Pattern PORT = Pattern.compile("^(https?)://([^/?:]+)(:[0-9]+)?(?=[/?]|$)");

    boolean isBy(String token) {
        var hash = BODY_HASH.matcher(callback.url());
        var isForm = !hash.find();
        return (isForm || isOfBody(hash.group(1)))
                && callback.header("x-twilio-signature")
                        .flatMap(TwilioSignature::bytes)
                        .filter(signature -> addresses()
                                .anyMatch(url ->
                                        MessageDigest.isEqual(Hmac.SHA1.of(token, signed(url, isForm)), signature)))
                        .isPresent();
    }

    private boolean isOfBody(String hash) {
        return hash.equalsIgnoreCase(Sha256.hex(callback.body()));
    }

    /** Twilio signs an address with its port or without, whether it is the usual one of the scheme or not. */
    private Stream<String> addresses() {
        var matcher = PORT.matcher(callback.url());
        if (!matcher.find()) {
            return Stream.of(callback.url());
        }
        var usual = matcher.group(1).equals("https") ? ":443" : ":80";
        var without = matcher.replaceFirst("$1://$2");
        var with = matcher.replaceFirst(Matcher.quoteReplacement(matcher.group(1) + "://" + matcher.group(2)
                + Optional.ofNullable(matcher.group(3)).orElse(usual)));
        return Stream.of(callback.url(), without, with).distinct();
    }

    private byte[] signed(String url, boolean isForm) {
        var text = new StringBuilder(url);
        if (isForm) {
            sorted().forEach((name, values) ->
                    values.forEach(value -> text.append(name).append(value)));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private TreeMap<String, TreeSet<String>> sorted() {
        var sorted = new TreeMap<String, TreeSet<String>>();
        Form.ofText(callback.text()).values().forEach((name, values) -> sorted.put(name, new TreeSet<>(values)));
        return sorted;
    }

    private static Optional<byte[]> bytes(String header) {
        try {
            return Optional.of(Base64.getDecoder().decode(header.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
