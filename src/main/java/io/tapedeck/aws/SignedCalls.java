package io.tapedeck.aws;

import static java.util.Objects.requireNonNull;

import io.tapedeck.concurrency.Deadline;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;

/**
 * Asks a service of AWS, up to five times where it is for a reason that passes that there is no answer, with pauses that double and are cut
 * short by chance. Neither what is sent nor what is answered is logged.
 */
public final class SignedCalls {
    private static final Logger LOG = System.getLogger(SignedCalls.class.getName());
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final int MOST_ATTEMPTS = 5;

    private final AwsAddress address;
    private final Patience patience;
    private final Waiting waiting;
    private final SignedClient client;

    /**
     * What waiting goes by.
     *
     * @param chance from 0 to 1, anew each time
     */
    public record Waiting(Clock clock, Deadline deadline, Pause pause, DoubleSupplier chance) {
        public Waiting {
            requireNonNull(clock);
            requireNonNull(deadline);
            requireNonNull(pause);
            requireNonNull(chance);
        }

        /** As time goes by. */
        public static Waiting by(Clock clock, Deadline deadline) {
            return new Waiting(
                    clock,
                    deadline,
                    Thread::sleep,
                    () -> ThreadLocalRandom.current().nextDouble());
        }
    }

    public SignedCalls(
            AwsAddress address,
            IdentityProvider<? extends AwsCredentialsIdentity> credentials,
            Patience patience,
            Waiting waiting) {
        this.address = requireNonNull(address);
        this.patience = requireNonNull(patience);
        this.waiting = requireNonNull(waiting);
        var http = new PooledHttpClient.Builder(CONNECT, patience.attempt()).build();
        this.client = new SignedClient(address, credentials, http, waiting.clock());
    }

    /** With the credentials that all clients of AWS find. */
    public static SignedCalls to(AwsAddress address, Patience patience, Clock clock, Deadline deadline) {
        return new SignedCalls(
                address, DefaultCredentialsProvider.builder().build(), patience, Waiting.by(clock, deadline));
    }

    /** When whoever begins now has to be done. */
    public Instant end() {
        return waiting.clock().instant().plus(waiting.deadline().within(patience.total()));
    }

    /** @param end after which nobody waits for an answer any more */
    public AwsAnswer post(JsonRequest request, Instant end) {
        try {
            for (int attempt = 1; left(end).isPositive(); attempt++) {
                var outcome = attempt(request, end);
                if (outcome instanceof Outcome.Final(var answer)) {
                    return answer;
                }
                var pause = pause(attempt, outcome);
                if (attempt == MOST_ATTEMPTS || pause.compareTo(left(end)) >= 0) {
                    break;
                }
                waiting.pause().of(pause);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        LOG.log(Level.WARNING, "{0} did not answer, took no requests, or not in time", address.service());
        return new AwsAnswer.Unavailable();
    }

    private Outcome attempt(JsonRequest request, Instant end) throws InterruptedException {
        try {
            return Outcome.of(client.send(request, shorter(patience.attempt(), left(end))), address);
        } catch (IOException unreached) {
            return Outcome.UNREACHED;
        } catch (SdkClientException unsigned) {
            LOG.log(Level.WARNING, "there are no credentials of AWS to ask {0} with", address.service());
            return new Outcome.Final(new AwsAnswer.Refused());
        }
    }

    private Duration pause(int attempt, Outcome outcome) {
        var longest = patience.pause().multipliedBy(1L << (attempt - 1));
        var pause =
                Duration.ofNanos((long) (longest.toNanos() * waiting.chance().getAsDouble()));
        return outcome instanceof Outcome.Busy(var retryAfter)
                ? retryAfter.filter(wanted -> wanted.compareTo(pause) > 0).orElse(pause)
                : pause;
    }

    private Duration left(Instant end) {
        return Duration.between(waiting.clock().instant(), end);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
