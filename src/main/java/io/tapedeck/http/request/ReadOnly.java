package io.tapedeck.http.request;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tapedeck.json.RecordingView;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a CallRecording shows. Of that, whatever a request has no use for is set by this program only. */
final class ReadOnly {
    /** The contract has them, but nothing shows them yet. */
    private static final Stream<String> TO_COME = Stream.of("redactionType", "transcript");

    static final Set<String> PROPERTIES =
            Stream.concat(shown(RecordingView.class), TO_COME).collect(Collectors.toUnmodifiableSet());

    private ReadOnly() {}

    private static Stream<String> shown(Class<?> view) {
        return Arrays.stream(view.getRecordComponents())
                .flatMap(part -> isUnwrapped(part) ? shown(part.getType()) : Stream.of(part.getName()));
    }

    private static boolean isUnwrapped(RecordComponent part) {
        return part.getAccessor().isAnnotationPresent(JsonUnwrapped.class);
    }
}
