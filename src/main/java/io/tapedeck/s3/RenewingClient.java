package io.tapedeck.s3;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.services.s3.DelegatingS3Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Request;

/** Asks once more with new credentials where those in use have ended before their time. */
final class RenewingClient extends DelegatingS3Client {
    private static final Set<String> ENDED = Set.of("ExpiredToken", "InvalidToken", "TokenRefreshRequired");

    private final Runnable renewal;

    /** @param renewal forgets the credentials in use */
    RenewingClient(S3Client client, Runnable renewal) {
        super(client);
        this.renewal = requireNonNull(renewal);
    }

    @Override
    protected <T extends S3Request, R> R invokeOperation(T request, Function<T, R> operation) {
        try {
            return operation.apply(request);
        } catch (S3Exception refused) {
            if (!ENDED.contains(S3Errors.code(refused))) {
                throw refused;
            }
            renewal.run();
            return operation.apply(request);
        }
    }
}
