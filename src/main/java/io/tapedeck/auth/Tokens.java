package io.tapedeck.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Set;

/**
 * Checks JWTs of one issuer by the keys that it publishes.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8725">RFC 8725: only asymmetric algorithms, issuer and audience checked</a>
 */
public final class Tokens {
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    /** @param jwks where the issuer publishes its keys */
    public Tokens(String issuer, Optional<String> audience, URI jwks, Clock clock) {
        try {
            var keys = JWKSourceBuilder.<SecurityContext>create(jwks.toURL())
                    .retrying(true)
                    .build();
            processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
            processor.setJWTClaimsSetVerifier(new ClaimsVerifier(issuer, audience, clock));
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("JWT_JWKS_URL is not a URL", e);
        }
    }

    /**
     * The claims of a token; empty if it is none, of another issuer, expired, or not signed by it.
     *
     * @throws ProblemException unavailable if the issuer's keys cannot be had
     */
    public Optional<JWTClaimsSet> verify(String token) {
        try {
            return Optional.of(processor.process(token, null));
        } catch (RateLimitReachedException e) {
            // the issuer was asked a moment ago: it has no key of this name
            return Optional.empty();
        } catch (KeySourceException e) {
            throw new ProblemException(
                    ProblemType.UNAVAILABLE, "The token issuer's keys are not available at the moment; try again.");
        } catch (ParseException | BadJOSEException | JOSEException e) {
            return Optional.empty();
        }
    }

    private static final class ClaimsVerifier extends DefaultJWTClaimsVerifier<SecurityContext> {
        private final Clock clock;

        ClaimsVerifier(String issuer, Optional<String> audience, Clock clock) {
            super(
                    audience.orElse(null),
                    new JWTClaimsSet.Builder().issuer(issuer).build(),
                    Set.of("exp", "sub", "tenant"));
            this.clock = clock;
        }

        @Override
        protected Date currentTime() {
            return Date.from(clock.instant());
        }
    }
}
