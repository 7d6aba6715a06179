package io.tapedeck.transcript;

/** A word and whose voice said it. */
public record Heard(Voice voice, Word word) {}
