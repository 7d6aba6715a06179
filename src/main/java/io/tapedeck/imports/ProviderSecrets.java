package io.tapedeck.imports;

import java.util.Map;

/**
 * What the callbacks of a provider to a tenant are checked with.
 *
 * @param values by the names that {@link Provider#secrets} gives
 */
public record ProviderSecrets(Map<String, String> values) {
    public ProviderSecrets {
        values = Map.copyOf(values);
    }

    /** @throws IllegalStateException if there is none of this name */
    String get(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("there is no " + name);
        }
        return value;
    }

    /** Their names only. */
    @Override
    public String toString() {
        return "ProviderSecrets" + values.keySet();
    }
}
