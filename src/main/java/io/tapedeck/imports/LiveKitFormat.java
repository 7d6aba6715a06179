package io.tapedeck.imports;

import io.tapedeck.problem.Failure;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.recording.Details;
import io.tapedeck.storage.ImportSource;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The webhooks of LiveKit, of which {@code egress_ended} tells of a recording. Its first file is taken, from the address at which the
 * egress has put it.
 *
 * @see <a href="https://docs.livekit.io/reference/other/egress/api/">LiveKit, Egress API</a>
 */
final class LiveKitFormat implements CallbackFormat {
    private static final BigDecimal NANOSECONDS = BigDecimal.valueOf(1_000_000_000);
    private static final Set<String> FAILED = Set.of("EGRESS_FAILED", "EGRESS_ABORTED");

    @Override
    public boolean isGenuine(Callback callback, ProviderSecrets secrets) {
        return new LiveKitToken(callback).isBy(secrets.get("apiKey"), secrets.get("apiSecret"));
    }

    @Override
    public Told read(Callback callback) {
        var event = JsonDocument.read(callback.body());
        if (!event.text("event").equals(Optional.of("egress_ended"))) {
            return new Told.Nothing();
        }
        var egress = event.at("egressInfo");
        var id = egress.text("egressId")
                .map(CallNotes::cut)
                .orElseThrow(() -> ProblemException.invalid("/egressInfo/egressId", "is required in egress_ended"));
        var file = Stream.concat(egress.items("fileResults"), Stream.of(egress.at("file")))
                .flatMap(result -> result.text("location").stream())
                .findFirst();
        if (egress.text("status").filter(FAILED::contains).isPresent()) {
            return new Told.Lost(id, details(egress), new Failure("recording-failed", reason(egress)));
        }
        return file.<Told>map(location -> new Told.Recorded(
                        id, details(egress), new ImportSource(location, Optional.empty()), Optional.empty()))
                .orElseGet(Told.Nothing::new);
    }

    private static String reason(JsonDocument egress) {
        return egress.text("error")
                .map(error -> "LiveKit could not record: %s".formatted(CallNotes.cut(error)))
                .orElse("LiveKit could not record.");
    }

    private static Details details(JsonDocument egress) {
        return new CallNotes(Provider.LIVEKIT)
                .call(egress.text("roomId"), egress.text("roomName"))
                .times(time(egress, "startedAt"), time(egress, "endedAt"))
                .also("egressId", egress.text("egressId"))
                .also("status", egress.text("status"))
                .details();
    }

    private static Optional<Instant> time(JsonDocument egress, String name) {
        return egress.number(name)
                .filter(nanoseconds -> nanoseconds.signum() > 0)
                .map(nanoseconds -> Instant.ofEpochSecond(
                        nanoseconds.divide(NANOSECONDS, RoundingMode.DOWN).longValue()));
    }
}
