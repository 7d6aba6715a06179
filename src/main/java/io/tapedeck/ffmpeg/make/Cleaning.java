package io.tapedeck.ffmpeg.make;

import io.tapedeck.audio.Enhancement.Strength;
import io.tapedeck.signal.ChannelSound;
import io.tapedeck.signal.NoiseProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Decides of each channel whether it is better without its noise: it must have some that is worth it, and a trial must
 * show that the noise sinks and speech does not suffer.
 */
final class Cleaning {
    /** dB from noise to speech from which on there is nothing to be gained. */
    private static final double CLEAN = 45;

    /** dB of unrest. */
    private static final double UNSTEADY = 12;

    private final SourceProfile profile;
    private final List<String> notes = new ArrayList<>();

    Cleaning(SourceProfile profile) {
        this.profile = profile;
    }

    /**
     * The sound that is best.
     *
     * @param measure what the sound is like with a denoiser
     */
    CleanedProfile best(Strength strength, int sampleRate, Function<Denoiser, DenoisedProfile> measure) {
        var channels = profile.channels().size();
        var denoiser = new Denoiser(worthwhile(), strength, sampleRate, channels);
        while (!denoiser.isIdle()) {
            var denoised = measure.apply(denoiser);
            var better = denoiser.without(objections(denoiser, denoised));
            if (better.equals(denoiser)) {
                return new CleanedProfile(Optional.of(denoiser), denoised.loudness(), denoised.removable());
            }
            denoiser = better;
        }
        return profile.unchanged();
    }

    /** Which channels are left as they are, and why. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    private Map<Integer, NoiseProfile> worthwhile() {
        var noises = new TreeMap<Integer, NoiseProfile>();
        for (int i = 0; i < profile.channels().size(); i++) {
            var channel = profile.channels().get(i);
            var reason = reasonToLeave(channel);
            if (reason.isPresent()) {
                note(i, reason.get());
            } else {
                noises.put(i, channel.noise().orElseThrow());
            }
        }
        return noises;
    }

    /** What is never louder is noise only if somebody speaks elsewhere; else it may be what the recording is about. */
    private Optional<String> reasonToLeave(ChannelSound channel) {
        if (channel.noise().isEmpty()) {
            return Optional.of("none can be heard in its pauses");
        }
        if (profile.channels().stream().allMatch(other -> other.speech().count() == 0)) {
            return Optional.of("there is no speech on any channel");
        }
        if (channel.noise().get().unrest() > UNSTEADY) {
            return Optional.of("it is not steady");
        }
        var distance = channel.speech().level() - channel.noise().get().level();
        return distance > CLEAN
                ? Optional.of(String.format(Locale.ROOT, "it is already %.0f dB below the speech", distance))
                : Optional.empty();
    }

    private List<Integer> objections(Denoiser denoiser, DenoisedProfile denoised) {
        var objected = new ArrayList<Integer>();
        for (int channel : denoiser.noises().keySet()) {
            denoised.channels().get(channel).objection().ifPresent(reason -> {
                note(channel, reason);
                objected.add(channel);
            });
        }
        return objected;
    }

    private void note(int channel, String reason) {
        notes.add("The noise on channel %d was not reduced: %s.".formatted(channel, reason));
    }
}
