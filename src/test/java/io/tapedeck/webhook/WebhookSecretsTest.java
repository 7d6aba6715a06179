package io.tapedeck.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.net.http.HttpHeaders;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Checked by the receivers' library of Standard Webhooks, which compares with the time of day. */
class WebhookSecretsTest {
    private static final String ID = "evt_01KQ0000000000000000000000";
    private static final String BODY = "{\"subject\":\"Grüße\"}";
    private static final String X509 = "302a300506032b6570032100";

    private final SecureRandom random = new SecureRandom();
    private final WebhookSecret first = WebhookSecret.of(random);
    private final WebhookSecret second = WebhookSecret.of(random);
    private final Instant now = Instant.now();

    @Test
    void receiversVerifyTheSharedSecret() {
        assertThatCode(() -> verify(first, BODY, WebhookSecrets.of(first).headers(ID, now, BODY)))
                .doesNotThrowAnyException();
    }

    @Test
    void receiversRefuseAnotherBody() {
        var headers = WebhookSecrets.of(first).headers(ID, now, BODY);
        assertThatThrownBy(() -> verify(first, BODY + " ", headers)).isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void thePublicKeyVerifiesTheOtherSignature() throws GeneralSecurityException {
        var headers = WebhookSecrets.of(first).headers(ID, now, BODY);
        var signature = signatures(headers).get(1);
        assertThat(signature).startsWith("v1a,");
        var verifier = Signature.getInstance("Ed25519");
        var raw = Base64.getDecoder().decode(first.publicKey().substring("whpk_".length()));
        var key = HexFormat.of().parseHex(X509 + HexFormat.of().formatHex(raw));
        verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key)));
        verifier.update((ID + "." + now.getEpochSecond() + "." + BODY).getBytes(UTF_8));
        assertThat(verifier.verify(Base64.getDecoder().decode(signature.substring("v1a,".length()))))
                .isTrue();
    }

    @Test
    void bothSecretsVerifyForADayAfterRotation() {
        var rotated = WebhookSecrets.of(first)
                .rotated(second, now.minus(Duration.ofHours(24)).plusSeconds(1));
        var headers = rotated.headers(ID, now, BODY);
        assertThat(signatures(headers)).hasSize(4);
        assertThatCode(() -> verify(first, BODY, headers)).doesNotThrowAnyException();
        assertThatCode(() -> verify(second, BODY, headers)).doesNotThrowAnyException();
    }

    @Test
    void theSecretThatWasReplacedEndsAfterADay() {
        var headers = WebhookSecrets.of(first)
                .rotated(second, now.minus(Duration.ofHours(24)))
                .headers(ID, now, BODY);
        assertThatThrownBy(() -> verify(first, BODY, headers)).isInstanceOf(WebhookVerificationException.class);
        assertThatCode(() -> verify(second, BODY, headers)).doesNotThrowAnyException();
    }

    @Test
    void showsNothingSecret() {
        assertThat(WebhookSecrets.of(first).toString())
                .doesNotContain(first.shared())
                .doesNotContain(first.privateKey());
    }

    @Test
    void refusesSecretsThatAreTooShort() {
        assertThatThrownBy(() -> new WebhookSecret("whsec_AAAA", first.privateKey(), first.publicKey()))
                .hasMessage("a shared secret has 24 to 64 bytes, not 3");
    }

    private static List<String> signatures(Map<String, String> headers) {
        return Arrays.asList(headers.get("webhook-signature").split(" "));
    }

    private static void verify(WebhookSecret secret, String body, Map<String, String> headers)
            throws WebhookVerificationException {
        var values = headers.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
        new Webhook(secret.shared()).verify(body, HttpHeaders.of(values, (name, value) -> true));
    }
}
