package io.tapedeck.gcs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tapedeck.dynamodb.SettableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against the signatures that Google publishes for those who make clients. */
class SignedUrlsTest {
    private static final JsonNode PUBLISHED = published();
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00.900Z");

    @ParameterizedTest
    @MethodSource("vectors")
    void isTheUrlThatGooglePublishes(JsonNode vector) {
        var endpoint = URI.create(vector.path("scheme").asText("https") + "://"
                + vector.path("hostname").asText("storage.googleapis.com"));
        var parameters = new HashMap<String, String>();
        vector.path("queryParameters")
                .fields()
                .forEachRemaining(
                        one -> parameters.put(one.getKey(), one.getValue().asText()));
        var signatory = new Signatory(PUBLISHED.path("serviceAccount").asText(), text -> published(vector, text));
        var urls = new SignedUrls(
                endpoint,
                vector.path("bucket").asText(),
                signatory,
                new SettableClock(Instant.parse(vector.path("timestamp").asText())));

        var url = urls.get(
                vector.path("object").asText(),
                parameters,
                Duration.ofSeconds(vector.path("expiration").asLong()));

        assertThat(url).isEqualTo(vector.path("expectedUrl").asText());
    }

    @Test
    void validityIsInWholeSeconds() {
        assertThat(url(Duration.ofMillis(59_999))).contains("X-Goog-Date=20261128T120000Z", "X-Goog-Expires=59&");
        assertThat(url(Duration.ofDays(7))).contains("X-Goog-Expires=604800&");
    }

    @Test
    void noUrlLastsNoTimeOrMoreThanAWeek() {
        assertThatThrownBy(() -> url(Duration.ofMillis(999))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> url(Duration.ofDays(7).plusSeconds(1))).isInstanceOf(IllegalArgumentException.class);
    }

    private static String url(Duration validity) {
        var urls = new SignedUrls(
                GcsEndpoints.GOOGLE.storage(),
                "bucket",
                new Signatory("a@b.iam.gserviceaccount.com", text -> new byte[1]),
                new SettableClock(NOW));
        return urls.get("name", Map.of(), validity);
    }

    /** The signature that is published, if it is that of the text; no other text has it. */
    private static byte[] published(JsonNode vector, byte[] text) {
        assertThat(new String(text, UTF_8))
                .isEqualTo(vector.path("expectedStringToSign").asText());
        var url = vector.path("expectedUrl").asText();
        var signature = HexFormat.of().parseHex(url.substring(url.indexOf("X-Goog-Signature=") + 17));
        try {
            var check = Signature.getInstance("SHA256withRSA");
            check.initVerify(publicKey());
            check.update(text);
            assertThat(check.verify(signature)).isTrue();
            return signature;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static PublicKey publicKey() throws GeneralSecurityException {
        var encoded = Base64.getDecoder().decode(PUBLISHED.path("publicKey").asText());
        return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
    }

    private static Stream<Named<JsonNode>> vectors() {
        return StreamSupport.stream(PUBLISHED.path("signingV4Tests").spliterator(), false)
                .map(vector -> Named.of(vector.path("description").asText(), vector));
    }

    private static JsonNode published() {
        try (var file = SignedUrlsTest.class.getResourceAsStream("/gcs/v4-signatures.json")) {
            return new JsonMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
