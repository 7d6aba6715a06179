package io.tapedeck.drop;

import java.util.Arrays;
import java.util.List;

/** The layouts of keys that a deployment knows, in the order in which they are tried. */
public final class DropLayouts {
    /** None: keys tell nothing. */
    public static final DropLayouts NONE = new DropLayouts(List.of());

    private static final int MOST = 32;

    private final List<DropLayout> layouts;

    private DropLayouts(List<DropLayout> layouts) {
        this.layouts = layouts;
    }

    /**
     * Reads the setting.
     *
     * @param text patterns with white space between them
     * @throws IllegalArgumentException saying what is wrong and what would be right, which a deployment should hear when it
     *     starts
     */
    public static DropLayouts of(String text) {
        var patterns = Arrays.stream(text.split("\\s+"))
                .filter(pattern -> !pattern.isEmpty())
                .toList();
        if (patterns.size() > MOST) {
            throw new IllegalArgumentException(
                    "DROP_LAYOUTS has %d patterns; it must have %d at most".formatted(patterns.size(), MOST));
        }
        return new DropLayouts(patterns.stream().map(DropLayout::parse).toList());
    }

    /**
     * What a key tells, by the first layout that it has.
     *
     * @param name of the file after the tenant's prefix
     */
    public DroppedCall read(String name) {
        return layouts.stream()
                .flatMap(layout -> layout.read(name).stream())
                .findFirst()
                .orElse(DroppedCall.UNKNOWN);
    }
}
