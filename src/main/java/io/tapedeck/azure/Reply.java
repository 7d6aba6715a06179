package io.tapedeck.azure;

import io.tapedeck.rest.RestAnswer;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An answer that was read whole.
 *
 * @param head for its headers; it is closed
 */
record Reply(RestAnswer head, byte[] body) {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9]{1,80}");
    private static final int NOT_FOUND = 404;

    static Reply read(RestAnswer answer) throws IOException {
        try (answer) {
            return new Reply(answer, answer.bytes());
        }
    }

    int status() {
        return head.status();
    }

    boolean isSuccessful() {
        return head.isSuccessful();
    }

    Optional<String> header(String name) {
        return head.header(name).filter(value -> !value.isEmpty());
    }

    /** Why there is no success, as Azure calls it; empty where it does not say. */
    String code() {
        return header("x-ms-error-code").filter(CODE.asMatchPredicate()).orElse("");
    }

    /** Whether there is no such blob, in a container that is there. */
    boolean isNoBlob() {
        return status() == NOT_FOUND && !code().equals("ContainerNotFound") && !code().equals("ResourceNotFound");
    }

    @Override
    public String toString() {
        return "Reply[%d %s]".formatted(status(), code());
    }
}
