package io.tapedeck.azure;

import io.tapedeck.storage.StorageException;
import io.tapedeck.storage.UnusableKeyException;
import java.util.Optional;
import java.util.Set;

/** What Azure means when it refuses. */
final class Refusals {
    private static final int FORBIDDEN = 403;
    private static final Set<String> NOT_FOR_A_KEY = Set.of("InvalidHeaderValue", "UnsupportedHeader");

    private Refusals() {}

    /** What to throw. */
    static StorageException of(Reply reply) {
        return new StorageException.Refused("Azure refuses: %s (HTTP %d, %s)."
                .formatted(reason(reply), reply.status(), reply.code().isEmpty() ? "no code" : reply.code()));
    }

    /** What to throw where something was to be written with an encryption scope, if any. */
    static RuntimeException of(Reply reply, Optional<String> scope) {
        return scope.isPresent() && isAboutTheKey(reply) ? new UnusableKeyException(of(reply)) : of(reply);
    }

    private static boolean isAboutTheKey(Reply reply) {
        var code = reply.code();
        return code.startsWith("KeyVault") || code.contains("Encryption") || NOT_FOR_A_KEY.contains(code);
    }

    private static String reason(Reply reply) {
        return switch (reply.code()) {
            case "ContainerNotFound", "ContainerBeingDeleted", "ContainerDisabled" -> "there is no such container";
            case "ResourceNotFound", "AccountIsDisabled" -> "there is no such storage account";
            case "AuthenticationFailed", "InvalidAuthenticationInfo", "NoAuthenticationInformation" ->
                "the account key or the client secret is not right, or the clock is wrong";
            case "AuthorizationPermissionMismatch", "InsufficientAccountPermissions" ->
                "a right is missing, which the role Storage Blob Data Contributor on the container has";
            case "AuthorizationFailure" ->
                "whoever asks is not let in: by the account's firewall or settings, or because the key is not right";
            case "KeyBasedAuthenticationNotPermitted" -> "the account takes no account keys";
            case "BlobImmutableDueToPolicy" -> "a policy of immutability keeps the object";
            case String code when code.startsWith("KeyVault") -> "its key in Key Vault cannot be used";
            case String _ -> reply.status() == FORBIDDEN ? "whoever asks may not" : "it does not take the request";
        };
    }
}
