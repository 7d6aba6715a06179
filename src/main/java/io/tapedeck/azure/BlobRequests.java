package io.tapedeck.azure;

import static java.util.Objects.requireNonNull;

import io.tapedeck.rest.RestAnswer;
import io.tapedeck.rest.RestClient;
import io.tapedeck.rest.RestRequest;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;

/** The Blob service of an account, asked in the name of an identity, and once more where that had to be renewed. */
final class BlobRequests {
    /** The last version before links by user delegation name more than whoever signed them. */
    static final String VERSION = "2025-01-05";

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);
    private static final int UNAUTHORIZED = 401;
    private static final Set<String> NOT_LET_IN = Set.of("AuthenticationFailed", "InvalidAuthenticationInfo");

    private final RestClient rest;
    private final Clock clock;
    private final URI endpoint;
    private final Identity identity;

    BlobRequests(RestClient rest, Clock clock, URI endpoint, Identity identity) {
        this.rest = requireNonNull(rest);
        this.clock = requireNonNull(clock);
        this.endpoint = requireNonNull(endpoint);
        this.identity = requireNonNull(identity);
    }

    /** The answer, which whoever asks closes. */
    RestAnswer open(Call call) {
        var sent = new Sent(call);
        var answer = rest.send(sent::next);
        if (!isNotLetIn(answer) || !identity.renews(sent.authorization)) {
            return answer;
        }
        answer.close();
        return rest.send(sent::next);
    }

    /** The whole answer, asked for again where it breaks off. */
    Reply ask(Call call) {
        return RestAnswer.whole("Azure", () -> open(call), Reply::read);
    }

    private static boolean isNotLetIn(RestAnswer answer) {
        return answer.status() == UNAUTHORIZED
                || answer.header("x-ms-error-code").filter(NOT_LET_IN::contains).isPresent();
    }

    /** A call that is dated and signed anew each time, and how it was signed the last time. */
    private final class Sent {
        private final Call call;
        private String authorization = "";

        Sent(Call call) {
            this.call = call;
        }

        RestRequest next() {
            var dated = call.header("x-ms-version", VERSION).header("x-ms-date", DATE.format(clock.instant()));
            authorization = identity.authorization(dated);
            return dated.header("Authorization", authorization).to(endpoint);
        }
    }
}
