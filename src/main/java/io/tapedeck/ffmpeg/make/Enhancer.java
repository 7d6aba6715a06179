package io.tapedeck.ffmpeg.make;

import io.tapedeck.audio.AudioInput;
import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.AudioProcessor.Production;
import io.tapedeck.audio.AudioResult;
import io.tapedeck.audio.AudioResult.SoundQuality;
import io.tapedeck.audio.Encoding;
import io.tapedeck.audio.Enhancement;
import io.tapedeck.audio.Range;
import io.tapedeck.audio.Signal;
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
 * <p>ffmpeg runs once to survey what is there; once more, if there is noise worth reducing, to try that side by side with
 * what was, which also tells the loudness and the silences of the sound without noise; once to write the result, beside
 * another that decodes if silences are cut; and once to survey the result. Where a limiter or a lossy codec changed
 * loudness or peaks by too much, the last two run again with a corrected gain. Nothing grows with the length of the audio
 * but the list of its silences.
 */
final class Enhancer {
    /** Parts of the work that are done when the survey ends and when all is known. */
    private static final double SURVEYED = 0.15;

    private static final double KNOWN = 0.4;

    private final Transcoder transcoder;
    private final ProfileMeter surveyor;
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
        this.surveyor = new ProfileMeter(transcoder.runner(), task);
        this.task = task;
        this.input = input.measures();
        this.folder = folder;
        this.source = FfmpegInput.of(List.of(input), folder).getFirst();
    }

    /** Does what was asked for as far as it makes the audio better. */
    Production produce(Encoding encoding, DoubleConsumer progress) {
        var centering =
                new Centering(input.signal().map(Signal::offsets).orElseGet(() -> surveyor.offsets(source, input)));
        var known = Optional.of(input.loudness()).filter(loudness -> centering.isIdle());
        var survey = surveyor.survey(source, input, centering, known, ProgressSteps.part(progress, 0, SURVEYED));
        var sound = cleaned(centering, survey, ProgressSteps.part(progress, SURVEYED, KNOWN));
        var volume = task.volumeNormalization().map(wanted -> Volume.of(wanted, sound.loudness(), encoding.codec()));
        var recipe = new Recipe(centering, sound.denoiser(), sound.removable(), volume);
        if (centering.isNotable()) {
            notes.add("The DC offset was removed.");
        }
        noteWhatIsLeft(recipe);
        if (recipe.isEmpty()) {
            return new Production.Unchanged(result(survey.quality(), survey.quality(), List.of()));
        }
        var best = new LoudnessCorrection(transcoder, surveyor, input, source)
                .best(recipe, encoding, folder, ProgressSteps.part(progress, KNOWN, 1));
        notes.addAll(recipe.missed(best.survey().loudness()));
        var result = result(survey.quality(), best.survey().quality(), recipe.removed());
        return best.take().produced(recipe.treatments(), result);
    }

    private CleanedProfile cleaned(Centering centering, SourceProfile survey, DoubleConsumer progress) {
        if (task.noiseReduction().isEmpty()) {
            return survey.sound();
        }
        var cleaning = new Cleaning(survey);
        var sound = cleaning.best(
                task.noiseReduction().get(),
                input.sampleRate(),
                denoiser -> surveyor.trial(source, input, centering, denoiser, progress));
        notes.addAll(cleaning.notes());
        return sound;
    }

    private void noteWhatIsLeft(Recipe recipe) {
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
