package io.tapedeck.function;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.funqy.Funq;
import io.tapedeck.recording.Arrivals;
import io.tapedeck.recording.Arrivals.Arrival;
import io.tapedeck.recording.ObjectKey;
import io.tapedeck.recording.Worker;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Takes in what has been uploaded, as S3 tells of it: at least once, in any order, maybe late. */
public class IngestFunction {
    private final Arrivals arrivals;
    private final Worker worker;
    private final Clock clock;

    IngestFunction(Arrivals arrivals, Worker worker, Clock clock) {
        this.arrivals = arrivals;
        this.worker = worker;
        this.clock = clock;
    }

    @Funq("ingest")
    public void ingest(S3Notification notification) {
        if (notification.records() != null) {
            notification.records().stream()
                    .filter(arrival -> arrival.eventName().startsWith("ObjectCreated:"))
                    .forEach(this::ingest);
        }
    }

    private void ingest(S3Record arrival) {
        var key = URLDecoder.decode(arrival.s3().object().key(), StandardCharsets.UTF_8);
        var meaning = arrivals.arrived(new ObjectKey(key), millis(arrival));
        if (meaning instanceof Arrival.Expected(var tenant, var recording, var job)) {
            worker.run(tenant, recording, job);
        }
    }

    private long millis(S3Record arrival) {
        return arrival.eventTime() == null
                ? clock.millis()
                : Instant.parse(arrival.eventTime()).toEpochMilli();
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
