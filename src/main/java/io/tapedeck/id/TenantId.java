package io.tapedeck.id;

import java.util.Optional;
import java.util.regex.Pattern;

/** A customer of this deployment. Everything that is stored is keyed by it, so that no caller can reach another's. */
public record TenantId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    public TenantId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a tenant");
        }
    }

    /** Empty where the text is no tenant: lower-case letters, digits and hyphens, 63 at most. */
    public static Optional<TenantId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new TenantId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
