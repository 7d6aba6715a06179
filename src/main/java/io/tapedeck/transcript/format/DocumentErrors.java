package io.tapedeck.transcript.format;

import io.tapedeck.problem.ProblemException;
import java.util.function.Supplier;

/** Says where in a document something is wrong. */
final class DocumentErrors {
    private DocumentErrors() {}

    /**
     * Makes something of a part of a document.
     *
     * @param place for people to find it by, such as a JSON pointer
     * @throws ProblemException invalid-request if that part cannot be taken
     */
    static <T> T make(Object place, Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(place.toString(), e.getMessage());
        }
    }

    /**
     * Does what finds out whether a part of a document is right.
     *
     * @param place for people to find it by, such as a JSON pointer
     * @throws ProblemException invalid-request if that part cannot be taken
     */
    static void check(Object place, Runnable work) {
        make(place, () -> {
            work.run();
            return place;
        });
    }
}
