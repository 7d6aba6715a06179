package io.tapedeck.storage;

/** The store cannot encrypt with the key that was asked for; trying again does not help. */
public final class UnusableKeyException extends RuntimeException {
    /**
     * @param cause what the store said
     */
    public UnusableKeyException(Throwable cause) {
        super("The audio cannot be encrypted with this encryptionKey.", cause);
    }
}
