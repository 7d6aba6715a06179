package io.tapedeck.aws;

import static java.util.Objects.requireNonNull;

import io.tapedeck.concurrency.Deadline;
import io.tapedeck.rest.Attempts;
import io.tapedeck.rest.Attempts.Outcome;
import io.tapedeck.rest.Attempts.Waiting;
import io.tapedeck.rest.Patience;
import io.tapedeck.rest.PooledHttpClient;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;

/** Asks a service of AWS, more than once where it is for a reason that passes that there is no answer. Neither is logged. */
public final class SignedCalls {
    private static final Logger LOG = System.getLogger(SignedCalls.class.getName());
    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final AwsAddress address;
    private final Attempts attempts;
    private final SignedClient client;
    private final Set<String> expected;

    public SignedCalls(
            AwsAddress address,
            IdentityProvider<? extends AwsCredentialsIdentity> credentials,
            Patience patience,
            Waiting waiting) {
        this.address = requireNonNull(address);
        this.attempts = new Attempts(patience, waiting);
        var http = new PooledHttpClient.Builder(CONNECT, patience.attempt()).build();
        this.client = new SignedClient(address, credentials, http, waiting.clock());
        this.expected = Set.of();
    }

    private SignedCalls(SignedCalls same, Set<String> expected) {
        this.address = same.address;
        this.attempts = same.attempts;
        this.client = same.client;
        this.expected = Set.copyOf(expected);
    }

    /** With the credentials that all clients of AWS find. */
    public static SignedCalls to(AwsAddress address, Patience patience, Clock clock, Deadline deadline) {
        return new SignedCalls(
                address, DefaultCredentialsProvider.builder().build(), patience, Waiting.by(clock, deadline));
    }

    /**
     * The same, where some refusals are answers like any other and not logged.
     *
     * @param codes the names of those errors
     */
    public SignedCalls expecting(String... codes) {
        return new SignedCalls(this, Set.of(codes));
    }

    /** When whoever begins now has to be done. */
    public Instant end() {
        return attempts.end();
    }

    /** @param end after which nobody waits for an answer any more */
    public AwsAnswer post(PostRequest request, Instant end) {
        var outcome = attempts.first(time -> attempt(request, time), end);
        if (outcome.isPresent() && outcome.get() instanceof Outcome.Final<AwsAnswer>(var answer)) {
            return answer;
        }
        LOG.log(Level.WARNING, "{0} did not answer, took no requests, or not in time", address.service());
        return new AwsAnswer.Unavailable();
    }

    private Outcome<AwsAnswer> attempt(PostRequest request, Duration time) throws InterruptedException {
        try {
            return Meaning.of(client.send(request, time), address, expected);
        } catch (IOException unreached) {
            return new Outcome.Busy<>(Optional.empty());
        } catch (SdkClientException unsigned) {
            LOG.log(Level.WARNING, "there are no credentials of AWS to ask {0} with", address.service());
            return new Outcome.Final<>(new AwsAnswer.Refused(AwsAnswer.NO_CODE));
        }
    }
}
