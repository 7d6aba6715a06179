package io.tapedeck.secret;

import io.tapedeck.id.TenantId;
import io.tapedeck.id.WebhookId;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a secret is called: up to four parts between slashes, of lower-case letters, digits and {@code . _ -}, each begun by a letter or
 * digit. It may be logged.
 */
public record SecretName(String value) {
    /** Characters. */
    private static final int LONGEST = 200;

    private static final String PART = "[a-z0-9][a-z0-9._-]{0,62}";
    private static final Pattern FORM = Pattern.compile(PART + "(/" + PART + "){0,3}");

    public SecretName {
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the name of a secret");
        }
    }

    /** What lets a tenant's storage be reached. */
    public static SecretName storage(TenantId tenant, String name) {
        return new SecretName("storages/%s/%s".formatted(tenant, name));
    }

    /** What callbacks of a provider of calls are known by, and its media got with. */
    public static SecretName imports(TenantId tenant, String provider) {
        return new SecretName("imports/%s/%s".formatted(tenant, provider));
    }

    /** What the messages to a webhook are signed with. */
    public static SecretName webhook(TenantId tenant, WebhookId webhook) {
        return new SecretName(
                "webhooks/%s/%s".formatted(tenant, webhook.toString().toLowerCase(Locale.ROOT)));
    }

    @Override
    public String toString() {
        return value;
    }
}
