package io.tapedeck.ffmpeg.make;

import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.AudioProcessingException;
import io.tapedeck.audio.Encoding;
import io.tapedeck.container.Container;
import io.tapedeck.ffmpeg.measure.Centering;
import io.tapedeck.ffmpeg.probe.FfmpegInput;
import io.tapedeck.ffmpeg.probe.SoundFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/** Writes enhanced audio, listens to what came of it, and does so again if its loudness or peaks came out wrong. */
final class LoudnessCorrection {
    /**
     * A result and what it sounds like.
     *
     * @param distance from what was wanted
     */
    record Candidate(Transcoder.Transcoded transcoded, SourceProfile profile, double distance) {}

    private static final int MOST = 5;
    /** Part of what is left of the progress that each take is reckoned with. Mostly there is but one. */
    private static final double STEP = 0.8;

    private final Transcoder transcoder;
    private final ProfileMeter profileMeter;
    private final AudioMeasures input;
    private final FfmpegInput source;

    LoudnessCorrection(Transcoder transcoder, ProfileMeter profileMeter, AudioMeasures input, FfmpegInput source) {
        this.transcoder = transcoder;
        this.profileMeter = profileMeter;
        this.input = input;
        this.source = source;
    }

    /**
     * The one that comes nearest to what is wanted.
     *
     * @param folder that all are put in
     */
    Candidate best(Recipe recipe, Encoding encoding, Path folder, DoubleConsumer progress) {
        var best = Optional.<Candidate>empty();
        var next = recipe;
        var done = 0.0;
        for (int i = 0; i < MOST; i++) {
            var step = (1 - done) * STEP;
            var candidate = candidate(next, encoding, folder, ProgressSteps.part(progress, done, done + step));
            var better = next.corrected(candidate.profile().loudness());
            if (better.equals(next)) {
                return candidate;
            }
            if (best.filter(other -> other.distance() <= candidate.distance()).isEmpty()) {
                best = Optional.of(kept(candidate));
            }
            next = better;
            done += step;
        }
        return best.orElseThrow();
    }

    private Candidate candidate(Recipe recipe, Encoding encoding, Path folder, DoubleConsumer progress) {
        var sources = List.of(recipe.source(transcoder.runner(), source, input));
        var encoder = new Encoder(encoding, false);
        var transcoded = transcoder.encode(sources, recipe.graph(input, encoding), encoder, folder, progress);
        try {
            var written = FfmpegInput.ofFile(SoundFile.of(transcoded.file(), Container.of(encoding.format())));
            var profile =
                    profileMeter.measure(written, transcoded.measures(), Centering.NONE, Optional.empty(), _ -> {});
            return new Candidate(transcoded, profile, recipe.distance(profile.loudness()));
        } catch (IOException e) {
            throw new AudioProcessingException("The new audio could not be read back", e);
        }
    }

    /** Out of the way of the next. */
    private static Candidate kept(Candidate candidate) {
        var transcoded = candidate.transcoded();
        try {
            var place = transcoded
                    .file()
                    .resolveSibling("best." + transcoded.measures().format().extension());
            Files.move(transcoded.file(), place, StandardCopyOption.REPLACE_EXISTING);
            return new Candidate(transcoded.at(place), candidate.profile(), candidate.distance());
        } catch (IOException e) {
            throw new AudioProcessingException("The new audio could not be moved", e);
        }
    }
}
