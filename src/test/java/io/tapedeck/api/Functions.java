package io.tapedeck.api;

import io.tapedeck.function.triggers.IngestFunction;
import io.tapedeck.function.triggers.IngestFunction.S3Entity;
import io.tapedeck.function.triggers.IngestFunction.S3Notification;
import io.tapedeck.function.triggers.IngestFunction.S3Object;
import io.tapedeck.function.triggers.IngestFunction.S3Record;
import io.tapedeck.function.triggers.SweepFunction;
import io.tapedeck.retention.Sweep.Report;
import jakarta.inject.Singleton;
import java.util.List;

/** The functions that no HTTP request reaches, called as the bucket and the schedule call them. */
@Singleton
public class Functions {
    private final IngestFunction ingest;
    private final SweepFunction sweep;
    private final TestClock clock;

    Functions(IngestFunction ingest, SweepFunction sweep, TestClock clock) {
        this.ingest = ingest;
        this.sweep = sweep;
        this.clock = clock;
    }

    /** Tells of an object in the bucket and waits until that is dealt with. */
    public void ingest(String key) {
        var entity = new S3Entity(new S3Object(key));
        ingest.ingest(new S3Notification(List.of(new S3Record("ObjectCreated:Put", null, entity))));
    }

    /** Does what is due. */
    public Report sweep() {
        return sweep.sweep();
    }

    /** Goes back to the real time. */
    public void resetTime() {
        clock.reset();
        sweep();
    }
}
