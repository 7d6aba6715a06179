package io.tapedeck.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Anything else that the log says.
 *
 * @param instance under which the caller was told of it
 * @param stackTrace what was thrown, what caused it, and where that was, without any text, which could hold callers' data
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Message(
        String level,
        Optional<String> logger,
        Optional<String> message,
        Optional<String> instance,
        Optional<String> requestId,
        List<String> stackTrace) {

    private static final int FRAMES = 12;

    /** Something unexpected, under the instance that the caller was told. */
    static Message ofFault(String instance, Optional<String> requestId, Throwable fault) {
        return new Message(
                "ERROR",
                Optional.empty(),
                Optional.empty(),
                Optional.of(instance),
                requestId,
                stackTrace(Optional.of(fault)));
    }

    /** What somebody logged. */
    public static Message of(
            String level, String logger, String message, Optional<String> requestId, Optional<Throwable> thrown) {
        return new Message(
                level, Optional.of(logger), Optional.of(message), Optional.empty(), requestId, stackTrace(thrown));
    }

    private static List<String> stackTrace(Optional<Throwable> thrown) {
        return thrown.map(Message::stackTrace).orElse(List.of());
    }

    private static List<String> stackTrace(Throwable thrown) {
        var root = thrown;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        var names = Stream.of(thrown, root).map(Throwable::getClass).map(Class::getName);
        var frames = Arrays.stream(root.getStackTrace()).limit(FRAMES).map(StackTraceElement::toString);
        return Stream.concat(names.distinct(), frames).toList();
    }
}
