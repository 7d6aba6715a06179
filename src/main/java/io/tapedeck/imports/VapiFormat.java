package io.tapedeck.imports;

import io.tapedeck.call.Participant;
import io.tapedeck.call.Role;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.recording.Details;
import io.tapedeck.storage.ImportSource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The server messages of Vapi, of which {@code end-of-call-report} tells of a recording. The stereo recording is taken where there is
 * one; its first channel is the customer's, and its second the assistant's.
 *
 * @see <a href="https://docs.vapi.ai/server-url/events">Vapi, Server events</a>
 */
final class VapiFormat implements CallbackFormat {
    static final int CUSTOMER = 0;
    static final int ASSISTANT = 1;

    private static final Pattern BEARER = Pattern.compile("(?i)bearer +(\\S+) *");

    @Override
    public boolean isGenuine(Callback callback, ProviderSecrets secrets) {
        var secret = secrets.get("secret");
        return callback.header("x-vapi-secret")
                        .filter(told -> isEqual(told, secret))
                        .isPresent()
                || callback.header("authorization")
                        .map(BEARER::matcher)
                        .filter(bearer -> bearer.matches() && isEqual(bearer.group(1), secret))
                        .isPresent()
                || new VapiSignature(callback).isBy(secret);
    }

    @Override
    public Told read(Callback callback) {
        var message = JsonDocument.read(callback.body()).at("message");
        if (!message.text("type").equals(Optional.of("end-of-call-report"))) {
            return new Told.Nothing();
        }
        var id = message.text("call", "id")
                .orElseThrow(
                        () -> ProblemException.invalid("/message/call/id", "is required in an end-of-call-report"));
        var stereo = first(
                message.text("artifact", "recording", "stereoUrl"),
                message.text("artifact", "stereoRecordingUrl"),
                message.text("stereoRecordingUrl"));
        var url = first(
                stereo,
                message.text("artifact", "recording", "mono", "combinedUrl"),
                message.text("artifact", "recordingUrl"),
                message.text("recordingUrl"));
        return url.<Told>map(address -> new Told.Recorded(
                        CallNotes.cut(id),
                        details(message, id, stereo.isPresent()),
                        new ImportSource(address, Optional.empty()),
                        new VapiMessages(message).transcript()))
                .orElseGet(Told.Nothing::new);
    }

    private static Details details(JsonDocument message, String id, boolean stereo) {
        var call = message.at("call");
        return new CallNotes(Provider.VAPI)
                .call(Optional.of(id), call.text("name"))
                .assistant(
                        first(message.text("assistant", "id"), call.text("assistantId"), call.text("assistant", "id")),
                        first(message.text("assistant", "name"), call.text("assistant", "name")))
                .phoneNumber(
                        first(message.text("phoneNumber", "id"), call.text("phoneNumberId")),
                        first(message.text("phoneNumber", "number"), call.text("phoneNumber", "number")),
                        first(message.text("phoneNumber", "name"), call.text("phoneNumber", "name")))
                .times(
                        message.time("startedAt").or(() -> call.time("startedAt")),
                        message.time("endedAt").or(() -> call.time("endedAt")))
                .participants(participants(message, stereo))
                .also("callType", call.text("type"))
                .also("customerNumber", first(message.text("customer", "number"), call.text("customer", "number")))
                .also("endedReason", first(message.text("endedReason"), call.text("endedReason")))
                .alsoNumber("cost", message.number("cost").or(() -> call.number("cost")))
                .details();
    }

    /** Each has a channel in a stereo recording only. */
    private static List<Participant> participants(JsonDocument message, boolean stereo) {
        var customer = first(message.text("customer", "name"), message.text("call", "customer", "name"));
        var assistant = first(message.text("assistant", "name"), message.text("call", "assistant", "name"));
        return List.of(
                participant(customer, Role.CUSTOMER, CUSTOMER, stereo),
                participant(assistant, Role.ASSISTANT, ASSISTANT, stereo));
    }

    private static Participant participant(Optional<String> name, Role role, int channel, boolean stereo) {
        return new Participant(
                Optional.empty(),
                name.map(CallNotes::cut),
                Optional.of(role),
                Optional.of(channel).filter(_ -> stereo));
    }

    @SafeVarargs
    private static Optional<String> first(Optional<String>... choices) {
        return List.of(choices).stream().flatMap(Optional::stream).findFirst();
    }

    private static boolean isEqual(String told, String secret) {
        return MessageDigest.isEqual(told.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }
}
