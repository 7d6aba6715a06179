package io.tapedeck.function.keys;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.ApiKey;
import io.tapedeck.access.KeyStore;
import io.tapedeck.access.Scope;
import io.tapedeck.auth.KeySecret;
import io.tapedeck.http.Caller;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.FieldErrors;
import io.tapedeck.http.Fields;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.id.Seconds;
import io.tapedeck.id.TenantId;
import io.tapedeck.json.KeyView;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Creates an API key. Its secret is shown in the answer and nowhere else. */
public class CreateKeyFunction {
    private static final int LARGEST = 16 * 1024;
    private static final int LONGEST_NAME = 256;
    private static final Pattern TENANT = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Set<Scope> USUAL = Set.of(Scope.READ, Scope.WRITE, Scope.DOWNLOAD);

    private final Exchange exchange;
    private final KeyStore keys;
    private final SecureRandom random;
    private final Clock clock;

    CreateKeyFunction(Exchange exchange, KeyStore keys, SecureRandom random, Clock clock) {
        this.exchange = exchange;
        this.keys = keys;
        this.random = random;
        this.clock = clock;
    }

    @Funq("createKey")
    public APIGatewayV2HTTPResponse createKey(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "createKey", Scope.ADMIN, this::createKey);
    }

    private Reply createKey(Request request) {
        var secret = KeySecret.create(request.seed(), random);
        var key = read(request, secret);
        keys.put(key);
        return Reply.of(201, KeyView.of(key, Optional.of(secret.secret()))).with("cache-control", "no-store");
    }

    private ApiKey read(Request request, KeySecret secret) {
        var now = Seconds.now(clock);
        var errors = new FieldErrors();
        var body = request.json(LARGEST, errors);
        var name = body.required("name", body.text("name", LONGEST_NAME));
        var tenant = tenant(body, request.caller().orElseThrow());
        var scopes = body.choices("scopes", 1, Scope.class).map(Set::copyOf);
        var expiresAt = body.time("expiresAt");
        if (expiresAt.filter(end -> !end.isAfter(now)).isPresent()) {
            body.wrong("expiresAt", "must be in the future");
        }
        body.done(Set.of("id", "key", "created", "lastUsed"));
        request.query().only();
        errors.refuse();
        return new ApiKey(
                secret.id(),
                tenant,
                name.orElseThrow(),
                scopes.orElse(USUAL),
                secret.hash(),
                now,
                expiresAt,
                Optional.empty());
    }

    private static TenantId tenant(Fields body, Caller caller) {
        var named = body.text("tenant", TENANT, "must be at most 63 lower-case letters, digits and hyphens");
        if (named.filter(name ->
                        !caller.operator() && !name.equals(caller.tenant().value()))
                .isPresent()) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN, "Only the operator's key may create keys for another tenant.");
        }
        return named.map(TenantId::new).orElse(caller.tenant());
    }
}
