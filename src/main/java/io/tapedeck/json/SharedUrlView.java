package io.tapedeck.json;

import java.time.Instant;

/** The link of a new share as the HTTP contract writes it. It is shown once. */
public record SharedUrlView(String id, String url, Instant expiresAt) {}
