package io.tapedeck.signal;

/**
 * A frame and what it is in the noise around it.
 *
 * @param active whether something stands out from the noise
 * @param tonal whether that is nothing but tones as telephones signal
 */
public record HeardFrame(VoiceFrame frame, boolean active, boolean tonal) {}
