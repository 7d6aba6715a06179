package io.tapedeck.auth;

import com.nimbusds.jwt.JWTClaimsSet;
import io.tapedeck.access.ApiKey;
import io.tapedeck.access.KeyStore;
import io.tapedeck.access.Scope;
import io.tapedeck.http.Caller;
import io.tapedeck.id.Seconds;
import io.tapedeck.id.TenantId;
import io.tapedeck.recording.Actor;
import java.text.ParseException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out who sends a request: the operator, the holder of an API key, or the subject of a token. */
public final class Authenticator {
    private static final String BEARER = "bearer ";
    private static final int LONGEST = 8192;

    private final KeyStore keys;
    private final Optional<Tokens> tokens;
    private final Optional<Operator> operator;
    private final Clock clock;

    public Authenticator(KeyStore keys, Optional<Tokens> tokens, Optional<Operator> operator, Clock clock) {
        this.keys = keys;
        this.tokens = tokens;
        this.operator = operator;
        this.clock = clock;
    }

    /** Who an Authorization header stands for; empty if for nobody. */
    public Optional<Caller> authenticate(String authorization) {
        if (authorization.length() > LONGEST || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        var credential = authorization.substring(BEARER.length()).strip();
        return asOperator(credential)
                .or(() -> KeySecret.parse(credential).flatMap(this::asKey))
                .or(() -> tokens.flatMap(issuer -> issuer.verify(credential)).flatMap(Authenticator::asSubject));
    }

    private Optional<Caller> asOperator(String credential) {
        return operator.filter(known -> KeySecret.isSame(known.key(), credential))
                .map(known -> new Caller(known.tenant(), new Actor("key:operator"), EnumSet.allOf(Scope.class), true));
    }

    private Optional<Caller> asKey(KeySecret secret) {
        var now = Seconds.now(clock);
        var key = keys.find(secret.id()).filter(found -> secret.matches(found.hash()) && found.isValid(now));
        key.ifPresent(found -> keys.used(found, now));
        return key.map(Authenticator::caller);
    }

    private static Caller caller(ApiKey key) {
        return new Caller(key.tenant(), new Actor("key:" + key.id()), key.scopes(), false);
    }

    private static Optional<Caller> asSubject(JWTClaimsSet claims) {
        try {
            var scopes = scopes(claims);
            var actor = new Actor("user:" + claims.getSubject());
            return Optional.ofNullable(claims.getStringClaim("tenant"))
                    .flatMap(TenantId::parse)
                    .map(tenant -> new Caller(tenant, actor, scopes, false));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    private static Set<Scope> scopes(JWTClaimsSet claims) throws ParseException {
        var list = claims.getClaim("scope") instanceof String text
                ? text
                : String.join(
                        " ",
                        Optional.ofNullable(claims.getStringListClaim("scope")).orElse(List.of()));
        return Caller.scopes(list);
    }

    /** Whoever runs this deployment, by a key that it is started with. */
    public record Operator(String key, TenantId tenant) {
        @Override
        public String toString() {
            return "operator of " + tenant;
        }
    }
}
