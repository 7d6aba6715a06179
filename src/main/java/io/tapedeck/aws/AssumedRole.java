package io.tapedeck.aws;

import static java.util.Objects.requireNonNull;

import io.tapedeck.concurrency.Deadline;
import io.tapedeck.rest.Patience;
import io.tapedeck.storage.StorageException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/**
 * The credentials of a role in another account, got anew a quarter of an hour before they end, so that what is signed
 * with them stays good. Where there are none, it throws {@link StorageException}.
 */
public final class AssumedRole implements AwsCredentialsProvider {
    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofMillis(200));

    private static final Duration LEFT = Duration.ofMinutes(15);

    /** What is left of credentials that are still used where there are no others: more than a link is good for. */
    private static final Duration LEAST = Duration.ofMinutes(2);

    /** The names of errors that the other account is to mend, not whoever runs the deployment. */
    private static final String[] THEIRS = {"AccessDenied", "ValidationError", "RegionDisabledException"};

    private final SignedCalls calls;
    private final Role role;
    private final String session;
    private final Clock clock;
    private Optional<AwsSessionCredentials> held = Optional.empty();

    AssumedRole(SignedCalls calls, Role role, String session, Clock clock) {
        this.calls = calls.expecting(THEIRS);
        this.role = requireNonNull(role);
        this.session = requireNonNull(session);
        this.clock = requireNonNull(clock);
    }

    /**
     * One that is asked for in a region.
     *
     * @param deployment what the other account's log calls whoever holds the role
     */
    public static AssumedRole in(String region, Role role, String deployment, Clock clock, Deadline deadline) {
        var calls = SignedCalls.to(AwsAddress.of("sts", "sts", region), PATIENCE, clock, deadline);
        return new AssumedRole(calls, role, deployment, clock);
    }

    /**
     * {@inheritDoc}
     *
     * @throws StorageException if there are none
     */
    @Override
    public synchronized AwsCredentials resolveCredentials() {
        if (held.filter(credentials -> lasts(credentials, LEFT)).isEmpty()) {
            held = Optional.of(renewed());
        }
        return held.orElseThrow();
    }

    /** Gets new ones the next time, since those held are not accepted any more. */
    public synchronized void renew() {
        held = Optional.empty();
    }

    /** New ones, or those held while they last, where there are none to be had now. */
    private AwsSessionCredentials renewed() {
        try {
            return ask();
        } catch (StorageException.Unavailable down) {
            return held.filter(credentials -> lasts(credentials, LEAST)).orElseThrow(() -> down);
        }
    }

    private boolean lasts(AwsSessionCredentials credentials, Duration time) {
        return credentials
                .expirationTime()
                .filter(end -> clock.instant().plus(time).isBefore(end))
                .isPresent();
    }

    private AwsSessionCredentials ask() {
        return switch (calls.post(RoleRequest.of(role, session), calls.end())) {
            case AwsAnswer.Answered(var body) -> read(body);
            case AwsAnswer.Oversized _ -> throw unreadable();
            case AwsAnswer.Refused(var code) -> throw refused(code);
            case AwsAnswer.Unavailable _ ->
                throw new StorageException.Unavailable(
                        "AWS did not give out the role's credentials in time.", Optional.empty());
        };
    }

    private static AwsSessionCredentials read(byte[] body) {
        try {
            return RoleAnswer.read(body);
        } catch (IllegalArgumentException _) {
            throw unreadable();
        }
    }

    private static StorageException unreadable() {
        return new StorageException.Unavailable(
                "What AWS answered where the role was asked for cannot be read.", Optional.empty());
    }

    private static StorageException refused(String code) {
        return new StorageException.Refused(
                switch (code) {
                    case "AccessDenied" ->
                        "AWS does not let this deployment assume the role: there is none of that name, or its trust policy"
                                + " does not name this deployment with this external id.";
                    case "ValidationError" -> "AWS takes the role's ARN or its external id for invalid.";
                    case "RegionDisabledException" ->
                        "The role's account does not allow the Security Token Service in this region.";
                    default -> "AWS does not give out the role's credentials: " + code + ".";
                });
    }

    @Override
    public String toString() {
        return "AssumedRole[" + role.arn() + "]";
    }
}
