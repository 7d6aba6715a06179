package io.tapedeck.privacy.cue;

import io.tapedeck.privacy.token.Conversation;
import java.util.List;

/** Finds what is personal in one way. */
@FunctionalInterface
public interface Recogniser {
    List<Find> find(Conversation conversation);
}
