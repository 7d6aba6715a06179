package io.tapedeck.problem;

import java.time.Duration;
import java.util.Optional;

/** What can go wrong, as the HTTP contract lists it. */
public enum ProblemType {
    INVALID_REQUEST(400, "invalid-request", "The request is invalid"),
    UNAUTHENTICATED(401, "unauthenticated", "A valid API key or token is required"),
    PASSWORD_REQUIRED(401, "unauthenticated", "The password of the link is required"),
    FORBIDDEN(403, "forbidden", "The API key or token does not allow this"),
    NOT_FOUND(404, "not-found", "The resource does not exist"),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "The method is not allowed at this address"),
    CONFLICT(409, "conflict", "The current state does not allow this"),
    NOT_READY(409, "not-ready", "What this needs is not ready yet", 5),
    GONE(410, "gone", "The resource is no longer available"),
    PRECONDITION_FAILED(412, "precondition-failed", "The resource has changed"),
    TOO_LARGE(413, "too-large", "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type", "The content type is not supported"),
    UNPROCESSABLE_AUDIO(422, "unprocessable-audio", "The audio does not allow this"),
    IDEMPOTENCY_KEY_REUSE(422, "idempotency-key-reuse", "The idempotency key was used for another request"),
    UNKNOWN_STORAGE(422, "unknown-storage", "There is no such storage"),
    UNUSABLE_STORAGE(422, "unusable-storage", "The storage cannot be used"),
    LEGAL_HOLD(423, "legal-hold", "The recording is under legal hold"),
    TOO_MANY_REQUESTS(429, "too-many-requests", "Too many requests", 1),
    INTERNAL(500, "internal", "Internal error"),
    TRANSCRIBER_UNAVAILABLE(503, "transcriber-unavailable", "There is no engine to transcribe with"),
    UNAVAILABLE(503, "unavailable", "The service is temporarily unavailable", 5);

    private final int status;
    private final String code;
    private final String title;
    private final Optional<Duration> retryAfter;

    ProblemType(int status, String code, String title) {
        this(status, code, title, Optional.empty());
    }

    ProblemType(int status, String code, String title, int retryAfter) {
        this(status, code, title, Optional.of(Duration.ofSeconds(retryAfter)));
    }

    ProblemType(int status, String code, String title, Optional<Duration> retryAfter) {
        this.status = status;
        this.code = code;
        this.title = title;
        this.retryAfter = retryAfter;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** For programs; never changes. */
    public String code() {
        return code;
    }

    /** For people; the same for every occurrence. */
    public String title() {
        return title;
    }

    /** When to try again, whole seconds, where the problem passes by itself. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
