package io.tapedeck.secretsmanager;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapedeck.aws.AwsAddress;
import io.tapedeck.aws.AwsAnswer;
import io.tapedeck.aws.PostRequest;
import io.tapedeck.aws.SignedCalls;
import io.tapedeck.concurrency.Deadline;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.rest.Patience;
import io.tapedeck.secret.SecretName;
import io.tapedeck.secret.SecretStore;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/** Secrets in AWS Secrets Manager, whose names begin with the deployment's. */
public final class SecretsManagerStore implements SecretStore {
    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofMillis(200));

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EXISTS = "ResourceExistsException";
    private static final String NONE = "ResourceNotFoundException";

    /** It is being deleted, which takes a moment. */
    private static final String GOING = "InvalidRequestException";

    private final SignedCalls calls;
    private final SecretRequests requests;
    private final SecureRandom random;
    private final FoundSecrets found;

    SecretsManagerStore(SignedCalls calls, SecretRequests requests, SecureRandom random, Clock clock) {
        this.calls = calls.expecting(EXISTS, NONE, GOING);
        this.requests = requireNonNull(requests);
        this.random = requireNonNull(random);
        this.found = new FoundSecrets(clock);
    }

    /**
     * Those of a region.
     *
     * @param deployment what their names begin with
     * @param encryptionKey the KMS key of new ones; without it, that of the account
     */
    public static SecretsManagerStore in(
            String region,
            String deployment,
            Optional<String> encryptionKey,
            SecureRandom random,
            Clock clock,
            Deadline deadline) {
        var address = AwsAddress.of("secretsmanager", "secretsmanager", region);
        return new SecretsManagerStore(
                SignedCalls.to(address, PATIENCE, clock, deadline),
                new SecretRequests(deployment, encryptionKey),
                random,
                clock);
    }

    @Override
    public void put(SecretName name, String secret) {
        found.remove(name);
        var token = token();
        switch (ask(requests.create(name, SecretStore.fitting(secret), token))) {
            case AwsAnswer.Refused(var code) when code.equals(EXISTS) -> replace(name, secret, token);
            case AwsAnswer answer -> done(answer);
        }
    }

    @Override
    public Optional<String> find(SecretName name) {
        return found.find(name).or(() -> read(name));
    }

    @Override
    public void delete(SecretName name) {
        found.remove(name);
        switch (ask(requests.delete(name))) {
            case AwsAnswer.Refused(var code) when isAbsent(code) -> {}
            case AwsAnswer answer -> done(answer);
        }
    }

    private void replace(SecretName name, String secret, String token) {
        switch (ask(requests.put(name, secret, token))) {
            case AwsAnswer.Refused(var code) when isAbsent(code) -> throw unavailable();
            case AwsAnswer answer -> done(answer);
        }
    }

    private Optional<String> read(SecretName name) {
        return switch (ask(requests.get(name))) {
            case AwsAnswer.Refused(var code) when isAbsent(code) -> Optional.empty();
            case AwsAnswer answer -> {
                var secret = text(done(answer));
                found.add(name, secret);
                yield Optional.of(secret);
            }
        };
    }

    private AwsAnswer ask(PostRequest request) {
        return calls.post(request, calls.end());
    }

    private static boolean isAbsent(String code) {
        return code.equals(NONE) || code.equals(GOING);
    }

    /** The answer's body, if what was asked for was done. */
    private static byte[] done(AwsAnswer answer) {
        return switch (answer) {
            case AwsAnswer.Answered(var body) -> body;
            case AwsAnswer.Unavailable _ -> throw unavailable();
            case AwsAnswer.Refused(var code) when code.equals(GOING) -> throw unavailable();
            case AwsAnswer.Refused(var code) ->
                throw new IllegalStateException("AWS Secrets Manager refuses with " + code);
            case AwsAnswer.Oversized _ -> throw unreadable();
        };
    }

    private static String text(byte[] body) {
        try {
            var secret = JSON.readTree(body).path("SecretString");
            if (!secret.isTextual()) {
                throw unreadable();
            }
            return secret.textValue();
        } catch (IOException _) {
            throw unreadable();
        }
    }

    private static ProblemException unavailable() {
        return new ProblemException(
                ProblemType.UNAVAILABLE, "The place of secrets cannot be reached at the moment; try again.");
    }

    /** Without what cannot be read, which is secret. */
    private static IllegalStateException unreadable() {
        return new IllegalStateException("what AWS Secrets Manager answers cannot be read");
    }

    /** By chance: one made from the secret would tell of it. */
    private String token() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
