package io.tapedeck.rest;

import static java.util.Objects.requireNonNull;

import io.tapedeck.rest.Attempts.Outcome;
import io.tapedeck.storage.StorageException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Asks a service over HTTP, and again where what keeps it from answering may pass: no connection, 408, 429 and 5xx. Neither what is
 * sent nor what is answered is logged.
 */
public final class RestClient {
    private final SdkHttpClient http;
    private final Attempts attempts;

    public RestClient(SdkHttpClient http, Attempts attempts) {
        this.http = requireNonNull(http);
        this.attempts = requireNonNull(attempts);
    }

    /**
     * Sends a request.
     *
     * @param request made, dated and signed anew for each attempt
     * @return the first answer that would be the same another time; whoever asked closes it
     * @throws StorageException.Unavailable if there is none
     */
    public RestAnswer send(Supplier<RestRequest> request) {
        var trouble = new AtomicReference<IOException>();
        var outcome = attempts.first(_ -> attempt(request.get(), trouble), attempts.end());
        if (outcome.isPresent() && outcome.get() instanceof Outcome.Final<RestAnswer>(var answer)) {
            return answer;
        }
        throw new StorageException.Unavailable(
                "The storage did not answer, takes no requests now, or not in time.",
                outcome.flatMap(busy -> ((Outcome.Busy<RestAnswer>) busy).retryAfter()),
                trouble.get());
    }

    /** @param trouble gets why there was no answer */
    private Outcome<RestAnswer> attempt(RestRequest request, AtomicReference<IOException> trouble) {
        try {
            var response = exchange(request);
            var answer = new RestAnswer(response.httpResponse(), response.responseBody());
            if (!Passing.is(answer.status())) {
                return new Outcome.Final<>(answer);
            }
            answer.close();
            return new Outcome.Busy<>(RetryAfter.of(response.httpResponse()));
        } catch (IOException unreached) {
            trouble.set(unreached);
            return new Outcome.Busy<RestAnswer>(Optional.<Duration>empty());
        }
    }

    private HttpExecuteResponse exchange(RestRequest wanted) throws IOException {
        var request = SdkHttpRequest.builder().uri(wanted.uri()).method(wanted.method());
        wanted.headers().forEach(request::putHeader);
        var exchange = HttpExecuteRequest.builder();
        wanted.body().ifPresent(body -> {
            request.putHeader("Content-Length", Long.toString(body.length()));
            exchange.contentStreamProvider(ContentStreamProvider.fromInputStreamSupplier(body.source()));
        });
        return http.prepareRequest(exchange.request(request.build()).build()).call();
    }
}
