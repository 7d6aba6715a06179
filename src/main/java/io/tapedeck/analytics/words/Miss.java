package io.tapedeck.analytics.words;

import io.tapedeck.id.WireNames;

/** Why what an engine outside was asked for is not taken from it. */
public enum Miss {
    /** It does not answer, takes no requests, or not in time. */
    UNAVAILABLE,
    /** It does not do this for us, or not with this call. */
    REFUSED,
    /** Its answer is not of the form that was asked for. */
    NOT_UNDERSTOOD,
    /** Its answer says what nobody can find in the call. */
    NOT_GROUNDED;

    @Override
    public String toString() {
        return WireNames.name(this);
    }
}
