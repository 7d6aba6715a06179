package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.tapedeck.SampleAudio;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Vapi's server messages become recordings with their transcripts. */
@QuarkusTest
@TestProfile(PrivateTargets.class)
class VapiImportTest {
    private static final String SECRET = "open sesame, 17";
    private static final byte[] DIALOGUE = SampleAudio.DIALOGUE_WAV.bytes();
    private static final byte[] TONE = SampleAudio.TONE_WAV.bytes();

    @Inject
    Api api;

    @Inject
    TestClock clock;

    private Source source;
    private Caller caller;
    private Callbacks vapi;
    private Map<String, String> addresses;

    @BeforeEach
    void enter() {
        source = new Source();
        caller = api.caller();
        vapi = new Callbacks(api, "vapi", caller.tenant());
        put(SECRET).statusCode(201);
        addresses = Map.of(
                "STEREO_URL", source.serve("/stereo.wav", DIALOGUE), "MONO_URL", source.serve("/mono.wav", TONE));
    }

    @AfterEach
    void leave() {
        source.close();
    }

    @Test
    void aReportBecomesARecordingOfTheStereoSound() {
        var completed = caller.awaitStatus(taken(report()), "completed");

        assertThat(completed.getString("sha256")).isEqualTo(Audio.sha256(DIALOGUE));
        assertThat(completed.getString("call.id")).isEqualTo("0199f1ab-2c74-7bb1-8f0e-5d1c2a9e4411");
        assertThat(completed.getString("assistant.id")).isEqualTo("b0b7d0f4-5f5b-4f1e-9f43-6a6f2e0e9a77");
        assertThat(completed.getString("assistant.name")).isEqualTo("Harbour");
        assertThat(completed.<String, Object>getMap("phoneNumber"))
                .isEqualTo(Map.of(
                        "id", "3f0a6f3e-5a0a-4c3a-9d5b-0f6a8d2b7c11", "number", "+15550100", "name", "Front desk"));
        assertThat(completed.getLong("startTime")).isEqualTo(1795930923L);
        assertThat(completed.getLong("endTime")).isEqualTo(1795930985L);
        assertThat(completed.getList("participants.role")).containsExactly("customer", "assistant");
        assertThat(completed.getList("participants.channel")).containsExactly(0, 1);
        assertThat(completed.getList("participants.name")).containsExactly("Sam Rivers", "Harbour");
        assertThat(completed.<String, Object>getMap("metadata"))
                .containsEntry("provider", "vapi")
                .containsEntry("callType", "inboundPhoneCall")
                .containsEntry("customerNumber", "+15550142")
                .containsEntry("endedReason", "customer-ended-call")
                .containsKey("cost");
        assertThat(completed.getDouble("metadata.cost")).isEqualTo(0.1284);
    }

