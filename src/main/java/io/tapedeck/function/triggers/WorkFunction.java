package io.tapedeck.function.triggers;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.funqy.Funq;
import io.tapedeck.id.ExportId;
import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.json.Json;
import io.tapedeck.log.InvocationLog;
import io.tapedeck.work.BulkExporting;
import io.tapedeck.work.Worker;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/** Does the jobs, and makes the exports, that the queue tells of. Messages that could not be dealt with stay in the queue. */
public class WorkFunction {
    private static final Logger LOG = System.getLogger(WorkFunction.class.getName());

    private final Worker worker;
    private final BulkExporting exports;
    private final Json json;
    private final InvocationLog log;

    WorkFunction(Worker worker, BulkExporting exports, Json json, InvocationLog log) {
        this.worker = worker;
        this.exports = exports;
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
            follow(order, tally);
            return true;
        } catch (JsonProcessingException | RuntimeException e) {
            LOG.log(Level.ERROR, "a message could not be processed", e);
            tally.addError();
            return false;
        }
    }

    private void follow(Order order, JobTally tally) {
        var export = ExportId.parse(order.job());
        if (export.isPresent()) {
            tally.add(exports.run(order.tenant(), export.get()));
        } else {
            var recording = RecordingId.parse(order.recording()).orElseThrow();
            var job = JobId.parse(order.job()).orElseThrow();
            tally.add(recording, worker.run(order.tenant(), recording, job));
        }
    }

    /** What SQS sends. */
    public record QueueEvent(@JsonProperty("Records") List<Message> records) {}

    /** A message of the queue. */
    public record Message(String messageId, String body) {}

    /**
     * What is to be done.
     *
     * @param recording its id; of an export of many recordings, that of the export
     * @param job the job's id, or the export's
     */
    public record Order(TenantId tenant, String recording, String job) {}

    /** The messages that must be sent again. */
    public record BatchResult(List<FailedItem> batchItemFailures) {}

    /** A message that must be sent again. */
    public record FailedItem(String itemIdentifier) {}
}
