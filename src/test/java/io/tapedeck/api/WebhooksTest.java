package io.tapedeck.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.standardwebhooks.Webhook;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.tapedeck.SampleAudio;
import io.tapedeck.webhook.Receiver;
import io.tapedeck.webhook.Receiver.Message;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is told of what happens to recordings, checked by the library that receivers use. */
@QuarkusTest
@TestProfile(PrivateTargets.class)
class WebhooksTest {
    private static final String WEBHOOK = "/v1/webhooks/{webhook}";
    private static final String X509 = "302a300506032b6570032100";
    private static final String MERGE_PATCH = "application/merge-patch+json";

    @Inject
    Api api;

    private Receiver receiver;
    private Caller caller;

    @BeforeEach
    void enter() {
        receiver = new Receiver();
        caller = api.caller();
    }

    @AfterEach
    void leave() {
        receiver.close();
    }

    @Test
    void theLifeOfARecordingIsToldInOrderAndSigned() throws Exception {
        var webhook = webhook(Map.of());
        var id = caller.completed(SampleAudio.DIALOGUE_WAV.bytes());
        caller.delete(id).statusCode(200);

        var events = caller.get(id, "events").extract().jsonPath();
        List<String> ids = events.getList("items.id");
        await().atMost(Caller.PATIENCE)
                .untilAsserted(() -> assertThat(receiver.messages())
                        .extracting(message -> message.header("webhook-id"))
                        .isEqualTo(ids));
        for (var message : receiver.messages()) {
            verify(webhook.getString("secret"), message);
            verifyBy(webhook.getString("publicKey"), message);
            var event = new JsonPath(message.body());
            assertThat(event.getString("id")).isEqualTo(message.header("webhook-id"));
            assertThat(event.getString("specversion")).isEqualTo("1.0");
            assertThat(event.getString("subject")).isEqualTo(id);
            assertThat(message.body()).doesNotContain("http");
            assertThat(message.header("content-type")).startsWith("application/cloudevents+json");
        }
    }

    @Test
    void itsSecretIsShownOnceAndItsKeyAlways() {
        var webhook = webhook(Map.of("events", List.of("completed"), "description", "our desk"));

        assertThat(webhook.getString("secret")).startsWith("whsec_");
        list().body("items", hasSize(1))
                .body("items[0].id", is(webhook.getString("id")))
                .body("items[0].events", is(List.of("completed")))
                .body("items[0].description", is("our desk"))
                .body("items[0].status", is("active"))
                .body("items[0].publicKey", startsWith("whpk_"))
                .body("items[0]", not(hasKey("secret")));
        api.caller().request().get("/v1/webhooks").then().statusCode(200).body("items", empty());
    }

    @Test
    void itIsToldOfWhatItWantsOnly() {
        webhook(Map.of("events", List.of("completed")));
        caller.completed(SampleAudio.DIALOGUE_WAV.bytes());

        awaitMessages(1);
        assertThat(new JsonPath(receiver.messages().getFirst().body()).getString("type"))
                .isEqualTo("recording.completed");
    }

    @Test
    void anotherTenantsWebhookIsNotThere() {
        var id = webhook(Map.of()).getString("id");
        var other = api.caller();

        other.request().get(WEBHOOK + "/deliveries", id).then().statusCode(404).body("code", is("not-found"));
        other.request()
                .contentType(MERGE_PATCH)
                .body("{}")
                .patch(WEBHOOK, id)
                .then()
                .statusCode(404);
        other.request().post(WEBHOOK + "/rotate", id).then().statusCode(404);
        other.request().post(WEBHOOK + "/test", id).then().statusCode(404);
        other.request(Map.of("since", 1)).post(WEBHOOK + "/resend", id).then().statusCode(404);
        other.request().delete(WEBHOOK, id).then().statusCode(404);
        list().body("items", hasSize(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|/url|is required",
                "{\"url\":\"ftp://example.com\"}|/url|The webhook must be an https URL.",
                "{\"url\":\"https://user:pw@example.com\"}|/url|The webhook must not contain a user name or password.",
                "{\"url\":\"nonsense\"}|/url|The webhook is not a valid URL with a host name.",
                "{\"url\":\"https://example.com\",\"events\":[\"exploded\"]}|/events/0|must be one of created",
                "{\"url\":\"https://example.com\",\"secret\":\"whsec_x\"}|/secret|is read-only",
                "{\"url\":\"https://example.com\",\"colour\":\"red\"}|/colour|is unknown"
            })
    void whatIsWrongIsNamed(String body, String field, String message) {
        caller.request()
                .contentType("application/json")
                .body(body)
                .post("/v1/webhooks")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem(field))
                .body("errors.message", hasItem(containsString(message)));
    }

