package io.tapedeck.http;

import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.recording.CallRecording;
import java.util.Arrays;
import java.util.Optional;

/**
 * Tells the states of what is stored apart, so that nobody changes another than they have read.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13.1.1">RFC 9110, If-Match</a>
 */
public final class Conditions {
    private Conditions() {}

    /** The recording's ETag. Downloads are not revisions: counting one does not make another's edit fail. */
    public static String etag(CallRecording recording) {
        return "\"r" + recording.history().revision() + "\"";
    }

    /** @throws ProblemException precondition-failed if the request is meant for another revision */
    public static void check(Request request, CallRecording recording) {
        if (!isMeant(request, Optional.of(etag(recording)))) {
            throw failed("The recording has been changed since it was read; its ETag is now " + etag(recording) + ".");
        }
    }

    /**
     * Checks what a request says of what it is to replace, or that there must be nothing yet.
     *
     * @param etag of what is there; empty where there is nothing
     * @throws ProblemException precondition-failed if the request is meant for another state
     */
    public static void checkReplaced(Request request, Optional<String> etag) {
        if (!isMeant(request, etag)) {
            throw failed(etag.map(now -> "It has been replaced since it was read; its ETag is now " + now + ".")
                    .orElse("There is nothing to be replaced."));
        } else if (has(request, etag)) {
            throw failed("There is one already; its ETag is " + etag.orElseThrow() + ".");
        }
    }

    /** The answer, or only that the caller has what it says already. */
    public static Reply ifChanged(Request request, Reply reply) {
        var etag = Optional.ofNullable(reply.headers().get("etag"));
        return has(request, etag) ? Reply.empty(304).with("etag", etag.orElseThrow()) : reply;
    }

    /** If-None-Match compares weakly: what compresses an answer on its way makes its ETag a weak one. */
    private static boolean has(Request request, Optional<String> etag) {
        return request.header("if-none-match")
                .map(header -> header.replace("W/\"", "\""))
                .filter(header -> names(header, etag))
                .isPresent();
    }

    private static boolean isMeant(Request request, Optional<String> etag) {
        return request.header("if-match").map(header -> names(header, etag)).orElse(true);
    }

    private static boolean names(String header, Optional<String> etag) {
        return etag.isPresent()
                && Arrays.stream(header.split(","))
                        .map(String::strip)
                        .anyMatch(tag -> tag.equals("*") || tag.equals(etag.get()));
    }

    private static ProblemException failed(String detail) {
        return new ProblemException(ProblemType.PRECONDITION_FAILED, detail);
    }
}
