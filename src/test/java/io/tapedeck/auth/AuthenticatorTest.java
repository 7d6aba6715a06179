package io.tapedeck.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.access.ApiKey;
import io.tapedeck.access.Scope;
import io.tapedeck.auth.Authenticator.Operator;
import io.tapedeck.http.Caller;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.Ulid;
import io.tapedeck.recording.Actor;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticatorTest {
    private static final Instant NOON = Instant.ofEpochSecond(1_800_000_000L);
    private static final Instant NOW = NOON;
    private static final TenantId ACME = new TenantId("acme");
    private static final String OPERATOR = "the-operators-key";

    private final Issuer issuer = new Issuer();
    private final InMemoryKeyStore keys = new InMemoryKeyStore();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Tokens tokens = new Tokens(Issuer.NAME, Optional.empty(), issuer.keys(), clock);
    private final Authenticator authenticator = new Authenticator(
            keys, Optional.of(tokens), Optional.of(new Operator(OPERATOR, new TenantId("operator"))), clock);

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void theOperatorMayDoEverything() {
        assertThat(authenticate(OPERATOR))
                .contains(
                        new Caller(new TenantId("operator"), new Actor("key:operator"), Set.of(Scope.values()), true));
    }

    @Test
    void aKeyStandsForItsTenantWithItsScopes() {
        var secret = key(Optional.empty());

        assertThat(authenticate(secret.secret()))
                .contains(new Caller(ACME, new Actor("key:" + secret.id()), Set.of(Scope.READ), false));
        assertThat(keys.find(secret.id()).orElseThrow().lastUsed()).contains(NOON);
    }

    @Test
    void theSchemesNameIsTakenInAnyCase() {
        assertThat(authenticator.authenticate("BEARER   " + OPERATOR + " ")).isPresent();
    }

    @Test
    void aKeyIsGoodUntilItExpires() {
        assertThat(authenticate(key(Optional.of(NOON.plusSeconds(1))).secret())).isPresent();
        assertThat(authenticate(key(Optional.of(NOON)).secret())).isEmpty();
    }

    @Test
    void anotherSecretForTheSameIdIsNotTaken() {
        var secret = key(Optional.empty());
        var other = KeySecret.create(ulid(secret), new SecureRandom());

        assertThat(authenticate(other.secret())).isEmpty();
        assertThat(keys.find(secret.id()).orElseThrow().lastUsed()).isEmpty();
    }

    @Test
    void theHashThatIsKeptIsNoKey() {
        var secret = key(Optional.empty());

        assertThat(authenticate(secret.hash())).isEmpty();
        assertThat(authenticate("tdk_" + ulid(secret) + "_" + secret.hash().substring(0, 43)))
                .isEmpty();
    }

    @Test
    void aRevokedKeyIsNotTaken() {
        var secret = key(Optional.empty());
        keys.remove(ACME, secret.id());

        assertThat(authenticate(secret.secret())).isEmpty();
    }

    @Test
    void aTokenStandsForItsTenantAndSubject() {
        assertThat(authenticate(issuer.sign(Issuer.claims(NOW).build())))
                .contains(new Caller(ACME, new Actor("user:ann"), Set.of(Scope.READ, Scope.WRITE), false));
    }

    @Test
    void theScopesOfATokenMayBeAList() {
        var token =
                Issuer.claims(NOW).claim("scope", List.of("delete", "unknown")).build();

        assertThat(authenticate(issuer.sign(token)).orElseThrow().scopes()).containsExactly(Scope.DELETE);
    }

    @Test
    void aTokenWithoutScopesMayDoNothing() {
        var token = Issuer.claims(NOW).claim("scope", null).build();

        assertThat(authenticate(issuer.sign(token)).orElseThrow().scopes()).isEmpty();
    }

    @Test
    void aTokenWithoutAProperTenantIsNotTaken() {
        for (var tenant : new Object[] {"Acme", "", "a#b", 7, List.of("acme")}) {
            assertThat(authenticate(issuer.sign(
                            Issuer.claims(NOW).claim("tenant", tenant).build())))
                    .isEmpty();
        }
        assertThat(authenticate(issuer.sign(Issuer.claims(NOW)
                        .serializeNullClaims(true)
                        .claim("tenant", null)
                        .build())))
                .isEmpty();
    }

    @Test
    void aTokenWithoutProperScopesIsNotTaken() {
        for (var scope : new Object[] {7, List.of(7), java.util.Map.of("read", true)}) {
            assertThat(authenticate(
                            issuer.sign(Issuer.claims(NOW).claim("scope", scope).build())))
                    .isEmpty();
        }
    }

    @Test
    void aTokenIsNeverTheOperators() {
        var claims = Issuer.claims(NOW)
                .claim("operator", true)
                .claim("tenant", "operator")
                .build();

        assertThat(authenticate(issuer.sign(claims)).orElseThrow().operator()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer  ",
                "Basic dGhlOmtleQ==",
                OPERATOR,
                "Bearer the-operators-kez",
                "Bearer the-operators-key,Bearer x",
                "Token " + OPERATOR,
                "Bearer\t" + OPERATOR,
                "Bearer null"
            })
    void whatIsNoCredentialStandsForNobody(String header) {
        assertThat(authenticator.authenticate(header)).isEmpty();
    }

    @Test
    void anEndlessHeaderIsNotEvenLookedAt() {
        assertThat(authenticate("a".repeat(100_000))).isEmpty();
    }

    @Test
    void withoutOperatorAndIssuerThereAreOnlyKeys() {
        var simple = new Authenticator(keys, Optional.empty(), Optional.empty(), clock);

        assertThat(simple.authenticate("Bearer " + OPERATOR)).isEmpty();
        assertThat(simple.authenticate(
                        "Bearer " + issuer.sign(Issuer.claims(NOW).build())))
                .isEmpty();
        assertThat(simple.authenticate("Bearer " + key(Optional.empty()).secret()))
                .isPresent();
    }

    @Test
    void theOperatorsKeyIsNotTold() {
        assertThat(new Operator(OPERATOR, ACME).toString()).doesNotContain(OPERATOR);
    }

    private KeySecret key(Optional<Instant> expiresAt) {
        var secret = KeySecret.create(Ulid.first(NOON), new SecureRandom());
        keys.put(new ApiKey(
                secret.id(), ACME, "a key", Set.of(Scope.READ), secret.hash(), NOON, expiresAt, Optional.empty()));
        return secret;
    }

    private static Ulid ulid(KeySecret secret) {
        return new Ulid(secret.id().substring("key_".length()));
    }

    private Optional<Caller> authenticate(String credential) {
        return authenticator.authenticate("Bearer " + credential);
    }
}
