package io.tapedeck.privacy.cue;

import io.tapedeck.privacy.token.Token;

/** A phrase that somebody said and that tells what a value beside it is. */
public record Cue(Subject subject, Token first, Token last) {}
