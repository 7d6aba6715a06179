package io.tapedeck.audio;

import io.tapedeck.id.WireNames;

/** What can be done to the sound of a recording to make it better. */
public enum Treatment {
    NOISE_REDUCTION,
    VOLUME_NORMALIZATION,
    SILENCE_REMOVAL;

    @Override
    public String toString() {
        return WireNames.name(this);
    }
}
