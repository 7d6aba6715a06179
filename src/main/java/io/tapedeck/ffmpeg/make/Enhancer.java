package io.tapedeck.ffmpeg.make;

import io.tapedeck.audio.AudioInput;
import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.AudioProcessor.Production;
import io.tapedeck.audio.AudioResult;
import io.tapedeck.audio.AudioResult.SoundQuality;
import io.tapedeck.audio.Encoding;
import io.tapedeck.audio.Enhancement;
import io.tapedeck.audio.Range;
import io.tapedeck.audio.measure.Signal;
import io.tapedeck.ffmpeg.measure.Centering;
import io.tapedeck.ffmpeg.probe.FfmpegInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/**
 * Makes audio sound better: first DC offsets go, then the noise, then the silences, then comes the volume.
 *
 * <p>ffmpeg runs once to measure the source; once more, if there is noise worth reducing, to try that side by side with
 * what was, which also tells the loudness and the silences of the sound without noise; once to write the result, beside
 * another that decodes if silences are cut; and once to measure the result. Where a limiter or a lossy codec changed
 * loudness or peaks by too much, the last two run again with a corrected gain. Nothing grows with the length of the audio
 * but the list of its silences.
 */
final class Enhancer {
    /** Parts of the work that are done when the profile is measured and when all is known. */
    private static final double PROFILED = 0.15;

    private static final double KNOWN = 0.4;

    private final Transcoder transcoder;
    private final ProfileMeter profileMeter;
    private final Enhancement task;
    private final AudioMeasures input;
    private final Path folder;
    private final FfmpegInput source;
    private final List<String> notes = new ArrayList<>();

    /**
     * @param folder where the result is put and copies may lie
     */
    Enhancer(Transcoder transcoder, Enhancement task, AudioInput input, Path folder) {
        this.transcoder = transcoder;
        this.profileMeter = new ProfileMeter(transcoder.runner(), task);
        this.task = task;
        this.input = input.measures();
        this.folder = folder;
        this.source = FfmpegInput.of(List.of(input), folder).getFirst();
    }

    /** Does what was asked for as far as it makes the audio better. */
    Production produce(Encoding encoding, DoubleConsumer progress) {
        var centering =
                new Centering(input.signal().map(Signal::offsets).orElseGet(() -> profileMeter.offsets(source, input)));
        var known = Optional.of(input.loudness()).filter(loudness -> centering.isIdle());
        var profile = profileMeter.measure(source, input, centering, known, ProgressSteps.part(progress, 0, PROFILED));
        var sound = cleaned(centering, profile, ProgressSteps.part(progress, PROFILED, KNOWN));
        var volume = task.volumeNormalization().map(wanted -> Volume.of(wanted, sound.loudness(), encoding.codec()));
        var recipe = new Recipe(centering, sound.denoiser(), sound.removable(), volume);
        if (centering.isNotable()) {
            notes.add("The DC offset was removed.");
        }
        noteUnchanged(recipe);
        if (recipe.isEmpty()) {
            return new Production.Unchanged(result(profile.quality(), profile.quality(), List.of()));
        }
        var best = new LoudnessCorrection(transcoder, profileMeter, input, source)
                .best(recipe, encoding, folder, ProgressSteps.part(progress, KNOWN, 1));
        notes.addAll(recipe.missed(best.profile().loudness()));
        var result = result(profile.quality(), best.profile().quality(), recipe.removed());
        return best.transcoded().produced(recipe.treatments(), result);
    }

    private CleanedProfile cleaned(Centering centering, SourceProfile profile, DoubleConsumer progress) {
        if (task.noiseReduction().isEmpty()) {
            return profile.unchanged();
        }
        var cleaning = new Cleaning(profile);
        var sound = cleaning.best(
                task.noiseReduction().get(),
                input.sampleRate(),
                denoiser -> profileMeter.measureDenoised(source, input, centering, denoiser, progress));
        notes.addAll(cleaning.notes());
        return sound;
    }

    private void noteUnchanged(Recipe recipe) {
        recipe.volume().ifPresent(volume -> notes.addAll(volume.untouched()));
        task.silenceRemoval()
                .filter(wanted -> recipe.removed().isEmpty())
                .ifPresent(wanted -> notes.add(String.format(
                        Locale.ROOT,
                        "No silence was removed: no pause of %.1f s or more is below %.0f dBFS.",
                        wanted.minimum(),
                        wanted.threshold())));
    }

    private AudioResult result(SoundQuality before, SoundQuality after, List<Range> removed) {
        return new AudioResult(Optional.empty(), Optional.of(before), Optional.of(after), removed, notes);
    }
}
