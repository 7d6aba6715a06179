package io.tapedeck.egress;

import io.tapedeck.problem.Failure;
import io.tapedeck.storage.SourceFetcher.Fetch;
import java.io.IOException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Puts what went wrong in words for the caller. Neither addresses nor the URL's query are among them. */
final class FetchResult {
    private static final int CLIENT_ERRORS = 400;
    private static final int SERVER_ERRORS = 500;
    /**
     * What may be otherwise in a few minutes. Recordings of providers appear late: until then they are accepted only, forbidden,
     * not found, in conflict, or locked.
     */
    private static final Set<Integer> PASSING = Set.of(202, 403, 404, 408, 409, 423, 425, 429);

    private static final String NOT_PUBLIC = TargetRules.ofSources(false).notPublic();

    private FetchResult() {}

    static Fetch refused(String message) {
        return new Fetch.Refused(new Failure("source-refused", message));
    }

    static Fetch unreachable(String message) {
        return unreachable(message, Optional.empty());
    }

    private static Fetch unreachable(String message, Optional<Duration> retryAfter) {
        return new Fetch.Unreachable(new Failure("source-unreachable", message), retryAfter);
    }

    static Fetch tooLarge(long limit) {
        return new Fetch.Refused(
                new Failure("source-too-large", "The source is larger than the limit of %d bytes.".formatted(limit)));
    }

    /**
     * Of an answer that carries no audio.
     *
     * @param retryAfter when the source asks to be asked again
     */
    static Fetch ofStatus(int status, Optional<Duration> retryAfter) {
        if (status >= SERVER_ERRORS || PASSING.contains(status)) {
            return unreachable("The source answered with status %d.".formatted(status), retryAfter);
        } else if (status >= CLIENT_ERRORS) {
            return refused("The source answered with status %d.".formatted(status));
        }
        return refused("The source answered with status %d instead of the audio.".formatted(status));
    }

    static Fetch of(IOException failure) {
        return switch (failure) {
            case GuardedResolver.NotPublicException _ -> refused(NOT_PUBLIC);
            case UnknownHostException _ -> unreachable("The host name of the source cannot be resolved.");
            case IOException e
            when isAboutCertificate(e) -> refused("The certificate of the source is not valid for its host.");
            default -> unreachable("The connection to the source failed.");
        };
    }

    static boolean isAboutCertificate(IOException failure) {
        return Stream.iterate((Throwable) failure, e -> e != null, Throwable::getCause)
                .anyMatch(e -> e instanceof SSLPeerUnverifiedException || e instanceof CertificateException);
    }
}
