package io.tapedeck.function.imports;

import io.tapedeck.http.Request;
import io.tapedeck.id.TenantId;
import io.tapedeck.imports.ImportSecrets;
import io.tapedeck.imports.Provider;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import java.util.Optional;

/** The addresses that providers call: whose callbacks they are, and for which tenant. */
final class CallbackAddress {
    private static final String TENANT = "tenant";

    private CallbackAddress() {}

    /** @throws ProblemException not-found if the path names none that is known */
    static Provider provider(Request request) {
        return Provider.parse(request.path().getOrDefault("provider", ""))
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "There are no imports from a provider of this name."));
    }

    /** The tenant that a callback is for; empty where the address names none that could be. */
    static Optional<TenantId> tenant(Request request) {
        return request.query().text(TENANT).map(TenantId::parse).orElse(Optional.of(ImportSecrets.LOCAL));
    }

    /** The address as the provider wrote it, which some of them sign. */
    static String of(Request request) {
        var query = request.query().raw();
        return request.base() + request.rawPath() + (query.isEmpty() ? "" : "?" + query);
    }

    /** What the provider is to call for a tenant. */
    static String of(Request request, TenantId tenant) {
        return "%s%s?%s=%s".formatted(request.base(), request.rawPath(), TENANT, tenant);
    }
}
