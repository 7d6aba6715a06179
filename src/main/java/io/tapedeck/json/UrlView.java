package io.tapedeck.json;

import java.time.Instant;

/** A URL as the HTTP contract writes it. */
public record UrlView(String url, Instant expiresAt) {}
