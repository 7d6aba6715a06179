package io.tapedeck.imports;

import io.tapedeck.id.TenantId;
import io.tapedeck.storage.ImportSource;
import io.tapedeck.storage.SourceCredentials;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Lets a tenant get media from its providers, with the secrets that it checks their callbacks with. */
public final class MediaCredentials implements SourceCredentials {
    private final ImportSecrets secrets;

    public MediaCredentials(ImportSecrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public Optional<String> authorization(TenantId tenant, ImportSource source) {
        return source.provider().flatMap(Provider::parse).flatMap(provider -> authorization(tenant, provider));
    }

    private Optional<String> authorization(TenantId tenant, Provider provider) {
        return switch (provider) {
            case TWILIO ->
                secrets.find(tenant, provider).map(known -> basic(known.get("accountSid"), known.get("authToken")));
            case VAPI, TELNYX, LIVEKIT -> Optional.empty();
        };
    }

    private static String basic(String user, String password) {
        var both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }
}
