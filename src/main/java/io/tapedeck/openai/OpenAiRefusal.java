package io.tapedeck.openai;

import io.tapedeck.problem.Failure;
import io.tapedeck.problem.TemporaryFailureException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Says what an answer without words means. Neither what the server writes nor where it is are told to callers or logged. All of
 * it is tried again, and the last one is why the job failed: a server that refuses now may be set up by then.
 */
final class OpenAiRefusal {
    private static final Logger LOG = System.getLogger(OpenAiRefusal.class.getName());
    private static final int SERVER_ERRORS = 500;
    private static final int REDIRECTS = 300;
    private static final int BAD_REQUEST = 400;
    private static final int UNPROCESSABLE = 422;
    private static final int NOT_FOUND = 404;
    private static final int LONGEST_REASON = 200;
    private static final Set<Integer> FORBIDDEN = Set.of(401, 403);
    private static final Set<Integer> PASSING = Set.of(408, 409, 425, 429);

    private OpenAiRefusal() {}

    /** @param body what the server wrote, of which only is looked for what it is about */
    static TemporaryFailureException of(int status, String body, Optional<Duration> retryAfter) {
        if (status >= SERVER_ERRORS || PASSING.contains(status)) {
            return temporary("transcriber-busy", "The engine takes no requests at the moment.", retryAfter);
        } else if (FORBIDDEN.contains(status)) {
            return forOperator(status, "OPENAI_API_KEY is missing, wrong, or not for this model");
        } else if (status == NOT_FOUND) {
            return forOperator(status, "OPENAI_BASE_URL is no such server, or it has no model called OPENAI_MODEL");
        } else if (status < BAD_REQUEST && status >= REDIRECTS) {
            return forOperator(status, "OPENAI_BASE_URL redirects elsewhere, which is not followed");
        } else if ((status == BAD_REQUEST || status == UNPROCESSABLE)
                && body.toLowerCase(Locale.ROOT).contains("language")) {
            return temporary(
                    "unsupported-language",
                    "The engine does not know the language. Name one that it knows, or none and let it find out.",
                    Optional.empty());
        }
        return forOperator(status, "it does not take what is sent: does OPENAI_MODEL give verbose_json?");
    }

    /** Of an answer that is no transcript. */
    static TemporaryFailureException unreadable(String why) {
        LOG.log(
                Level.WARNING,
                "the server at OPENAI_BASE_URL answered what is no verbose_json ({0}): does OPENAI_MODEL give it?",
                why.substring(0, Math.min(why.length(), LONGEST_REASON)));
        return temporary(
                "transcriber-failed", "What the engine answered cannot be read as a transcript.", Optional.empty());
    }

    static TemporaryFailureException unreachable(String message) {
        return temporary("transcriber-unreachable", message, Optional.empty());
    }

    private static TemporaryFailureException forOperator(int status, String why) {
        LOG.log(Level.WARNING, "the server at OPENAI_BASE_URL refused with status {0}: {1}", status, why);
        return temporary(
                "transcriber-refused",
                "The engine refused the request; whoever runs this deployment finds the reason in its log.",
                Optional.empty());
    }

    private static TemporaryFailureException temporary(String code, String message, Optional<Duration> retryAfter) {
        return new TemporaryFailureException(new Failure(code, message), retryAfter);
    }
}
