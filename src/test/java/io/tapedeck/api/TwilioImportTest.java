package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.tapedeck.SampleAudio;
import jakarta.inject.Inject;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Twilio's recording status callbacks become recordings. */
@QuarkusTest
@TestProfile(PrivateTargets.class)
class TwilioImportTest {
    private static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
    private static final String TOKEN = "5f17c0ffee5f17c0ffee5f17c0ffee00";
    private static final byte[] DIALOGUE = SampleAudio.DIALOGUE_WAV.bytes();

    @Inject
    Api api;

    @Inject
    Functions functions;

    @Inject
    TestClock clock;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicBoolean isThere = new AtomicBoolean(true);
    private Source source;
    private Caller caller;
    private Callbacks twilio;
    private String media;

    @BeforeEach
    void enter() {
        functions.resetTime();
        source = new Source();
        caller = api.caller();
        twilio = new Callbacks(api, "twilio", caller.tenant());
        caller.request(Map.of("accountSid", ACCOUNT, "authToken", TOKEN))
                .put("/v1/imports/twilio")
                .then()
                .statusCode(201);
        media = source.serve("/RE17", exchange -> {
            asked.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            Source.answer(exchange, isThere.get() ? 200 : 404, isThere.get() ? DIALOGUE : new byte[0]);
        });
    }

    @AfterEach
    void leave() {
        source.close();
        functions.resetTime();
    }

    @Test
    void aCompletedRecordingIsFetchedWithBothChannelsAndTheAccountsCredentials() {
        var id = taken(form());
        var completed = caller.awaitStatus(id, "completed");
        var credentials = Base64.getEncoder().encodeToString((ACCOUNT + ":" + TOKEN).getBytes(StandardCharsets.UTF_8));

        assertThat(asked).containsExactly("/RE17.wav?RequestedChannels=2 Basic " + credentials);
        assertThat(completed.getString("sha256")).isEqualTo(Audio.sha256(DIALOGUE));
        assertThat(completed.getInt("channels")).isEqualTo(2);
        assertThat(completed.getString("call.id")).isEqualTo("CA0123456789abcdef0123456789abcd01");
        assertThat(completed.getLong("startTime")).isEqualTo(1795930923L);
        assertThat(completed.getLong("endTime")).isEqualTo(1795930933L);
        assertThat(completed.getString("metadata.recordingSid")).isEqualTo("RE0123456789abcdef0123456789abcd02");
        assertThat(caller.events(id).prettify()).doesNotContain(TOKEN, credentials);
    }

    @Test
    void mediaThatIsNotThereYetIsAskedForAgain() {
        isThere.set(false);
        var id = taken(form());
        await().atMost(Caller.PATIENCE)
                .until(() -> !asked.isEmpty()
                        && caller.retrieve(id).getString("job.status").equals("queued"));
        isThere.set(true);
        clock.advance(Duration.ofMinutes(1));
        functions.sweep();

        assertThat(caller.awaitStatus(id, "completed").getInt("job.attempts")).isEqualTo(2);
    }

    @Test
    void anAbsentRecordingHasFailedWithTheReason() {
        var form = with("RecordingStatus", "absent");
        form.put("ErrorCode", "16101");
        form.remove("RecordingUrl");
        var failed = caller.retrieve(taken(form));

        assertThat(failed.getString("status")).isEqualTo("failed");
        assertThat(failed.getString("failure.code")).isEqualTo("recording-absent");
        assertThat(failed.getString("failure.message"))
                .isEqualTo("Twilio has no recording: it was too short (error 16101).");
        assertThat(caller.eventNames(failed.getString("id"))).containsExactly("created", "failed");
        assertThat(asked).isEmpty();
    }

    @Test
    void aConferenceIsACallOfManyOnOneChannel() {
        var form = with("ConferenceSid", "CF01");
        form.remove("CallSid");
        form.put("RecordingChannels", "1");
        var completed = caller.awaitStatus(taken(form), "completed");

        assertThat(completed.getString("call.id")).isEqualTo("CF01");
        assertThat(asked).allMatch(request -> request.startsWith("/RE17.wav Basic "));
    }

