package io.tapedeck.function.triggers;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.funqy.Funq;
import io.tapedeck.log.InvocationLog;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.work.Arrivals;
import io.tapedeck.work.Arrivals.Arrival;
import io.tapedeck.work.Worker;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes in what has been uploaded, as S3 tells of it: at least once, in any order, maybe late. */
public class IngestFunction {
    private static final Logger LOG = System.getLogger(IngestFunction.class.getName());

    private final Arrivals arrivals;
    private final Worker worker;
    private final Clock clock;
    private final InvocationLog log;

    IngestFunction(Arrivals arrivals, Worker worker, Clock clock, InvocationLog log) {
        this.arrivals = arrivals;
        this.worker = worker;
        this.clock = clock;
        this.log = log;
    }

    @Funq("ingest")
    public void ingest(S3Notification notification) {
        var records = Optional.ofNullable(notification.records()).orElse(List.of());
        try (var invocation = log.begin("ingest")) {
            var tally = new JobTally(invocation, records.size());
            records.stream()
                    .filter(arrival -> arrival.eventName().startsWith("ObjectCreated:"))
                    .forEach(arrival -> ingest(arrival, tally));
            tally.end();
        }
    }

    private void ingest(S3Record arrival, JobTally tally) {
        var key = URLDecoder.decode(arrival.s3().object().key(), StandardCharsets.UTF_8);
        switch (arrivals.arrived(new ObjectKey(key), time(arrival))) {
            case Arrival.Expected(var recording, var job) -> tally.add(recording.id(), worker.run(recording, job));
            case Arrival.Adopted(var recording) -> tally.addAdopted(recording);
            case Arrival.Transcribed(var recording) -> tally.addTranscribed(recording);
            case Arrival.Rejected(var reason) -> {
                LOG.log(Level.WARNING, "an upload was rejected: {0}", reason.why());
                tally.addRejected();
            }
            case Arrival.Waiting(), Arrival.Ignored() -> {}
        }
    }

    private Instant time(S3Record arrival) {
        return arrival.eventTime() == null ? clock.instant() : Instant.parse(arrival.eventTime());
    }

    /** What S3 sends; a test event has no records. */
    public record S3Notification(@JsonProperty("Records") List<S3Record> records) {}

    /** An object that was created. */
    public record S3Record(String eventName, String eventTime, S3Entity s3) {}

    /** Where it was created. */
    public record S3Entity(S3Object object) {}

    /**
     * What was created.
     *
     * @param key URL-encoded, a space as +
     */
    public record S3Object(String key) {}
}
