package io.tapedeck.aws;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** Reads what the Security Token Service answers: XML, of which four elements are asked for that hold plain text. */
final class RoleAnswer {
    private static final Pattern ACCESS_KEY = element("AccessKeyId", "[A-Za-z0-9]{16,128}");
    private static final Pattern SECRET_KEY = element("SecretAccessKey", "[A-Za-z0-9/+=]{16,256}");
    private static final Pattern TOKEN = element("SessionToken", "[A-Za-z0-9/+=_-]{1,16384}");
    private static final Pattern EXPIRATION = element("Expiration", "[0-9TZ:.-]{20,32}");

    private RoleAnswer() {}

    /** @throws IllegalArgumentException if it holds no credentials */
    static AwsSessionCredentials read(byte[] body) {
        var xml = new String(body, StandardCharsets.UTF_8);
        return AwsSessionCredentials.builder()
                .accessKeyId(text(xml, ACCESS_KEY))
                .secretAccessKey(text(xml, SECRET_KEY))
                .sessionToken(text(xml, TOKEN))
                .expirationTime(time(text(xml, EXPIRATION)))
                .build();
    }

    private static Pattern element(String name, String text) {
        return Pattern.compile("<%s>\\s*(%s)\\s*</%1$s>".formatted(name, text));
    }

    private static String text(String xml, Pattern element) {
        var found = element.matcher(xml);
        if (!found.find()) {
            throw new IllegalArgumentException("must hold credentials");
        }
        return found.group(1);
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException("must say when they end", unreadable);
        }
    }
}
