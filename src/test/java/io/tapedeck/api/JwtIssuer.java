package io.tapedeck.api;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.tapedeck.auth.Issuer;
import java.util.Map;

/** Lets the stack take the tokens of an issuer that tests have. */
public class JwtIssuer implements QuarkusTestResourceLifecycleManager {
    private Issuer issuer;

    @Override
    public Map<String, String> start() {
        issuer = new Issuer();
        return Map.of(
                "JWT_ISSUER", Issuer.NAME,
                "JWT_AUDIENCE", Issuer.AUDIENCE,
                "JWT_JWKS_URL", issuer.keys().toString());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(issuer, new TestInjector.MatchesType(Issuer.class));
    }

    @Override
    public void stop() {
        issuer.close();
    }
}
