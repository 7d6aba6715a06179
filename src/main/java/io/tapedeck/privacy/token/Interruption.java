package io.tapedeck.privacy.token;

/** What ends a number though the same voice goes on with another: the other side asks for something else. */
@FunctionalInterface
public interface Interruption {
    boolean isBetween(Token before, Token after);
}
