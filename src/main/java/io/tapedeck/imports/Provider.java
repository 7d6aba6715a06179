package io.tapedeck.imports;

import io.tapedeck.id.WireNames;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Who makes calls and tells of their recordings. */
public enum Provider {
    VAPI("secret");

    private final List<String> secrets;

    Provider(String... secrets) {
        this.secrets = List.of(secrets);
    }

    /** The one of this name, as paths have it. */
    public static Optional<Provider> parse(String name) {
        return Arrays.stream(values())
                .filter(provider -> provider.toString().equals(name))
                .findFirst();
    }

    /** The names of what its callbacks are checked with, all of which are needed. */
    public List<String> secrets() {
        return secrets;
    }

    @Override
    public String toString() {
        return WireNames.name(this);
    }
}
