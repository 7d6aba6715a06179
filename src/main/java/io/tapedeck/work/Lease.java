package io.tapedeck.work;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import java.util.function.DoublePredicate;

/**
 * A hold on work: extended every now and then, and whenever the work has come further, until it is closed. Once it is lost,
 * to another worker or with the recording, the worker's thread is interrupted: nobody waits for its work any more.
 */
final class Lease implements AutoCloseable, DoubleConsumer {
    private static final Logger LOG = System.getLogger(Lease.class.getName());
    private static final Duration TICK = Duration.ofSeconds(2);
    private static final int TICKS_OF_HEARTBEAT = 10;

    private final DoublePredicate extension;
    private final Thread worker;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

    private volatile double reached;
    private double told;
    private int ticks;
    private boolean closed;
    private boolean lost;

    /**
     * Begins to extend it.
     *
     * @param extension is told how far the work has come, and says whether it is still held
     * @param reached how far it had come before
     */
    Lease(DoublePredicate extension, double reached, Thread worker) {
        this.extension = extension;
        this.worker = worker;
        this.reached = reached;
        this.told = reached;
        timer.scheduleAtFixedRate(this::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Says how far the work is, from 0 to 1. */
    @Override
    public void accept(double progress) {
        reached = Math.clamp(progress, 0, 1);
    }

    /** To be called by the worker, whose thread is not interrupted any more thereafter. */
    @Override
    public synchronized void close() {
        timer.shutdown();
        closed = true;
        if (lost) {
            Thread.interrupted();
        }
    }

    private synchronized void lose() {
        timer.shutdown();
        lost = true;
        if (!closed) {
            worker.interrupt();
        }
    }

    private void tick() {
        var progress = reached;
        if (++ticks % TICKS_OF_HEARTBEAT == 0 || progress != told) {
            extend(progress);
        }
    }

    private void extend(double progress) {
        try {
            if (extension.test(progress)) {
                told = progress;
            } else {
                lose();
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "a lease could not be extended", e);
        }
    }
}
