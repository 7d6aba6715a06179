package io.tapedeck.function.shares;

import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import java.util.Map;

/** What all answers to links have in common: nobody keeps them, finds them, or tells others where they were. */
public final class ShareReplies {
    private static final Map<String, String> HEADERS = Map.of(
            "cache-control", "no-store",
            "referrer-policy", "no-referrer",
            "x-robots-tag", "noindex",
            "x-content-type-options", "nosniff");

    /** An answer, problems as well, as it is shown to who has a link. */
    Reply shown(Request request, Reply reply) {
        var shown = reply;
        for (var header : HEADERS.entrySet()) {
            shown = shown.with(header.getKey(), header.getValue());
        }
        return reply.status() == 401 ? shown.with("www-authenticate", "Form") : shown;
    }

    static ProblemException locked() {
        return new ProblemException(
                ProblemType.PASSWORD_REQUIRED,
                "Send the password of this link by POST, as password in a form or in JSON.");
    }

    static ProblemException wrongPassword() {
        return new ProblemException(ProblemType.PASSWORD_REQUIRED, "The password is wrong.");
    }
}
