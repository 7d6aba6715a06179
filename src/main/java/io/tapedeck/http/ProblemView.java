package io.tapedeck.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tapedeck.problem.FieldError;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import java.util.List;

/**
 * A problem as it is answered.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemView(
        String type, String title, int status, String code, String detail, String instance, List<FieldError> errors) {

    /** The answer that tells of a problem, and when to try again if it passes. */
    static Reply reply(ProblemException problem, String instance) {
        var reply = of(problem.type(), problem.getMessage(), instance, problem.errors())
                .toReply();
        return problem.retryAfter()
                .map(after -> reply.with(Reply.RETRY_AFTER, String.valueOf(after.toSeconds())))
                .orElse(reply);
    }

    /**
     * A problem of a type.
     *
     * @param instance what to find it by in the log; null for none
     */
    public static ProblemView of(ProblemType type, String detail, String instance, List<FieldError> errors) {
        return new ProblemView(
                "urn:tapedeck:problem:" + type.code(),
                type.title(),
                type.status(),
                type.code(),
                detail,
                instance,
                errors);
    }

    Reply toReply() {
        return Reply.of(status, this).with("content-type", "application/problem+json");
    }
}
