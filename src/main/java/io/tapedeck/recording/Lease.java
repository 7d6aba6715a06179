package io.tapedeck.recording;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/** A hold on a job: extended every now and then, and whenever the work has come further, until it is closed. */
final class Lease implements AutoCloseable, DoubleConsumer {
    private static final Logger LOG = System.getLogger(Lease.class.getName());
    private static final Duration TICK = Duration.ofSeconds(2);
    private static final int TICKS_OF_HEARTBEAT = 10;

    private final Consumer<Job> extension;
    private final Job job;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

    private volatile double reached;
    private double told;
    private int ticks;

    /** @param extension is told of the job as far as it has come */
    Lease(Consumer<Job> extension, Job job) {
        this.extension = extension;
        this.job = job;
        timer.scheduleAtFixedRate(this::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Says how far the work is, from 0 to 1. */
    @Override
    public void accept(double progress) {
        reached = Math.clamp(progress, 0, 1);
    }

    @Override
    public void close() {
        timer.shutdown();
    }

    private void tick() {
        var progress = reached;
        if (++ticks % TICKS_OF_HEARTBEAT == 0 || progress != told) {
            extend(progress);
        }
    }

    private void extend(double progress) {
        try {
            extension.accept(job.at(progress));
            told = progress;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "a lease could not be extended", e);
        }
    }
}
