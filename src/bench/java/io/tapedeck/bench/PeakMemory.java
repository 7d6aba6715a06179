package io.tapedeck.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The most memory that a process and those that it has started have resident, in MiB. Every look adds up what each one
 * alive has had at most so far, so that what comes and goes between two looks is counted too.
 */
public record PeakMemory(double ofStarted, double ofAll) {
    private static final PeakMemory NONE = new PeakMemory(0, 0);
    private static final long EVERY = 200;
    private static final double KIB_OF_MIB = 1024;

    /** What it comes to while something is done. */
    public static PeakMemory during(ProcessHandle process, Side.Action action) throws Exception {
        var peak = new AtomicReference<>(NONE);
        try (var timer = Executors.newSingleThreadScheduledExecutor()) {
            timer.scheduleAtFixedRate(() -> peak.set(peak.get().or(look(process))), 0, EVERY, TimeUnit.MILLISECONDS);
            action.run();
        }
        return peak.get();
    }

    private static PeakMemory look(ProcessHandle process) {
        var started = process.descendants().mapToDouble(PeakMemory::highest).sum();
        return new PeakMemory(started, started + highest(process));
    }

    private PeakMemory or(PeakMemory other) {
        return new PeakMemory(Math.max(ofStarted, other.ofStarted), Math.max(ofAll, other.ofAll));
    }

    /** Nothing of a process that has ended. */
    private static double highest(ProcessHandle process) {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / KIB_OF_MIB)
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }
}
