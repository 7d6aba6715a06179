package io.tapedeck.signal;

import java.util.Optional;

/**
 * What one channel sounds like.
 *
 * @param speech of what stands out from the noise
 * @param pauses of what lies between
 * @param noise absent if there is none
 */
public record ChannelSound(Power speech, Power pauses, Optional<NoiseProfile> noise) {}
