package io.tapedeck.local;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduler;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Runs the function {@code sweep} every now and then, as EventBridge Scheduler does. */
@Singleton
class Schedule {
    private static final Logger LOG = Logger.getLogger(Schedule.class);

    private final Settings settings;
    private final Scheduler scheduler;
    private final Functions functions;

    Schedule(Settings settings, Scheduler scheduler, Functions functions) {
        this.settings = settings;
        this.scheduler = scheduler;
        this.functions = functions;
    }

    /** Runs it now and from now on; tests, where the scheduler is off, call the function themselves. */
    void start() {
        if (scheduler.isRunning()) {
            scheduler
                    .newJob("sweep")
                    .setInterval(settings.sweepEvery().toString())
                    .setConcurrentExecution(Scheduled.ConcurrentExecution.SKIP)
                    .setTask(execution -> sweep())
                    .schedule();
        }
    }

    private void sweep() {
        try {
            functions.invoke("sweep", JsonNodeFactory.instance.objectNode());
        } catch (Exception e) {
            LOG.warnf(e, "the sweep failed, the next one catches up");
        }
    }
}
