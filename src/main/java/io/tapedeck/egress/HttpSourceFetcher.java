package io.tapedeck.egress;

import io.tapedeck.storage.SourceFetcher;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;

/**
 * Fetches audio over https from the public Internet, and from nowhere else. Every redirect is held to the same rules,
 * and so is the address that is connected to. At most 5 redirects, 5 GiB and 10 minutes.
 */
public final class HttpSourceFetcher implements SourceFetcher {
    private static final int OK = 200;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final TargetRules rules;
    private final Limits limits;
    private final CloseableHttpClient client;

    /**
     * @param allowPrivateTargets for tests, and for what the deployment names itself: plain http, any port and private addresses are
     *     allowed as well
     */
    public HttpSourceFetcher(boolean allowPrivateTargets) {
        this(
                TargetRules.ofSources(allowPrivateTargets),
                GuardedResolver.of(allowPrivateTargets),
                Limits.DEFAULT,
                PinnedClient.defaultTls());
    }

    public HttpSourceFetcher(TargetRules rules, GuardedResolver resolver, Limits limits, SSLContext tls) {
        this.rules = rules;
        this.limits = limits;
        this.client = PinnedClient.create(resolver, tls, limits);
    }

    /**
     * {@inheritDoc}
     *
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    @Override
    public Fetch fetch(String url, Optional<String> authorization, Path target) {
        try (var watchdog = new Watchdog(limits.total())) {
            return follow(new URI(url), authorization, target, watchdog);
        } catch (URISyntaxException invalid) {
            return FetchResult.refused("The source is not a valid URL.");
        }
    }

    private Fetch follow(URI source, Optional<String> authorization, Path target, Watchdog watchdog)
            throws URISyntaxException {
        var next = source;
        for (int hop = 0; hop <= limits.redirects(); hop++) {
            Optional<String> told = next.equals(source) ? authorization : Optional.empty();
            switch (step(next, told, target, watchdog)) {
                case Step.Redirected(var location) -> next = Redirection.follow(next, location);
                case Step.Ended(var fetch) -> {
                    return fetch;
                }
            }
        }
        return FetchResult.refused(
                "The source redirects more often than the limit of %d times.".formatted(limits.redirects()));
    }

    private Step step(URI source, Optional<String> authorization, Path target, Watchdog watchdog) {
        var objection = rules.objection(source);
        if (objection.isPresent()) {
            return new Step.Ended(FetchResult.refused(objection.get()));
        }
        var request = new HttpGet(URI.create(source.toASCIIString()));
        request.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
        authorization.ifPresent(value -> request.setHeader(HttpHeaders.AUTHORIZATION, value));
        watchdog.watch(request);
        try {
            return answer(client.executeOpen(null, request, null), target);
        } catch (IOException failure) {
            return new Step.Ended(
                    watchdog.hasPassed()
                            ? FetchResult.unreachable("The source took too long to send the whole file.")
                            : FetchResult.of(failure));
        } finally {
            // ends the connection at once; closing the response would first read on to its end
            request.cancel();
        }
    }

    private Step answer(ClassicHttpResponse response, Path target) throws IOException {
        var location = Optional.ofNullable(response.getFirstHeader(HttpHeaders.LOCATION));
        if (REDIRECTS.contains(response.getCode()) && location.isPresent()) {
            return new Step.Redirected(location.get().getValue());
        } else if (response.getCode() != OK) {
            return new Step.Ended(FetchResult.ofStatus(response.getCode(), RetryAfter.of(response)));
        }
        return new Step.Ended(body(response, target));
    }

    private Fetch body(ClassicHttpResponse response, Path target) throws IOException {
        var body = response.getEntity();
        var encoding = body.getContentEncoding();
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            return FetchResult.refused(
                    "The source sends its content compressed, although the request does not allow it.");
        } else if (body.getContentLength() > limits.size()) {
            return FetchResult.tooLarge(limits.size());
        }
        try (var download = new Download(target)) {
            return download.take(body.getContent(), limits.size());
        }
    }

    private sealed interface Step {
        record Redirected(String location) implements Step {}

        record Ended(Fetch fetch) implements Step {}
    }
}
