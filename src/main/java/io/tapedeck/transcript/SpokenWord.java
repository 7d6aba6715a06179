package io.tapedeck.transcript;

/** A word and whose voice said it. */
public record SpokenWord(Voice voice, Word word) {}
