package io.tapedeck.log;

import io.tapedeck.id.RecordingId;
import io.tapedeck.log.InvocationOutcome.Done;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** An invocation under way. What is known of it when it is closed is what its line says. */
public final class Invocation implements AutoCloseable {
    private final String function;
    private final long start;
    private final Consumer<Invocation> log;
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final Map<Metric, Number> metrics = new EnumMap<>(Metric.class);
    private InvocationOutcome outcome = Done.ERROR;
    private Optional<RecordingId> recording = Optional.empty();
    private Optional<String> apiRequestId = Optional.empty();

    Invocation(String function, long start, Consumer<Invocation> log) {
        this.function = function;
        this.start = start;
        this.log = log;
    }

    /** Says how it ended; as long as nobody does, it is an error. */
    public void ended(InvocationOutcome how) {
        outcome = how;
    }

    /** Says which recordings it is about. A line names one, so those of several are not named. */
    public void about(Collection<RecordingId> ids) {
        recording = ids.stream().findFirst().filter(_ -> ids.size() == 1);
    }

    /** Says by which request it came, in API Gateway's words. */
    public void apiRequest(String apiRequest) {
        apiRequestId = Optional.ofNullable(apiRequest);
    }

    /** Says how many of something there were. */
    public void count(String what, int number) {
        counts.put(what, number);
    }

    /** Says what a metric is. */
    public void measure(Metric metric, Number value) {
        metrics.put(metric, value);
    }

    /** Writes the line. */
    @Override
    public void close() {
        log.accept(this);
    }

    String function() {
        return function;
    }

    /** Milliseconds since 1970. */
    long start() {
        return start;
    }

    InvocationOutcome outcome() {
        return outcome;
    }

    Optional<RecordingId> recording() {
        return recording;
    }

    Optional<String> apiRequestId() {
        return apiRequestId;
    }

    Map<String, Integer> counts() {
        return counts;
    }

    Map<Metric, Number> metrics() {
        return metrics;
    }
}
