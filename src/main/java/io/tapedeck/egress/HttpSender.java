package io.tapedeck.egress;

import io.tapedeck.webhook.Sender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * Sends messages to webhooks over https on the public Internet, and nowhere else: the address that is connected to is held to that each
 * time. Of an answer 256 bytes are read.
 */
public final class HttpSender implements Sender {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Limits LIMITS = new Limits(EXCERPT, PATIENCE, CONNECT, PATIENCE, 0);
    private static final Duration EXCERPT_PATIENCE = Duration.ofSeconds(2);
    private static final int OK = 200;
    private static final int REDIRECTS = 300;
    private static final int CLIENT_ERRORS = 400;
    private static final int GONE = 410;

    private final TargetRules rules;
    private final Limits limits;
    private final CloseableHttpClient client;

    /** @param allowPrivateTargets for tests: plain http, any port and private addresses are allowed as well */
    public HttpSender(boolean allowPrivateTargets) {
        this(
                TargetRules.ofWebhooks(allowPrivateTargets),
                GuardedResolver.of(allowPrivateTargets),
                LIMITS,
                PinnedClient.defaultTls());
    }

    HttpSender(TargetRules rules, GuardedResolver resolver, Limits limits, SSLContext tls) {
        this.rules = rules;
        this.limits = limits;
        this.client = PinnedClient.create(resolver, tls, limits);
    }

    @Override
    public Optional<String> objection(String url) {
        try {
            return rules.objection(new URI(url));
        } catch (URISyntaxException invalid) {
            return Optional.of("The webhook is not a valid URL.");
        }
    }

    @Override
    public Sent send(String url, Map<String, String> headers, String body) {
        var objection = objection(url);
        if (objection.isPresent()) {
            return refused(objection.get());
        }
        var request = new HttpPost(URI.create(URI.create(url).toASCIIString()));
        headers.forEach(request::setHeader);
        request.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
        request.setEntity(new ByteArrayEntity(body.getBytes(StandardCharsets.UTF_8), null));
        try (var watchdog = new Watchdog(limits.total())) {
            watchdog.watch(request);
            return send(request, watchdog);
        } finally {
            // ends the connection at once; closing the response would first read on to its end
            request.cancel();
        }
    }

    private Sent send(HttpPost request, Watchdog watchdog) {
        try {
            var response = client.executeOpen(null, request, null);
            return new Sent(answer(response), Optional.of(response.getCode()), excerpt(request, response));
        } catch (IOException failure) {
            var isLate = watchdog.hasPassed() || failure instanceof InterruptedIOException;
            return isLate ? sent(new Answer.Hung()) : refused(problem(failure));
        }
    }

    private static Answer answer(ClassicHttpResponse response) {
        var status = response.getCode();
        if (status >= OK && status < REDIRECTS) {
            return new Answer.Accepted();
        } else if (status == GONE) {
            return new Answer.Gone();
        }
        var isRedirect = status >= REDIRECTS && status < CLIENT_ERRORS;
        var problem = "The webhook answers with status %d%s."
                .formatted(status, isRedirect ? ", and redirects are not followed" : "");
        return new Answer.Refused(problem, RetryAfter.of(response));
    }

    /** As much of it as comes soon: whatever becomes of the rest, the status says whether the message was taken. */
    private static Optional<String> excerpt(HttpPost request, ClassicHttpResponse response) {
        var start = new ByteArrayOutputStream();
        try (var watchdog = new Watchdog(EXCERPT_PATIENCE)) {
            watchdog.watch(request);
            var content = response.getEntity() == null
                    ? InputStream.nullInputStream()
                    : response.getEntity().getContent();
            for (int each = content.read(); each >= 0 && start.size() < EXCERPT; each = content.read()) {
                start.write(each);
            }
        } catch (IOException _) {
            // it breaks off
        }
        return Optional.of(start.toString(StandardCharsets.UTF_8)).filter(some -> !some.isEmpty());
    }

    private String problem(IOException failure) {
        return switch (failure) {
            case GuardedResolver.NotPublicException _ -> rules.notPublic();
            case UnknownHostException _ -> "The host name of the webhook cannot be resolved.";
            case IOException e
            when FetchResult.isAboutCertificate(e) -> "The certificate of the webhook is not valid for its host.";
            default -> "The connection to the webhook failed.";
        };
    }

    private static Sent refused(String problem) {
        return sent(new Answer.Refused(problem, Optional.empty()));
    }

    private static Sent sent(Answer answer) {
        return new Sent(answer, Optional.empty(), Optional.empty());
    }
}
