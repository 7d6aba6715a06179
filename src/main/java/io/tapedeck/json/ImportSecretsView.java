package io.tapedeck.json;

import java.util.List;

/**
 * What is set of a provider's callbacks, as the HTTP contract writes it.
 *
 * @param callback the address that the provider is to call
 * @param secrets names of those that are set, without what they are
 */
public record ImportSecretsView(String provider, String callback, List<String> secrets) {
    public ImportSecretsView {
        secrets = List.copyOf(secrets);
    }
}
