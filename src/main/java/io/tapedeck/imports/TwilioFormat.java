package io.tapedeck.imports;

import io.tapedeck.problem.Failure;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.recording.Details;
import io.tapedeck.storage.ImportSource;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The recording status callbacks of Twilio, of calls and of conferences. The media is a WAV file with as many channels as were
 * recorded, which asks for the account's credentials.
 *
 * @see <a href="https://www.twilio.com/docs/voice/api/recording">Twilio, Recordings resource</a>
 */
final class TwilioFormat implements CallbackFormat {
    private static final String DUAL = "2";
    private static final String WAV = ".wav";

    @Override
    public boolean isGenuine(Callback callback, ProviderSecrets secrets) {
        return new TwilioSignature(callback).isBy(secrets.get("authToken"));
    }

    @Override
    public Told read(Callback callback) {
        var form = Form.of(callback);
        return switch (form.text("RecordingStatus").orElse("")) {
            case "completed" -> {
                var url = form.text("RecordingUrl").orElseThrow(() -> missing("RecordingUrl"));
                yield new Told.Recorded(id(form), details(form), source(form, url), Optional.empty());
            }
            case "absent" ->
                new Told.Lost(
                        id(form),
                        details(form),
                        new Failure(
                                "recording-absent",
                                "Twilio has no recording: %s.".formatted(reason(form, "it was too short or silent"))));
            case "failed" ->
                new Told.Lost(
                        id(form),
                        details(form),
                        new Failure(
                                "recording-failed",
                                "Twilio could not record: %s.".formatted(reason(form, "it does not say why"))));
            default -> new Told.Nothing();
        };
    }

    private static String id(Form form) {
        return CallNotes.cut(form.text("RecordingSid").orElseThrow(() -> missing("RecordingSid")));
    }

    private static ProblemException missing(String name) {
        return ProblemException.invalid(name, "is required in a recording status callback");
    }

    private static ImportSource source(Form form, String url) {
        var channels = form.text("RecordingChannels").filter(DUAL::equals).map(_ -> "?RequestedChannels=2");
        return new ImportSource(
                (url.endsWith(WAV) ? url : url + WAV) + channels.orElse(""),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Provider.TWILIO.toString()));
    }

    /**
     * Source: Twilio's error codes.
     *
     * @param usual where it names none
     */
    private static String reason(Form form, String usual) {
        return switch (form.text("ErrorCode").orElse("")) {
            case "16101" -> "it was too short (error 16101)";
            case "16102" -> "it was silent (error 16102)";
            case String code when code.matches("[1-9][0-9]{0,9}") -> "error " + code;
            default -> usual;
        };
    }

    private static Details details(Form form) {
        var start = form.text("RecordingStartTime").flatMap(TwilioFormat::time);
        var end = start.flatMap(began ->
                form.text("RecordingDuration").flatMap(TwilioFormat::seconds).map(began::plus));
        return new CallNotes(Provider.TWILIO)
                .call(form.text("CallSid").or(() -> form.text("ConferenceSid")), form.text("FriendlyName"))
                .times(start, end)
                .also("recordingSid", form.text("RecordingSid"))
                .also("conferenceSid", form.text("ConferenceSid"))
                .also("accountSid", form.text("AccountSid"))
                .also("recordingSource", form.text("RecordingSource"))
                .also("recordingTrack", form.text("RecordingTrack"))
                .alsoNumber(
                        "recordingChannels",
                        form.text("RecordingChannels")
                                .filter(text -> text.matches("[0-9]"))
                                .map(BigDecimal::new))
                .details();
    }

    private static Optional<Duration> seconds(String text) {
        return text.matches("[0-9]{1,7}") ? Optional.of(Duration.ofSeconds(Long.parseLong(text))) : Optional.empty();
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
