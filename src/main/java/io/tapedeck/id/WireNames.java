package io.tapedeck.id;

import java.util.Locale;

/** How constants are written outside of this program. */
public final class WireNames {
    private WireNames() {}

    /** {@code CLOUDFLARE_R2} is {@code cloudflare-r2}. */
    public static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@code AUTO_DELETED} is {@code autoDeleted}. */
    public static String camel(Enum<?> constant) {
        var words = constant.name().toLowerCase(Locale.ROOT).split("_");
        var text = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            text.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return text.toString();
    }
}
