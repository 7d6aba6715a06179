package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.tapedeck.SampleAudio;
import io.tapedeck.id.Sha256;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Telnyx and LiveKit tell becomes recordings. */
@QuarkusTest
@TestProfile(PrivateTargets.class)
class SignedImportTest {
    private static final byte[] DIALOGUE = SampleAudio.DIALOGUE_WAV.bytes();
    private static final String KEY = "APIkey17";
    private static final String SECRET = "secret";

    @Inject
    Api api;

    @Inject
    TestClock clock;

    private Source source;
    private Caller caller;
    private Map<String, String> addresses;

    @BeforeEach
    void enter() {
        source = new Source();
        caller = api.caller();
        addresses = Map.of("MEDIA_URL", source.serve("/call.wav", DIALOGUE));
    }

    @AfterEach
    void leave() {
        source.close();
    }

    @Test
    void whatTelnyxHasSavedIsFetchedOnce() throws GeneralSecurityException {
        var keys = telnyxKeys();
        var telnyx = new Callbacks(api, "telnyx", caller.tenant());
        var body = Callbacks.payload("telnyx.json", addresses);
        var id = accepted(telnyx, body, signed(keys, body, now()));

        var completed = caller.awaitStatus(id, "completed");
        assertThat(completed.getString("call.id")).isEqualTo("428c31b6-abf4-3bc1-b7f4-5013ef9657c1");
        assertThat(completed.getString("metadata.from")).isEqualTo("+15550142");
        assertThat(completed.getLong("startTime")).isEqualTo(1795930923L);
        assertThat(completed.getLong("endTime")).isEqualTo(1795930985L);
        assertThat(accepted(telnyx, body, signed(keys, body, now()))).isEqualTo(id);
    }

    @Test
    void whatTelnyxHasNotSignedNowIsRefused() throws GeneralSecurityException {
        var keys = telnyxKeys();
        var telnyx = new Callbacks(api, "telnyx", caller.tenant());
        var body = Callbacks.payload("telnyx.json", addresses);
        var other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();

        telnyx.send(body, Map.of()).statusCode(401);
        telnyx.send(body, signed(keys, body, now() - 301)).statusCode(401);
        telnyx.send(body, signed(other, body, now())).statusCode(401);
        telnyx.send("{}".getBytes(StandardCharsets.UTF_8), signed(keys, body, now()))
                .statusCode(401);
        caller.request(Map.of("publicKey", "AAAA"))
                .put("/v1/imports/telnyx")
                .then()
                .statusCode(400)
                .body("errors[0].field", is("/publicKey"));
    }

    @Test
    void theFileOfAnEgressIsFetchedOnce() {
        var livekit = livekit();
        var body = Callbacks.payload("livekit.json", addresses);
        var id = accepted(livekit, body, token(body, KEY, SECRET, now() + 300));

        var completed = caller.awaitStatus(id, "completed");
        assertThat(completed.getString("call.id")).isEqualTo("RM_hycBMAjmt6Ub");
        assertThat(completed.getString("call.name")).isEqualTo("support-17");
        assertThat(completed.getLong("startTime")).isEqualTo(1795930923L);
        assertThat(accepted(livekit, body, token(body, KEY, SECRET, now() + 300)))
                .isEqualTo(id);
    }

    @Test
    void anEgressThatFailedIsAFailedRecording() {
        var text = new String(Callbacks.payload("livekit.json", addresses), StandardCharsets.UTF_8)
                .replace("\"EGRESS_COMPLETE\"", "\"EGRESS_FAILED\", \"error\": \"no audio\"");
        var body = text.getBytes(StandardCharsets.UTF_8);
        JsonPath failed = caller.retrieve(accepted(livekit(), body, token(body, KEY, SECRET, now() + 300)));

        assertThat(failed.getString("status")).isEqualTo("failed");
        assertThat(failed.getString("failure.message")).isEqualTo("LiveKit could not record: no audio");
    }

    @Test
    void aTokenOfAnotherKeyTimeOrBodyIsRefused() {
        var livekit = livekit();
        var body = Callbacks.payload("livekit.json", addresses);

        livekit.send(body, Map.of()).statusCode(401);
        livekit.send(body, token(body, "another", SECRET, now() + 300)).statusCode(401);
        livekit.send(body, token(body, KEY, "guessed", now() + 300)).statusCode(401);
        livekit.send(body, token(body, KEY, SECRET, now() - 61)).statusCode(401);
        livekit.send("{}".getBytes(StandardCharsets.UTF_8), token(body, KEY, SECRET, now() + 300))
                .statusCode(401);
    }

    private KeyPair telnyxKeys() throws GeneralSecurityException {
        var keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var encoded = keys.getPublic().getEncoded();
        var raw = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
        caller.request(Map.of("publicKey", Base64.getEncoder().encodeToString(raw)))
                .put("/v1/imports/telnyx")
                .then()
                .statusCode(201);
        return keys;
    }

    private Callbacks livekit() {
        caller.request(Map.of("apiKey", KEY, "apiSecret", SECRET))
                .put("/v1/imports/livekit")
                .then()
                .statusCode(201);
        return new Callbacks(api, "livekit", caller.tenant());
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    private static String accepted(Callbacks callbacks, byte[] body, Map<String, String> headers) {
        return callbacks
                .send(body, headers)
                .statusCode(200)
                .body("status", is("accepted"))
                .extract()
                .path("recording");
    }

    private static Map<String, String> signed(KeyPair keys, byte[] body, long time) throws GeneralSecurityException {
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(keys.getPrivate());
        signature.update((time + "|").getBytes(StandardCharsets.UTF_8));
        signature.update(body);
        return Map.of(
                "telnyx-timestamp",
                String.valueOf(time),
                "telnyx-signature-ed25519",
                Base64.getEncoder().encodeToString(signature.sign()));
    }

    private static Map<String, String> token(byte[] body, String key, String secret, long end) {
        var url = Base64.getUrlEncoder().withoutPadding();
        var hash = Base64.getEncoder().encodeToString(Sha256.digest().digest(body));
        var head = url.encodeToString("{\"alg\":\"HS256\"}".getBytes(StandardCharsets.UTF_8));
        var claims = url.encodeToString("{\"iss\":\"%s\",\"exp\":%d,\"sha256\":\"%s\"}"
                .formatted(key, end, hash)
                .getBytes(StandardCharsets.UTF_8));
        var signed = head + "." + claims;
        var signature =
                url.encodeToString(Callbacks.hmac("HmacSHA256", secret, signed.getBytes(StandardCharsets.UTF_8)));
        return Map.of("Authorization", signed + "." + signature);
    }
}
