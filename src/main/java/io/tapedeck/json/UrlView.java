package io.tapedeck.json;

/** A URL as the HTTP contract writes it. */
public record UrlView(String url, long expiresAt) {}
