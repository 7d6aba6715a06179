package io.tapedeck.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static final Instant NOON = Instant.ofEpochSecond(1_800_000_000L);

    private final Issuer issuer = new Issuer();
    private final Tokens tokens =
            new Tokens(Issuer.NAME, Optional.of(Issuer.AUDIENCE), issuer.keys(), Clock.fixed(NOON, ZoneOffset.UTC));

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void aTokenOfTheIssuerHasItsClaims() {
        var claims = tokens.verify(issuer.sign(claims().build())).orElseThrow();

        assertThat(claims.getSubject()).isEqualTo("ann");
        assertThat(claims.getClaim("tenant")).isEqualTo("acme");
    }

    @Test
    void withoutAConfiguredAudienceAnyIsTaken() {
        var anybodys = new Tokens(Issuer.NAME, Optional.empty(), issuer.keys(), Clock.fixed(NOON, ZoneOffset.UTC));

        assertThat(anybodys.verify(issuer.sign(claims().audience((String) null).build())))
                .isPresent();
    }

    @Test
    void claimsOfSomebodyElseAreNotTaken() {
        refused(claims().issuer("https://other.example"));
        refused(claims().issuer(null));
        refused(claims().audience("other"));
        refused(claims().audience((String) null));
    }

    @Test
    void claimsThatAreNeededMustBeThere() {
        refused(claims().subject(null));
        refused(claims().claim("tenant", null));
        refused(claims().expirationTime(null));
    }

    @Test
    void aTokenIsGoodInItsTimeAndAMinuteOnEitherSide() {
        var justOver = claims().expirationTime(Date.from(NOON.minusSeconds(59))).build();

        assertThat(tokens.verify(issuer.sign(justOver))).isPresent();
        refused(claims().expirationTime(Date.from(NOON.minusSeconds(61))));
        refused(claims().notBeforeTime(Date.from(NOON.plusSeconds(61))));
    }

    @Test
    void aTokenThatNobodySignedIsNotTaken() {
        assertThat(tokens.verify(Issuer.unsigned(claims().build()))).isEmpty();
    }

    @Test
    void anHmacWithThePublicKeyIsNotTaken() {
        assertThat(tokens.verify(issuer.signWithPublicKey(claims().build()))).isEmpty();
    }

    @Test
    void aTokenThatSomebodyElseSignedIsNotTaken() {
        assertThat(tokens.verify(Issuer.forge(claims().build(), "key-1"))).isEmpty();
    }

    @Test
    void tokensByUnknownKeysAreNotTakenHoweverManyThereAre() {
        var forged = Issuer.forge(claims().build(), "key-2");

        for (int i = 0; i < 20; i++) {
            assertThat(tokens.verify(forged)).isEmpty();
        }
        assertThat(tokens.verify(issuer.sign(claims().build()))).isPresent();
        assertThat(issuer.requests()).isLessThan(5);
    }

    @Test
    void changedClaimsAreNotTaken() {
        var good = issuer.sign(claims().build()).split("\\.");
        var other = issuer.sign(claims().claim("tenant", "other").build()).split("\\.");

        assertThat(tokens.verify(good[0] + "." + other[1] + "." + good[2])).isEmpty();
    }

    @Test
    void whatIsNoTokenIsNotTaken() {
        for (var text : new String[] {"", ".", "..", "a.b.c", "e30.e30.e30", "local-dev-key", "\u0000"}) {
            assertThat(tokens.verify(text)).isEmpty();
        }
    }

    @Test
    void whileTheIssuersKeysCannotBeHadNothingCanBeSaid() {
        var token = issuer.sign(claims().build());
        issuer.close();

        assertThatThrownBy(() -> tokens.verify(token))
                .isInstanceOf(ProblemException.class)
                .extracting("type")
                .isEqualTo(ProblemType.UNAVAILABLE);
    }

    private void refused(JWTClaimsSet.Builder claims) {
        assertThat(tokens.verify(issuer.sign(claims.build()))).isEmpty();
    }

    private static JWTClaimsSet.Builder claims() {
        return Issuer.claims(NOON);
    }
}
