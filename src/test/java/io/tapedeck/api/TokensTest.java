package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.nimbusds.jwt.JWTClaimsSet;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tapedeck.auth.Issuer;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens of the configured issuer in place of a key. */
@QuarkusTest
@WithTestResource(value = JwtIssuer.class, scope = TestResourceScope.GLOBAL)
class TokensTest {
    @Inject
    Api api;

    @Inject
    TestClock clock;

    Issuer issuer;

    private Caller caller;

    @BeforeEach
    void enter() {
        caller = api.caller();
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void aTokenIsAsGoodAsAKeyOfItsTenantAndScopes() {
        var id = caller.create(Map.of()).getString("id");
        var token = issuer.sign(claims().build());

        api.as(token).get("/v1/recordings").then().statusCode(200).body("items.id", is(List.of(id)));
        api.as(token)
                .contentType("application/json")
                .body(Map.of("tags", List.of("seen")))
                .patch("/v1/recordings/{id}", id)
                .then()
                .statusCode(200);
        assertThat(caller.events(id).getString("items[1].actor")).isEqualTo("user:ann");
        api.as(token).delete("/v1/recordings/{id}", id).then().statusCode(403);
        api.as(token).get("/v1/keys").then().statusCode(403);
    }

    @Test
    void aTokenOfAnotherTenantSeesNothing() {
        var id = caller.create(Map.of()).getString("id");

        api.as(issuer.sign(claims().claim("tenant", "other").build()))
                .get("/v1/recordings/{id}", id)
                .then()
                .statusCode(404);
    }

    @Test
    void aTokenStopsWhenItExpires() {
        var token = issuer.sign(claims().build());
        clock.advance(Duration.ofMinutes(62));

        refused(token);
    }

    @Test
    void whatIsNoTokenOfTheIssuerForUsIsRefused() {
        refused(issuer.sign(claims().issuer("https://other.example").build()));
        refused(issuer.sign(claims().audience("other").build()));
        refused(issuer.sign(claims().expirationTime(Date.from(clock.instant().minusSeconds(61)))
                .build()));
        refused(issuer.sign(claims().claim("tenant", null).build()));
        refused(issuer.sign(
                claims().serializeNullClaims(true).claim("tenant", null).build()));
        refused(issuer.sign(claims().claim("tenant", "Not A Tenant").build()));
        refused(issuer.signWithPublicKey(claims().build()));
        refused(Issuer.unsigned(claims().build()));
        for (int i = 0; i < 5; i++) {
            refused(Issuer.forge(claims().build(), "key-1"));
            refused(Issuer.forge(claims().build(), "key-" + i));
        }
        api.as(issuer.sign(claims().build())).get("/v1/recordings").then().statusCode(200);
    }

    @Test
    void aTokenIsNeverTheOperators() {
        var token = issuer.sign(
                claims().claim("tenant", "local").claim("scope", "admin").build());

        api.as(token)
                .contentType("application/json")
                .body(Map.of("name", "x", "tenant", caller.tenant()))
                .post("/v1/keys")
                .then()
                .statusCode(403);
    }

    private JWTClaimsSet.Builder claims() {
        return Issuer.claims(clock.instant()).claim("tenant", caller.tenant());
    }

    private void refused(String token) {
        api.as(token)
                .get("/v1/recordings")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .body("code", is("unauthenticated"));
    }
}
