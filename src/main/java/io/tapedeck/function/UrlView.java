package io.tapedeck.function;

/** A URL as the HTTP contract writes it. */
public record UrlView(String url, long expiresAt) {}
