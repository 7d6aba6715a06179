package io.tapedeck.imports;

import io.tapedeck.problem.ProblemException;
import io.tapedeck.recording.Details;
import io.tapedeck.storage.ImportSource;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The webhooks of Telnyx, of which {@code call.recording.saved} and {@code conference.recording.saved} tell of recordings. They are
 * signed by Ed25519 (RFC 8032) over the time, a bar and the body.
 *
 * @see <a href="https://developers.telnyx.com/api-reference/callbacks/call-recording-saved">Telnyx, Call recording saved</a>
 */
final class TelnyxFormat implements CallbackFormat {
    private static final String ED25519 = "Ed25519";
    private static final Duration LONGEST_WAY = Duration.ofMinutes(5);
    private static final int KEY_LENGTH = 32;
    private static final List<String> SAVED = List.of("call.recording.saved", "conference.recording.saved");

    /** What an Ed25519 key begins with as X.509 has it (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    /** Whether a text is a public key as Telnyx shows it: 32 bytes in Base64. */
    static boolean isKey(String text) {
        return bytes(text).filter(key -> key.length == KEY_LENGTH).isPresent();
    }

    @Override
    public boolean isGenuine(Callback callback, ProviderSecrets secrets) {
        var time = callback.header("telnyx-timestamp")
                .filter(text -> text.matches("[0-9]{1,12}"))
                .filter(text -> isRecent(Instant.ofEpochSecond(Long.parseLong(text)), callback.now()));
        var signature = callback.header("telnyx-signature-ed25519").flatMap(TelnyxFormat::bytes);
        return time.isPresent()
                && signature.isPresent()
                && isSigned(signed(time.get(), callback.body()), signature.get(), secrets.get("publicKey"));
    }

    @Override
    public Told read(Callback callback) {
        var event = JsonDocument.read(callback.body()).at("data");
        if (event.text("event_type").filter(SAVED::contains).isEmpty()) {
            return new Told.Nothing();
        }
        var payload = event.at("payload");
        var id = payload.text("recording_id")
                .or(() -> event.text("id"))
                .orElseThrow(() -> ProblemException.invalid("/data/id", "is required in " + SAVED.getFirst()));
        return url(payload)
                .<Told>map(url -> new Told.Recorded(
                        CallNotes.cut(id), details(payload), new ImportSource(url, Optional.empty()), Optional.empty()))
                .orElseGet(Told.Nothing::new);
    }

    /** WAV where there is one. */
    private static Optional<String> url(JsonDocument payload) {
        return payload.text("recording_urls", "wav")
                .or(() -> payload.text("public_recording_urls", "wav"))
                .or(() -> payload.text("recording_urls", "mp3"))
                .or(() -> payload.text("public_recording_urls", "mp3"));
    }

    private static Details details(JsonDocument payload) {
        return new CallNotes(Provider.TELNYX)
                .call(payload.text("call_session_id").or(() -> payload.text("conference_id")), Optional.empty())
                .times(payload.time("recording_started_at"), payload.time("recording_ended_at"))
                .also("recordingId", payload.text("recording_id"))
                .also("conferenceId", payload.text("conference_id"))
                .also("callLegId", payload.text("call_leg_id"))
                .also("callControlId", payload.text("call_control_id"))
                .also("connectionId", payload.text("connection_id"))
                .also("clientState", payload.text("client_state"))
                .also("from", payload.text("from"))
                .also("to", payload.text("to"))
                .also("channels", payload.text("channels"))
                .details();
    }

    private static boolean isRecent(Instant time, Instant now) {
        return Duration.between(time, now).abs().compareTo(LONGEST_WAY) <= 0;
    }

    private static byte[] signed(String time, byte[] body) {
        var all = new ByteArrayOutputStream();
        all.writeBytes((time + "|").getBytes(StandardCharsets.UTF_8));
        all.writeBytes(body);
        return all.toByteArray();
    }

    private static boolean isSigned(byte[] bytes, byte[] signature, String key) {
        try {
            var verifier = Signature.getInstance(ED25519);
            verifier.initVerify(key(key));
            verifier.update(bytes);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            // a key that is none, or a signature that cannot be one
            return false;
        }
    }

    private static PublicKey key(String text) throws GeneralSecurityException {
        var encoded = new ByteArrayOutputStream();
        encoded.writeBytes(X509);
        encoded.writeBytes(bytes(text).orElse(new byte[0]));
        return KeyFactory.getInstance(ED25519).generatePublic(new X509EncodedKeySpec(encoded.toByteArray()));
    }

    private static Optional<byte[]> bytes(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
