package io.tapedeck.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.LogLines;
import io.tapedeck.rest.Patience;
import io.tapedeck.storage.StorageException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

class AssumedRoleTest {
    private static final Role ROLE = new Role("arn:aws:iam::111122223333:role/calls/tapedeck", "a+b/c=d");
    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(20), Duration.ofMinutes(1), Duration.ofMillis(200));
    private static final Instant ONE = Instant.parse("2026-11-28T13:00:00Z");

    private final AwsServer server = new AwsServer();
    private final AssumedRole role = new AssumedRole(server.calls("sts", PATIENCE), ROLE, "tapedeck-eu", server.clock);

    AssumedRoleTest() throws IOException {}

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void theRoleIsAskedForInASignedRequestWithItsExternalIdAndNobodysName() throws GeneralSecurityException {
        server.answer(200, credentials("ASIAONEONEONEONE", ONE));

        assertThat(role.resolveCredentials())
                .isEqualTo(AwsSessionCredentials.builder()
                        .accessKeyId("ASIAONEONEONEONE")
                        .secretAccessKey("secret/of+ASIAONEONEONEONE==")
                        .sessionToken("token/of+ASIAONEONEONEONE==")
                        .expirationTime(ONE)
                        .build());

        var request = server.requests.getFirst();
        assertThat(request.path()).isEqualTo("/");
        assertThat(request.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded; charset=utf-8");
        assertThat(request.text())
                .isEqualTo("Action=AssumeRole&Version=2011-06-15"
                        + "&RoleArn=arn%3Aaws%3Aiam%3A%3A111122223333%3Arole%2Fcalls%2Ftapedeck"
                        + "&RoleSessionName=tapedeck-eu&ExternalId=a%2Bb%2Fc%3Dd&DurationSeconds=3600");
        assertThat(Signature.isOf(request, "secret")).isTrue();
    }

    @Test
    void credentialsAreUsedAgainUntilAQuarterOfAnHourBeforeTheyEnd() {
        server.answer(200, credentials("ASIAONEONEONEONE", ONE));
        server.answer(200, credentials("ASIATWOTWOTWOTWO", ONE.plusSeconds(3600)));

        assertThat(key()).isEqualTo("ASIAONEONEONEONE");
        server.clock.set(ONE.minus(Duration.ofMinutes(15)).minusSeconds(1));
        assertThat(key()).isEqualTo("ASIAONEONEONEONE");
        server.clock.set(ONE.minus(Duration.ofMinutes(15)));
        assertThat(key()).isEqualTo("ASIATWOTWOTWOTWO");
        assertThat(server.requests).hasSize(2);
    }

    @Test
    void thoseThatAreNotAcceptedAnyMoreAreGotAnew() {
        server.answer(200, credentials("ASIAONEONEONEONE", ONE));
        server.answer(200, credentials("ASIATWOTWOTWOTWO", ONE));

        assertThat(key()).isEqualTo("ASIAONEONEONEONE");
        role.renew();
        assertThat(key()).isEqualTo("ASIATWOTWOTWOTWO");
    }

    @Test
    void whileThereAreNoNewOnesTheOldOnesAreUsedUntilTheyEnd() {
        server.answer(200, credentials("ASIAONEONEONEONE", ONE));
        key();
        server.clock.set(ONE.minus(Duration.ofMinutes(10)));
        fail(5);
        assertThat(key()).isEqualTo("ASIAONEONEONEONE");

        server.clock.set(ONE.minus(Duration.ofMinutes(2)));
        fail(5);
        assertThatThrownBy(this::key).isInstanceOf(StorageException.Unavailable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "403, AccessDenied, trust policy",
        "400, ValidationError, ARN",
        "403, RegionDisabledException, region",
        "403, InvalidClientTokenId, InvalidClientTokenId"
    })
    void whatIsRefusedSaysWhatTheOtherAccountIsToMend(int status, String code, String word) {
        server.answer(
                status,
                "<ErrorResponse><Error><Code>%s</Code><Message>User: arn:aws:sts::1:x</Message></Error></ErrorResponse>"
                        .formatted(code));

        assertThatThrownBy(this::key)
                .isInstanceOf(StorageException.Refused.class)
                .hasMessageContaining(word)
                .hasMessageNotContaining("a+b/c=d");
        assertThat(server.requests).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "<AccessKeyId>ASIAONEONEONEONE</AccessKeyId>"})
    void anAnswerWithoutCredentialsIsNone(String answer) {
        server.answer(200, answer.isEmpty() ? " " : answer);

        assertThatThrownBy(this::key).isInstanceOf(StorageException.Unavailable.class);
    }

    @Test
    void aTimeThatIsNoneIsNoCredentials() {
        server.answer(200, credentials("ASIAONEONEONEONE", ONE).replace("2026-11-28T13", "2026-99-28T13"));

        assertThatThrownBy(this::key).isInstanceOf(StorageException.Unavailable.class);
    }

    @Test
    void neitherTheLogNorWhatItIsCalledHoldsSecrets() {
        server.answer(200, credentials("ASIAONEONEONEONE", ONE));
        server.answer(403, "<Error><Code>AccessDenied</Code></Error>");
        try (var log = new LogLines("")) {
            key();
            role.renew();
            assertThatThrownBy(this::key).isInstanceOf(StorageException.Refused.class);
            assertThat(log.all()).noneMatch(line -> line.contains("secret/of") || line.contains("token/of"));
        }
        assertThat(role).hasToString("AssumedRole[arn:aws:iam::111122223333:role/calls/tapedeck]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:iam::111122223333:user/calls",
                "arn:aws:iam::1:role/calls",
                "arn:aws:iam::111122223333:role/a&Action=GetSessionToken",
                "https://example.com"
            })
    void whatIsNoRoleIsNotAskedFor(String arn) {
        assertThatThrownBy(() -> new Role(arn, "external")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a b", "a&b"})
    void thereIsAnExternalIdAsAwsAllowsIt(String externalId) {
        assertThatThrownBy(() -> new Role(ROLE.arn(), externalId)).isInstanceOf(IllegalArgumentException.class);
    }

    private String key() {
        return role.resolveCredentials().accessKeyId();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            server.answer(503, "<Error><Code>ServiceUnavailable</Code></Error>");
        }
    }

    /** As the API reference of AWS shows it. */
    static String credentials(String key, Instant end) {
        return """
                <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
                  <AssumeRoleResult>
                    <AssumedRoleUser>
                      <Arn>arn:aws:sts::111122223333:assumed-role/calls/tapedeck</Arn>
                      <AssumedRoleId>ARO123EXAMPLE123:tapedeck</AssumedRoleId>
                    </AssumedRoleUser>
                    <Credentials>
                      <AccessKeyId>%s</AccessKeyId>
                      <SecretAccessKey>secret/of+%1$s==</SecretAccessKey>
                      <SessionToken>
                       token/of+%1$s==
                      </SessionToken>
                      <Expiration>%s</Expiration>
                    </Credentials>
                    <PackedPolicySize>6</PackedPolicySize>
                  </AssumeRoleResult>
                  <ResponseMetadata><RequestId>c6104cbe-af31-11e0-8154-cbc7ccf896c7</RequestId></ResponseMetadata>
                </AssumeRoleResponse>
                """.formatted(key, end);
    }
}
