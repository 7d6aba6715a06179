package io.tapedeck.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** CPU time, in the program and in the system, of any process, by what Linux tells of it in {@code /proc/PID/stat}. */
public final class ProcessTime {
    /** Of the fields behind the program's name: those of the process itself, and of its children that have ended. */
    private static final int SELF = 11;

    private static final int CHILDREN = 13;
    /** Linux counts in hundredths of a second, whatever its clock. */
    private static final double MILLISECONDS = 10;

    private ProcessTime() {}

    /** Milliseconds of a process and of its children that have ended. */
    public static double of(ProcessHandle process) throws IOException {
        return sum(process, SELF) + sum(process, CHILDREN);
    }

    /** Milliseconds of its children that have ended. */
    public static double ofChildren(ProcessHandle process) throws IOException {
        return sum(process, CHILDREN);
    }

    private static double sum(ProcessHandle process, int first) throws IOException {
        var stat = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return MILLISECONDS * (Long.parseLong(fields[first]) + Long.parseLong(fields[first + 1]));
    }
}