    @Test
    void itIsChanged() {
        var id = webhook(Map.of("events", List.of("completed"), "description", "old"))
                .getString("id");

        patch(id, "{\"url\":\"https://example.com/new\",\"events\":null,\"description\":null,\"status\":\"disabled\"}")
                .statusCode(200)
                .body("url", is("https://example.com/new"))
                .body("events", empty())
                .body("$", not(hasKey("description")))
                .body("status", is("disabled"))
                .body("disabled", is("disabled"))
                .body("$", not(hasKey("secret")));
        patch(id, "{\"status\":\"active\"}")
                .statusCode(200)
                .body("status", is("active"))
                .body("$", not(hasKey("disabled")));
        patch(id, "{\"url\":null}").statusCode(400);
        patch(id, "{\"created\":1}").statusCode(400).body("errors.message", hasItem("is read-only"));
    }

    @Test
    void aRotationLeavesTheOldSecretGoodForADay() throws Exception {
        var webhook = webhook(Map.of());
        var rotated = caller.request()
                .post(WEBHOOK + "/rotate", webhook.getString("id"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        test(webhook.getString("id")).body("status", is("delivered"));

        var message = receiver.messages().getFirst();
        assertThat(rotated.getString("secret")).isNotEqualTo(webhook.getString("secret"));
        verify(webhook.getString("secret"), message);
        verify(rotated.getString("secret"), message);
        verifyBy(rotated.getString("publicKey"), message);
    }

    @Test
    void aTestSaysWhatCameOfIt() {
        var id = webhook(Map.of()).getString("id");
        receiver.answer(500, Map.of(), "we are closed");

        test(id).body("type", is("webhook.test"))
                .body("subject", is(id))
                .body("status", is("failed"))
                .body("attempts[0].status", is(500))
                .body("attempts[0].answer", is("we are closed"))
                .body("attempts[0].problem", is("The webhook answers with status 500."));
        deliveries(id).body("items", hasSize(1)).body("items[0].type", is("webhook.test"));
    }

    @Test
    void whatFailsIsTriedAgainAndCanBeSeen() {
        var id = webhook(Map.of("events", List.of("created"))).getString("id");
        receiver.answer(503, Map.of(), "not now");
        var recording = caller.create(Map.of()).getString("id");
        await().atMost(Caller.PATIENCE)
                .untilAsserted(() -> deliveries(id)
                        .body("items[0].status", is("retrying"))
                        .body("items[0].subject", is(recording))
                        .body("items[0].attempts[0].answer", is("not now")));

        receiver.answer(200, Map.of(), "ok");

        await().atMost(Caller.PATIENCE).untilAsserted(() -> deliveries(id).body("items[0].status", is("delivered")));
        assertThat(receiver.messages())
                .hasSizeGreaterThan(1)
                .extracting(message -> message.header("webhook-id"))
                .containsOnly(receiver.messages().getFirst().header("webhook-id"));
    }

    @Test
    void oneThatIsGoneIsDisabled() {
        var id = webhook(Map.of()).getString("id");
        receiver.answer(410, Map.of(), "");
        caller.create(Map.of());

        await().atMost(Caller.PATIENCE).untilAsserted(() -> list().body("items[0].disabled", is("gone")));
        caller.request(Map.of("since", 1))
                .post(WEBHOOK + "/resend", id)
                .then()
                .statusCode(409)
                .body("detail", is("The webhook is told of nothing; make it active first."));
    }

    @Test
    void whatWasSentIsSentAgain() {
        var id = webhook(Map.of("events", List.of("created"))).getString("id");
        caller.create(Map.of());
        awaitMessages(1);
        var event = receiver.messages().getFirst().header("webhook-id");
        await().atMost(Caller.PATIENCE).untilAsserted(() -> deliveries(id).body("items", hasSize(1)));

        resend(id, Map.of("event", event)).statusCode(202);
        awaitMessages(2);
        resend(id, Map.of("since", 1)).statusCode(202);
        awaitMessages(3);

        assertThat(receiver.messages())
                .extracting(message -> message.header("webhook-id"))
                .containsOnly(event);
        resend(id, Map.of()).statusCode(400);
        resend(id, Map.of("event", event, "since", 1)).statusCode(400);
        resend(id, Map.of("event", "x")).statusCode(400).body("errors[0].message", is("must be the id of an event"));
        resend(id, Map.of("event", "01ARYZ6S41TSV4RRFFQ69G5FAV")).statusCode(404);
    }

    @Test
    void deliveriesComePageByPageTheNewestFirst() {
        var id = webhook(Map.of("events", List.of("created"))).getString("id");
        for (int i = 0; i < 5; i++) {
            caller.create(Map.of());
        }
        await().atMost(Caller.PATIENCE).untilAsserted(() -> deliveries(id).body("items", hasSize(5)));

        var first = caller.request()
                .get(WEBHOOK + "/deliveries?limit=3", id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var second = caller.request()
                .queryParam("cursor", first.getString("next"))
                .get(WEBHOOK + "/deliveries", id)
                .then()
                .body("items", hasSize(2))
                .body("$", not(hasKey("next")))
                .extract()
                .jsonPath();

        var events = new ArrayList<>(first.<String>getList("items.event"));
        events.addAll(second.getList("items.event"));
        assertThat(events).hasSize(5).doesNotHaveDuplicates().isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void aDeletedOneIsToldNothingMore() {
        var id = webhook(Map.of()).getString("id");

        caller.request().delete(WEBHOOK, id).then().statusCode(204);
        caller.create(Map.of());

        caller.request().delete(WEBHOOK, id).then().statusCode(404);
        list().body("items", empty());
        assertThat(receiver.messages()).isEmpty();
    }

    @Test
    void aTenantHasAHundredAtMost() {
        for (int i = 0; i < 100; i++) {
            webhook(Map.of());
        }

        caller.request(Map.of("url", receiver.url()))
                .post("/v1/webhooks")
                .then()
                .statusCode(409)
                .body("code", is("conflict"));
        list().body("items", hasSize(100)).body("items.status", everyItem(is("active")));
    }

    private JsonPath webhook(Map<String, ?> more) {
        var body = new HashMap<String, Object>(more);
        body.put("url", receiver.url());
        return caller.request(body)
                .post("/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private ValidatableResponse list() {
        return caller.request().get("/v1/webhooks").then().statusCode(200);
    }

    private ValidatableResponse deliveries(String webhook) {
        return caller.request().get(WEBHOOK + "/deliveries", webhook).then().statusCode(200);
    }

    private ValidatableResponse test(String webhook) {
        return caller.request().post(WEBHOOK + "/test", webhook).then().statusCode(200);
    }

    private ValidatableResponse resend(String webhook, Map<String, ?> what) {
        return caller.request(what).post(WEBHOOK + "/resend", webhook).then();
    }

    private ValidatableResponse patch(String webhook, String patch) {
        return caller.request()
                .contentType(MERGE_PATCH)
                .body(patch)
                .patch(WEBHOOK, webhook)
                .then();
    }

    private void awaitMessages(int count) {
        await().atMost(Caller.PATIENCE)
                .untilAsserted(() -> assertThat(receiver.messages()).hasSize(count));
    }

    private static void verify(String secret, Message message) {
        assertThatCode(() -> new Webhook(secret).verify(message.body(), message.headers()))
                .doesNotThrowAnyException();
    }

    private static void verifyBy(String publicKey, Message message) throws GeneralSecurityException {
        var raw = Base64.getDecoder().decode(publicKey.substring("whpk_".length()));
        var spec = new X509EncodedKeySpec(
                HexFormat.of().parseHex(X509 + HexFormat.of().formatHex(raw)));
        var verifier = Signature.getInstance("Ed25519");
        var signature = List.of(message.header("webhook-signature").split(" ")).stream()
                .filter(one -> one.startsWith("v1a,"))
                .findFirst()
                .orElseThrow();
        verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(spec));
        verifier.update("%s.%s.%s"
                .formatted(message.header("webhook-id"), message.header("webhook-timestamp"), message.body())
                .getBytes(UTF_8));
        assertThat(verifier.verify(Base64.getDecoder().decode(signature.substring("v1a,".length()))))
                .isTrue();
    }
}
