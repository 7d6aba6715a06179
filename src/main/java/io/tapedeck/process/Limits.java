package io.tapedeck.process;

import java.time.Duration;

/**
 * What a piece of work may use up.
 *
 * @param time wall-clock time of all its processes together, and CPU time of one on each processor
 * @param memory bytes of address space of one process
 */
public record Limits(Duration time, long memory) {
    private static final long MIB = 1024 * 1024;

    public Limits {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("Limits must be longer than nothing.");
        }
        if (memory < MIB) {
            throw new IllegalArgumentException("The memory limit must be 1 MiB at least.");
        }
    }
}
