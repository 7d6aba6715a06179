package io.tapedeck.log;

import io.tapedeck.json.Json;
import io.tapedeck.log.InvocationOutcome.Done;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Writes one line of JSON per invocation: which function it was, how it ended, how long it took, what it did, and its
 * metrics.
 */
public final class InvocationLog {
    /** Name of the logger whose messages are JSON. */
    public static final String LOGGER = "io.tapedeck.invocation";

    private static final Logger LOG = System.getLogger(LOGGER);

    private final Json json;
    private final Clock clock;
    private final Platform platform;
    private final AtomicBoolean cold = new AtomicBoolean(true);

    public InvocationLog(Json json, Clock clock, Platform platform) {
        this.json = json;
        this.clock = clock;
        this.platform = platform;
    }

    /** An invocation that begins now; its line is written when it is closed. */
    public Invocation begin(String function) {
        return new Invocation(function, clock.millis(), this::write);
    }

    /** Writes what failed under the instance that the caller was told. */
    public void failure(String instance, RuntimeException failure) {
        LOG.log(Level.ERROR, json.write(Message.ofFault(instance, platform.requestId(), failure)));
    }

    /** Says that the process goes on from a snapshot: the next invocation is its first. */
    public void restored() {
        cold.set(true);
    }

    private void write(Invocation invocation) {
        var line = Line.of(invocation, platform, clock.millis(), cold.getAndSet(false));
        // a schedule and a queue that have nothing to do would fill the screen of one machine
        LOG.log(line.outcome() == Done.NOTHING_TO_DO ? Level.DEBUG : Level.INFO, json.write(line));
    }
}
