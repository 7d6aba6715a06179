package io.tapedeck.function.triggers;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.funqy.Funq;
import io.tapedeck.function.triggers.WorkFunction.BatchResult;
import io.tapedeck.function.triggers.WorkFunction.FailedItem;
import io.tapedeck.function.triggers.WorkFunction.Message;
import io.tapedeck.function.triggers.WorkFunction.QueueEvent;
import io.tapedeck.json.Json;
import io.tapedeck.log.Invocation;
import io.tapedeck.log.InvocationLog;
import io.tapedeck.log.InvocationOutcome.Done;
import io.tapedeck.log.Metric;
import io.tapedeck.webhook.Delivering;
import io.tapedeck.webhook.Errand;
import io.tapedeck.webhook.Tally;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/** Tells webhooks of what the queue of errands has, side by side. Messages that could not be dealt with stay in the queue. */
public class DeliverFunction {
    private static final Logger LOG = System.getLogger(DeliverFunction.class.getName());

    private final Delivering delivering;
    private final Json json;
    private final InvocationLog log;

    DeliverFunction(Delivering delivering, Json json, InvocationLog log) {
        this.delivering = delivering;
        this.json = json;
        this.log = log;
    }

    @Funq("deliver")
    public BatchResult deliver(QueueEvent event) {
        try (var invocation = log.begin("deliver");
                var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            invocation.count("records", event.records().size());
            var results = event.records().stream()
                    .map(message -> CompletableFuture.supplyAsync(() -> run(message), executor))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
            var undone =
                    results.stream().filter(result -> result.tally().isEmpty()).toList();
            tell(
                    invocation,
                    results.stream()
                            .map(Result::tally)
                            .flatMap(Optional::stream)
                            .reduce(Tally.NOTHING, Tally::plus),
                    undone.size());
            return new BatchResult(undone.stream()
                    .map(result -> new FailedItem(result.message()))
                    .toList());
        }
    }

    private Result run(Message message) {
        try {
            var errand = json.mapper().readValue(message.body(), Errand.class);
            return new Result(message.messageId(), Optional.of(delivering.run(errand)));
        } catch (JsonProcessingException | RuntimeException e) {
            LOG.log(Level.ERROR, "an errand could not be run", e);
            return new Result(message.messageId(), Optional.empty());
        }
    }

    private static void tell(Invocation invocation, Tally tally, int errors) {
        invocation.count("delivered", tally.delivered());
        invocation.count("undelivered", tally.failed());
        invocation.count("errors", errors);
        invocation.measure(Metric.DISABLED_WEBHOOKS, tally.disabled());
        if (errors > 0) {
            invocation.ended(Done.ERROR);
        } else if (tally.failed() > 0) {
            invocation.ended(Done.POSTPONED);
        } else {
            invocation.ended(tally.delivered() > 0 ? Done.COMPLETED : Done.NOTHING_TO_DO);
        }
    }

    /**
     * What came of a message.
     *
     * @param message its id
     * @param tally empty where it is to come again
     */
    private record Result(String message, Optional<Tally> tally) {}
}
