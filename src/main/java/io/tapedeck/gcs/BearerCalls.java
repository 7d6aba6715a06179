package io.tapedeck.gcs;

import static java.util.Objects.requireNonNull;

import io.tapedeck.rest.RestAnswer;
import io.tapedeck.rest.RestClient;
import io.tapedeck.rest.RestRequest;
import java.util.function.Function;

/** Asks Google's services with an access token, and once more with another where it has ended meanwhile. */
final class BearerCalls {
    private static final int UNAUTHORIZED = 401;

    private final RestClient rest;
    private final AccessTokens tokens;

    BearerCalls(RestClient rest, AccessTokens tokens) {
        this.rest = requireNonNull(rest);
        this.tokens = requireNonNull(tokens);
    }

    /**
     * Sends a request.
     *
     * @param request made anew for each attempt, from the value of Authorization
     * @return the answer, to be closed
     */
    RestAnswer open(Function<String, RestRequest> request) {
        var grant = tokens.current();
        var answer = send(request, grant);
        if (answer.status() != UNAUTHORIZED) {
            return answer;
        }
        answer.close();
        return send(request, tokens.after(grant));
    }

    /** The same, read whole, and asked for again where the answer broke off. */
    Reply send(Function<String, RestRequest> request) {
        return RestAnswer.whole("Google Cloud Storage", () -> open(request), Reply::read);
    }

    private RestAnswer send(Function<String, RestRequest> request, Grant grant) {
        return rest.send(() -> request.apply("Bearer " + grant.token()));
    }
}
