package io.tapedeck.transcript;

import io.tapedeck.audio.Entity;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What stands in a transcript in place of what was taken out of it. */
public final class Placeholder {
    /** Of words that went with something personal, or because somebody asked. */
    public static final String REDACTED = "[redacted]";

    private static final Set<String> ENTITIES =
            Arrays.stream(Entity.values()).map(Placeholder::of).collect(Collectors.toUnmodifiableSet());

    private Placeholder() {}

    /** Of something personal, such as {@code [credit-card]}. */
    public static String of(Entity entity) {
        return "[" + entity + "]";
    }

    /** Whether a word is one. */
    public static boolean is(String word) {
        return word.startsWith("[") && (word.equals(REDACTED) || ENTITIES.contains(word));
    }
}
