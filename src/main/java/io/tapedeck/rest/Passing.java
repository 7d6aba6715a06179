package io.tapedeck.rest;

import java.util.Set;

/** Tells answers that may be another another time from those that will be the same. */
public final class Passing {
    private static final int SERVER_ERRORS = 500;
    private static final Set<Integer> BUSY = Set.of(408, 429);

    private Passing() {}

    /** Whether what a status of HTTP says may be over soon: it took too long, there are too many requests, or the server failed. */
    public static boolean is(int status) {
        return status >= SERVER_ERRORS || BUSY.contains(status);
    }
}
