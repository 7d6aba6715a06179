package io.tapedeck.bench;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;

/** CPU time, in the program and in the system, of this process and of its children that have ended. */
public final class CpuTime {
    private static final int SELF = 0;
    private static final int CHILDREN = -1;
    /** Bytes of a {@code struct rusage}, which begins with the seconds and microseconds of both times. */
    private static final long USAGE = 144;

    private final MethodHandle getrusage;

    public CpuTime() {
        var linker = Linker.nativeLinker();
        var function = linker.defaultLookup().find("getrusage").orElseThrow();
        getrusage = linker.downcallHandle(function, FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
    }

    /** A side whose figure is the CPU time that it takes, in milliseconds. */
    public Side side(String name, Side.Action action) {
        return new Side(name, () -> {
            var start = milliseconds();
            action.run();
            return new double[] {milliseconds() - start};
        });
    }

    /** The milliseconds that something takes, by the clock and of CPU time. */
    public double[] andClock(Side.Action action) throws Exception {
        var start = System.nanoTime();
        var before = milliseconds();
        action.run();
        return new double[] {(System.nanoTime() - start) / 1e6, milliseconds() - before};
    }

    private double milliseconds() {
        return of(SELF) + of(CHILDREN);
    }

    private double of(int whom) {
        try (var arena = Arena.ofConfined()) {
            var usage = arena.allocate(USAGE);
            var failed = (int) getrusage.invokeExact(whom, usage);
            if (failed != 0) {
                throw new IllegalStateException("getrusage failed");
            }
            var seconds = usage.getAtIndex(JAVA_LONG, 0) + usage.getAtIndex(JAVA_LONG, 2);
            return seconds * 1e3 + (usage.getAtIndex(JAVA_LONG, 1) + usage.getAtIndex(JAVA_LONG, 3)) / 1e3;
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
