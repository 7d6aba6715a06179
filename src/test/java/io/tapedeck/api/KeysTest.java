package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys to the API. */
@QuarkusTest
class KeysTest {
    @Inject
    Api api;

    @Inject
    TestClock clock;

    @Inject
    Table table;

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
    void theSecretIsShownOnceAndOnlyItsHashIsKept() {
        var key = create(caller.request(), Map.of("name", "first"));
        var secret = key.getString("key");

        caller.request()
                .get("/v1/keys")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(key.getString("id")))
                .body("items.key", everyItem(nullValue()));
        assertThat(table.text()).doesNotContain(secret).doesNotContain(Caller.randomPart(secret));
        assertThat(table.partitions("key#" + key.getString("id"))
                        .getFirst()
                        .get("hash")
                        .s())
                .isEqualTo(Audio.sha256(secret.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @Test
    void theAnswerThatShowsASecretIsNotToBeKeptByAnybody() {
        caller.request(Map.of("name", "first"))
                .post("/v1/keys")
                .then()
                .statusCode(201)
                .header("Cache-Control", "no-store");
    }

    @Test
    void aKeyIsOfItsMakersTenantWithTheUsualScopes() {
        var key = create(caller.request(), Map.of("name", "first"));

        assertThat(key.getString("tenant")).isEqualTo(caller.tenant());
        assertThat(key.getList("scopes")).containsExactly("read", "write", "download");
        assertThat(key.getLong("created")).isLessThanOrEqualTo(clock.now());
        api.as(key.getString("key")).get("/v1/recordings").then().statusCode(200);
        api.as(key.getString("key")).get("/v1/keys").then().statusCode(403);
    }

    @Test
    void aRevokedKeyStopsAtOnce() {
        var key = create(caller.request(), Map.of("name", "first"));
        api.as(key.getString("key")).get("/v1/recordings").then().statusCode(200);

        caller.request().delete("/v1/keys/{key}", key.getString("id")).then().statusCode(204);

        api.as(key.getString("key")).get("/v1/recordings").then().statusCode(401);
        caller.request().delete("/v1/keys/{key}", key.getString("id")).then().statusCode(404);
        caller.request().get("/v1/keys").then().body("items.id", not(hasItem(key.getString("id"))));
    }

    @Test
    void aKeyCanRevokeItself() {
        var id = caller.request().get("/v1/keys").<String>path("items[0].id");

        caller.request().delete("/v1/keys/{key}", id).then().statusCode(204);

        caller.request().get("/v1/keys").then().statusCode(401);
    }

    @Test
    void aKeyStopsWhenItExpires() {
        clock.stopAt(clock.now());
        var key = create(caller.request(), Map.of("name", "first", "expiresAt", clock.now() + 60))
                .getString("key");

        clock.advance(Duration.ofSeconds(59));
        api.as(key).get("/v1/recordings").then().statusCode(200);
        clock.advance(Duration.ofSeconds(1));
        api.as(key).get("/v1/recordings").then().statusCode(401);
    }

    @Test
    void aKeyCannotHaveExpiredBeforeItIsMade() {
        caller.request(Map.of("name", "first", "expiresAt", clock.now()))
                .post("/v1/keys")
                .then()
                .statusCode(400)
                .body("errors.field", is(List.of("/expiresAt")));
    }

    @Test
    void itsUseIsNoted() {
        caller.request().get("/v1/keys").then().body("items[0].lastUsed", notNullValue());
    }

    @Test
    void onlyTheOperatorMayMakeKeysForOthers() {
        var other = api.caller();

        caller.request(Map.of("name", "x", "tenant", other.tenant()))
                .post("/v1/keys")
                .then()
                .statusCode(403)
                .body("code", is("forbidden"));
        create(caller.request(), Map.of("name", "x", "tenant", caller.tenant()));
        var made = create(api.operator(), Map.of("name", "x", "tenant", other.tenant(), "scopes", List.of("read")));

        api.as(made.getString("key")).get("/v1/recordings").then().statusCode(200);
        other.request().get("/v1/keys").then().body("items.id", hasItem(made.getString("id")));
        caller.request().get("/v1/keys").then().body("items.size()", is(2));
    }

    @Test
    void anAdministratorIsNoOperator() {
        var admin = api.key("local", "admin");

        api.as(admin)
                .contentType("application/json")
                .body(Map.of("name", "x", "tenant", "other"))
                .post("/v1/keys")
                .then()
                .statusCode(403);
    }

    @Test
    void anothersKeyIsNotThereButForTheOperator() {
        var key = create(caller.request(), Map.of("name", "first"));

        api.caller()
                .request()
                .delete("/v1/keys/{key}", key.getString("id"))
                .then()
                .statusCode(404);
        api.as(key.getString("key")).get("/v1/recordings").then().statusCode(200);
        api.operator().delete("/v1/keys/{key}", key.getString("id")).then().statusCode(204);
        api.as(key.getString("key")).get("/v1/recordings").then().statusCode(401);
    }

    @Test
    void whatIsNoKeysIdIsNotThere() {
        for (var id :
                List.of("x", "key_", "key_01ARYZ6S41TSV4RRFFQ69G5FAV", "health", "key_health", "a/b", "..", " ")) {
            caller.request().delete("/v1/keys/{key}", id).then().statusCode(404);
            api.operator().delete("/v1/keys/{key}", id).then().statusCode(404);
        }
    }

    @Test
    void whatCannotBeAKeyIsRefused() {
        refused(Map.of(), "/name");
        refused(Map.of("name", ""), "/name");
        refused(Map.of("name", "x".repeat(257)), "/name");
        refused(Map.of("name", "x", "scopes", List.of()), "/scopes");
        refused(Map.of("name", "x", "scopes", List.of("root")), "/scopes/0");
        refused(Map.of("name", "x", "scopes", "read"), "/scopes");
        refused(Map.of("name", "x", "tenant", "Not A Tenant"), "/tenant");
        refused(Map.of("name", "x", "tenant", caller.tenant() + "\n"), "/tenant");
        refused(Map.of("name", "x", "tenant", "../local"), "/tenant");
        refused(Map.of("name", "x", "id", "key_1"), "/id");
        refused(Map.of("name", "x", "key", "mine"), "/key");
        caller.request(Map.of("key", 1, "colour", 2))
                .post("/v1/keys")
                .then()
                .statusCode(400)
                .body("errors.field", hasItems("/name", "/key", "/colour"))
                .body("detail", startsWith("/name is required"));
    }

    private void refused(Map<String, ?> body, String field) {
        caller.request(body).post("/v1/keys").then().statusCode(400).body("errors.field", is(List.of(field)));
    }

    private static JsonPath create(RequestSpecification request, Map<String, ?> body) {
        return request.contentType("application/json")
                .body(body)
                .post("/v1/keys")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }
}
