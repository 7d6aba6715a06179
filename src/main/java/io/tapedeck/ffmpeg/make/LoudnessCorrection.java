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
    record Heard(Transcoder.Take take, SourceProfile survey, double distance) {}

    private static final int MOST = 5;
    /** Part of what is left of the progress that each take is reckoned with. Mostly there is but one. */
    private static final double SHARE = 0.8;

    private final Transcoder transcoder;
    private final ProfileMeter surveyor;
    private final AudioMeasures input;
    private final FfmpegInput source;

    LoudnessCorrection(Transcoder transcoder, ProfileMeter surveyor, AudioMeasures input, FfmpegInput source) {
        this.transcoder = transcoder;
        this.surveyor = surveyor;
        this.input = input;
        this.source = source;
    }

    /**
     * The one that comes nearest to what is wanted.
     *
     * @param folder that all are put in
     */
    Heard best(Recipe recipe, Encoding encoding, Path folder, DoubleConsumer progress) {
        var best = Optional.<Heard>empty();
        var next = recipe;
        var done = 0.0;
        for (int i = 0; i < MOST; i++) {
            var share = (1 - done) * SHARE;
            var heard = heard(next, encoding, folder, ProgressSteps.part(progress, done, done + share));
            var better = next.corrected(heard.survey().loudness());
            if (better.equals(next)) {
                return heard;
            }
            if (best.filter(other -> other.distance() <= heard.distance()).isEmpty()) {
                best = Optional.of(kept(heard));
            }
            next = better;
            done += share;
        }
        return best.orElseThrow();
    }

    private Heard heard(Recipe recipe, Encoding encoding, Path folder, DoubleConsumer progress) {
        var sources = List.of(recipe.source(transcoder.runner(), source, input));
        var encoder = new Encoder(encoding, false);
        var take = transcoder.encode(sources, recipe.graph(input, encoding), encoder, folder, progress);
        try {
            var written = FfmpegInput.ofFile(SoundFile.of(take.file(), Container.of(encoding.format())));
            var survey = surveyor.survey(written, take.measures(), Centering.NONE, Optional.empty(), share -> {});
            return new Heard(take, survey, recipe.distance(survey.loudness()));
        } catch (IOException e) {
            throw new AudioProcessingException("The new audio could not be read back", e);
        }
    }

    /** Out of the way of the next. */
    private static Heard kept(Heard heard) {
        var take = heard.take();
        try {
            var place = take.file()
                    .resolveSibling("best." + take.measures().format().extension());
            Files.move(take.file(), place, StandardCopyOption.REPLACE_EXISTING);
            return new Heard(take.at(place), heard.survey(), heard.distance());
        } catch (IOException e) {
            throw new AudioProcessingException("The new audio could not be moved", e);
        }
    }
}