    @Test
    void whatWasSaidIsItsTranscriptFromTheBeginning() {
        var id = taken(report());
        var completed = caller.awaitStatus(id, "completed");
        var transcript = caller.request()
                .get("/v1/recordings/{id}/transcript", id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(completed.getBoolean("hasTranscript")).isTrue();
        assertThat(transcript.getString("engine")).isEqualTo("vapi");
        assertThat(transcript.getString("wordTimes")).isEqualTo("estimated");
        assertThat(transcript.getList("segments.text"))
                .containsExactly(
                        "Good morning, this is Harbour Lamps.", "Hello. Where is my order?", "It arrives on Thursday.");
        assertThat(transcript.getList("segments.channel")).containsExactly(1, 0, 1);
        assertThat(transcript.getDouble("segments[0].start")).isEqualTo(0.3);
        assertThat(transcript.getDouble("segments[0].end")).isEqualTo(0.9);
        assertThat(transcript.getList("speakers.role")).containsExactly("customer", "assistant");
        assertThat(caller.eventNames(id)).containsExactly("created", "processing", "completed");
    }

    @Test
    void theOldFormIsReadAsWell() {
        var completed = caller.awaitStatus(taken(Callbacks.payload("vapi-old.json", addresses)), "completed");

        assertThat(completed.getString("sha256")).isEqualTo(Audio.sha256(DIALOGUE));
        assertThat(completed.getString("call.name")).isEqualTo("Order");
        assertThat(completed.getString("metadata.customerNumber")).isEqualTo("+15550142");
        assertThat(completed.getBoolean("hasTranscript")).isTrue();
    }

    @Test
    void withoutAStereoRecordingTheMonoOneIsTakenAndNobodyHasAChannel() {
        var text =
                new String(report(), StandardCharsets.UTF_8).replaceAll("\"stereo(Recording)?Url\": *\"[^\"]*\",?", "");
        var id = taken(text.getBytes(StandardCharsets.UTF_8));
        var completed = caller.awaitStatus(id, "completed");
        var transcript =
                caller.request().get("/v1/recordings/{id}/transcript", id).jsonPath();

        assertThat(completed.getString("sha256")).isEqualTo(Audio.sha256(TONE));
        assertThat(completed.getList("participants.role")).startsWith("customer", "assistant");
        assertThat(transcript.getList("segments.text")).hasSize(3);
        assertThat(transcript.getList("segments.channel")).containsOnlyNulls();
        assertThat(transcript.getList("speakers.role")).containsExactly("customer", "assistant");
    }

    @Test
    void sentFiveTimesItIsOneRecording() throws Exception {
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var atOnce = senders.invokeAll(List.<Callable<String>>of(() -> taken(report()), () -> taken(report())));
            var told = List.of(
                    atOnce.get(0).get(), atOnce.get(1).get(), taken(report()), taken(report()), taken(report()));

            assertThat(told).containsOnly(told.getFirst());
            assertThat(ids()).containsExactly(told.getFirst());
        }
    }

    @Test
    void theSameCallOfAnotherTenantIsAnotherRecording() {
        var other = api.caller();
        other.request(Map.of("secret", "another"))
                .put("/v1/imports/vapi")
                .then()
                .statusCode(201);
        var theirs = new Callbacks(api, "vapi", other.tenant())
                .send(report(), Map.of("X-Vapi-Secret", "another"))
                .statusCode(200)
                .extract()
                .path("recording");

        assertThat(taken(report())).isNotEqualTo(theirs);
        assertThat(ids()).hasSize(1).doesNotContain((String) theirs);
    }

