package io.tapedeck.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tapedeck.problem.FieldError;
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
}
