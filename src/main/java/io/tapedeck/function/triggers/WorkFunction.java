package io.tapedeck.function.triggers;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.funqy.Funq;
import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.json.Json;
import io.tapedeck.log.InvocationLog;
import io.tapedeck.work.Worker;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/** Does the jobs that the queue tells of. Messages that could not be dealt with stay in the queue. */
public class WorkFunction {
    private static final Logger LOG = System.getLogger(WorkFunction.class.getName());

    private final Worker worker;
    private final Json json;
    private final InvocationLog log;

    WorkFunction(Worker worker, Json json, InvocationLog log) {
        this.worker = worker;
        this.json = json;
        this.log = log;
    }

    @Funq("work")
    public BatchResult work(QueueEvent event) {
        try (var invocation = log.begin("work")) {
            var tally = new JobTally(invocation, event.records().size());
            var failures = event.records().stream()
                    .filter(message -> !isDealtWith(message, tally))
                    .map(message -> new FailedItem(message.messageId()))
                    .toList();
            tally.end();
            return new BatchResult(failures);
        }
    }

    private boolean isDealtWith(Message message, JobTally tally) {
        try {
            var order = json.mapper().readValue(message.body(), Order.class);
            tally.add(order.recording(), worker.run(order.tenant(), order.recording(), order.job()));
            return true;
        } catch (JsonProcessingException | RuntimeException e) {
            LOG.log(Level.ERROR, "a message could not be processed", e);
            tally.addError();
            return false;
        }
    }

    /** What SQS sends. */
    public record QueueEvent(@JsonProperty("Records") List<Message> records) {}

    /** A message of the queue. */
    public record Message(String messageId, String body) {}

    /** A job to be done. */
    public record Order(TenantId tenant, RecordingId recording, JobId job) {}

    /** The messages that must be sent again. */
    public record BatchResult(List<FailedItem> batchItemFailures) {}

    /** A message that must be sent again. */
    public record FailedItem(String itemIdentifier) {}
}