    @Test
    void aTokenAndSignaturesAreTakenToo() {
        var report = report();
        var time = String.valueOf(clock.instant().getEpochSecond());
        var timed = (time + "." + new String(report, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        var base64 = Base64.getEncoder();

        genuine(Map.of("Authorization", "Bearer sesame"), "sesame");
        genuine(Map.of("X-Vapi-Signature", hex("HmacSHA256", report)), SECRET);
        genuine(Map.of("X-Signature", "sha256=" + hex("HmacSHA256", timed), "X-Timestamp", time), SECRET);
        genuine(
                Map.of(
                        "X-Signature",
                        base64.encodeToString(Callbacks.hmac("HmacSHA512", SECRET, timed)),
                        "X-Timestamp",
                        time),
                SECRET);
        genuine(Map.of("X-Signature", hex("HmacSHA1", report)), SECRET);
    }

    @Test
    void whoeverDoesNotProveItIsRefused() {
        var report = report();
        var longAgo = String.valueOf(clock.instant().getEpochSecond() - 400);
        var old = (longAgo + "." + new String(report, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);

        refused(vapi, report, Map.of());
        refused(vapi, report, Map.of("X-Vapi-Secret", ""));
        refused(vapi, report, Map.of("X-Vapi-Secret", SECRET + "x"));
        refused(vapi, report, Map.of("Authorization", "Bearer " + caller.key()));
        refused(vapi, report, Map.of("X-Signature", hex("HmacSHA256", "{}".getBytes(StandardCharsets.UTF_8))));
        refused(vapi, report, Map.of("X-Signature", hex("HmacSHA256", old), "X-Timestamp", longAgo));
        refused(new Callbacks(api, "vapi", api.caller().tenant()), report, Map.of("X-Vapi-Secret", SECRET));
        refused(new Callbacks(api, "vapi", "nobody"), report, Map.of("X-Vapi-Secret", SECRET));
        refused(new Callbacks(api, "vapi", "No%20Body"), report, Map.of("X-Vapi-Secret", SECRET));
        assertThat(ids()).isEmpty();
    }

    @Test
    void aSecretThatIsReplacedOpensNothing() {
        put("new one").statusCode(200).body("secrets", equalTo(List.of("secret")));

        refused(vapi, report(), Map.of("X-Vapi-Secret", SECRET));
        genuine(Map.of("X-Vapi-Secret", "new one"), "new one");
    }

    @Test
    void whatIsSetIsShownByNameOnly() {
        put("hush")
                .statusCode(200)
                .body("provider", is("vapi"))
                .body("secrets", equalTo(List.of("secret")))
                .body("callback", containsString("/v1/imports/vapi?tenant=" + caller.tenant()))
                .body(not(containsString("hush")));
    }

    @Test
    void whatIsWrongWithSecretsIsSaid() {
        caller.request(Map.of())
                .put("/v1/imports/vapi")
                .then()
                .statusCode(400)
                .body("errors[0].field", is("/secret"))
                .body("errors[0].message", is("is required"));
        caller.request(Map.of("secret", "a", "token", "b"))
                .put("/v1/imports/vapi")
                .then()
                .statusCode(400)
                .body("errors[0].field", is("/token"));
        caller.request(Map.of("secret", "a")).put("/v1/imports/nobody").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"message\":{\"type\":\"status-update\",\"status\":\"ended\",\"call\":{\"id\":\"c\"}}}",
                "{\"message\":{\"type\":\"end-of-call-report\",\"call\":{\"id\":\"c\"},\"artifact\":{}}}",
                "{\"message\":{\"type\":17}}",
                "{}"
            })
    void whatTellsOfNoRecordingIsIgnored(String message) {
        vapi.send(message.getBytes(StandardCharsets.UTF_8), Map.of("X-Vapi-Secret", SECRET))
                .statusCode(200)
                .body("status", is("ignored"));
        assertThat(ids()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "\"message\"", "{\"message\":{\"type\":\"end-of-call-report\"}}"})
    void whatIsNotInVapisFormIsRefused(String message) {
        vapi.send(message.getBytes(StandardCharsets.UTF_8), Map.of("X-Vapi-Secret", SECRET))
                .statusCode(400)
                .body("code", is("invalid-request"));
    }

    private static String hex(String algorithm, byte[] bytes) {
        return HexFormat.of().formatHex(Callbacks.hmac(algorithm, SECRET, bytes));
    }

    private void genuine(Map<String, String> headers, String secret) {
        put(secret).statusCode(200);
        vapi.send(report(), headers).statusCode(200).body("status", is("accepted"));
    }

    private static void refused(Callbacks callbacks, byte[] body, Map<String, String> headers) {
        callbacks.send(body, headers).statusCode(401).body("code", is("unauthenticated"));
    }

    private List<String> ids() {
        return caller.request().get("/v1/recordings").jsonPath().getList("items.id");
    }

    private String taken(byte[] report) {
        return vapi.send(report, Map.of("X-Vapi-Secret", SECRET))
                .statusCode(200)
                .body("status", is("accepted"))
                .extract()
                .path("recording");
    }

    private byte[] report() {
        return Callbacks.payload("vapi.json", addresses);
    }

    private ValidatableResponse put(String secret) {
        return caller.request(Map.of("secret", secret)).put("/v1/imports/vapi").then();
    }
}
