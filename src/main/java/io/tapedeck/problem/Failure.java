package io.tapedeck.problem;

/**
 * Why something failed, for the caller to read.
 *
 * @param code stable, lower-case words joined by hyphens
 * @param message one plain sentence
 */
public record Failure(String code, String message) {}
