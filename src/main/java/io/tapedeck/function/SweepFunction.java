package io.tapedeck.function;

import io.quarkus.funqy.Funq;
import io.tapedeck.recording.Sweep;
import java.time.Duration;

/** Does what the clock must do; the schedule calls it. */
public class SweepFunction {
    private static final Duration BUDGET = Duration.ofMinutes(4);

    private final Sweep sweep;

    SweepFunction(Sweep sweep) {
        this.sweep = sweep;
    }

    @Funq("sweep")
    public Sweep.Report sweep() {
        return sweep.run(BUDGET);
    }
}
