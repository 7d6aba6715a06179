package io.tapedeck.http;

import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.recording.CallRecording;
import java.util.Arrays;

/**
 * Tells the revisions of a recording apart. Downloads are not revisions: counting one does not make another's edit fail.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13.1.1">RFC 9110, If-Match</a>
 */
public final class Conditions {
    private Conditions() {}

    /** The recording's ETag. */
    public static String etag(CallRecording recording) {
        return "\"r" + recording.revision() + "\"";
    }

    /** @throws ProblemException precondition-failed if the request is meant for another revision */
    public static void check(Request request, CallRecording recording) {
        var isMeant = request.header("if-match")
                .map(header -> Arrays.stream(header.split(","))
                        .map(String::strip)
                        .anyMatch(tag -> tag.equals("*") || tag.equals(etag(recording))))
                .orElse(true);
        if (!isMeant) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_FAILED,
                    "The recording has been changed since it was read; its ETag is now " + etag(recording) + ".");
        }
    }
}
