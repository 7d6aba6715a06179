package io.tapedeck.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapedeck.id.TenantId;
import io.tapedeck.secret.SecretName;
import io.tapedeck.secret.SecretStore;
import java.util.Map;
import java.util.Optional;

/** What tenants check the callbacks of providers with, in the place of secrets. */
public final class ImportSecrets {
    /** The tenant of callbacks whose address names none, for whom the deployment may have secrets. */
    public static final TenantId LOCAL = new TenantId("local");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private final SecretStore store;
    private final Map<Provider, ProviderSecrets> ofDeployment;

    /** @param ofDeployment those of the tenant {@link #LOCAL}, as long as none were put for it */
    public ImportSecrets(SecretStore store, Map<Provider, ProviderSecrets> ofDeployment) {
        this.store = store;
        this.ofDeployment = Map.copyOf(ofDeployment);
    }

    /** Keeps those of a tenant, in place of what was there. Answers whether something was. */
    public boolean put(TenantId tenant, Provider provider, ProviderSecrets secrets) {
        var name = SecretName.imports(tenant, provider.toString());
        var isThere = store.find(name).isPresent();
        try {
            store.put(name, JSON.writeValueAsString(secrets.values()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("secrets cannot be written");
        }
        return isThere;
    }

    /** Those of a tenant, empty where it takes nothing from the provider. */
    public Optional<ProviderSecrets> find(TenantId tenant, Provider provider) {
        return store.find(SecretName.imports(tenant, provider.toString()))
                .map(ImportSecrets::read)
                .or(() -> Optional.ofNullable(ofDeployment.get(provider)).filter(_ -> tenant.equals(LOCAL)));
    }

    /** Without what cannot be read, which is secret. */
    private static ProviderSecrets read(String text) {
        try {
            return new ProviderSecrets(JSON.readValue(text, VALUES));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("secrets of imports cannot be read");
        }
    }
}
