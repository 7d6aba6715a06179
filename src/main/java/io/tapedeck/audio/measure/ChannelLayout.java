package io.tapedeck.audio.measure;

import io.tapedeck.id.WireNames;

/** What the channels of a recording hold. */
public enum ChannelLayout {
    MONO,
    /** Two channels with a side of the call each. */
    DUAL,
    /** Two channels that carry the same sound, so that no speakers can be told apart by channel. */
    DUPLICATED;

    @Override
    public String toString() {
        return WireNames.name(this);
    }
}