    @Test
    void sentFiveTimesItIsOneRecording() {
        var first = taken(form());
        for (int again = 0; again < 4; again++) {
            assertThat(taken(form())).isEqualTo(first);
        }
        assertThat(caller.request().get("/v1/recordings").jsonPath().getList("items.id"))
                .hasSize(1);
    }

    @Test
    void sentDaysLaterItIsStillTheSameRecordingEvenOneThatWasDeleted() {
        var first = taken(form());
        clock.advance(Duration.ofDays(3));
        assertThat(taken(form())).isEqualTo(first);

        caller.request().delete("/v1/recordings/{id}", first).then().statusCode(200);
        assertThat(taken(form())).isEqualTo(first);
        assertThat(caller.request().get("/v1/recordings").jsonPath().getList("items.id"))
                .isEmpty();
    }

    @Test
    void jsonIsKnownByItsHashInTheAddress() {
        var body =
                "{\"RecordingSid\":\"RE3\",\"RecordingStatus\":\"completed\",\"RecordingUrl\":\"%s\",\"CallSid\":\"CA3\"}"
                        .formatted(media)
                        .getBytes(StandardCharsets.UTF_8);
        var path = twilio.path() + "&bodySHA256=" + Audio.sha256(body);
        var headers = Map.of("X-Twilio-Signature", signature(address(path)));

        twilio.request(body, headers)
                .urlEncodingEnabled(false)
                .post(path)
                .then()
                .statusCode(200)
                .body("status", is("accepted"));
        twilio.request("{}".getBytes(StandardCharsets.UTF_8), headers)
                .urlEncodingEnabled(false)
                .post(path)
                .then()
                .statusCode(401);
    }

    @Test
    void whatIsSignedOtherwiseIsRefused() {
        var form = form();
        send(form, signature(address(twilio.path()))).statusCode(401);
        send(form, "").statusCode(401);
        send(with("RecordingStatus", "absent"), signature(signed(form))).statusCode(401);
        assertThat(caller.request().get("/v1/recordings").jsonPath().getList("items"))
                .isEmpty();
    }

    @Test
    void whatIsStillBeingRecordedIsIgnored() {
        var form = with("RecordingStatus", "in-progress");
        send(form, signature(signed(form))).statusCode(200).body("status", is("ignored"));
    }

    @Test
    void anAccountThatIsNoneIsNotTaken() {
        caller.request(Map.of("accountSid", "SK1", "authToken", TOKEN))
                .put("/v1/imports/twilio")
                .then()
                .statusCode(400)
                .body("errors[0].field", is("/accountSid"));
    }

    private Map<String, String> with(String name, String value) {
        var form = form();
        form.put(name, value);
        return form;
    }

    private Map<String, String> form() {
        var form = new HashMap<String, String>();
        var text = new String(Callbacks.payload("twilio.txt", Map.of("MEDIA_URL", media)), StandardCharsets.UTF_8);
        Arrays.stream(text.strip().split("&"))
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> form.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        return form;
    }

    private String taken(Map<String, String> form) {
        return send(form, signature(signed(form)))
                .statusCode(200)
                .body("status", is("accepted"))
                .extract()
                .path("recording");
    }

    private ValidatableResponse send(Map<String, String> form, String signature) {
        var body = String.join(
                "&",
                form.entrySet().stream()
                        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                        .toList());
        return api.anonymous()
                .contentType("application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", signature)
                .body(body)
                .post(twilio.path())
                .then();
    }

    private String signed(Map<String, String> form) {
        var text = new StringBuilder(address(twilio.path()));
        new TreeMap<>(form).forEach((name, value) -> text.append(name).append(value));
        return text.toString();
    }

    private static String signature(String text) {
        return Base64.getEncoder()
                .encodeToString(Callbacks.hmac("HmacSHA1", TOKEN, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String address(String path) {
        return "http://localhost:" + ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class)
                + path;
    }
}
