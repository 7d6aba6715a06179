package io.tapedeck.ffmpeg;

import io.tapedeck.recording.AudioInput;
import io.tapedeck.recording.AudioMeasures;
import io.tapedeck.recording.AudioProcessingException;
import io.tapedeck.recording.AudioProcessor.Production;
import io.tapedeck.recording.Encoding;
import io.tapedeck.recording.Enhancement;
import io.tapedeck.recording.JobResult;
import io.tapedeck.recording.JobResult.SoundQuality;
import io.tapedeck.recording.Range;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/**
 * Makes audio sound better: first the noise goes, then the silences, then comes the volume.
 *
 * <p>ffmpeg runs once to survey what is there; once more, if there is noise worth reducing, to try that side by side with
 * what was, which also tells the loudness and the silences of the sound without noise; once to write the result, beside
 * another that decodes if silences are cut; and once to survey the result. Where a limiter or a lossy codec changed
 * loudness or peaks by too much, the last two run again with a corrected gain. Nothing grows with the length of the audio
 * but the list of its silences.
 */
final class Enhancer {
    /** Results of which the last must do. */
    private static final int MOST_TAKES = 5;
    /** Parts of the work that are done when the survey ends and when all is known. */
    private static final double SURVEYED = 0.15;

    private static final double KNOWN = 0.4;
    /** Part of what is left that each further take is reckoned with. */
    private static final double TAKE = 0.6;

    /** A result and what it sounds like. */
    private record Finished(Transcoder.Take take, Survey survey) {}

    private final Transcoder transcoder;
    private final Surveyor surveyor;
    private final Enhancement task;
    private final AudioMeasures input;
    private final Path folder;
    private final Source source;
    private final List<String> notes = new ArrayList<>();

    /**
     * @param folder where the result is put and copies may lie
     */
    Enhancer(Transcoder transcoder, Enhancement task, AudioInput input, Path folder) {
        this.transcoder = transcoder;
        this.surveyor = new Surveyor(transcoder, task);
        this.task = task;
        this.input = input.measures();
        this.folder = folder;
        this.source = Source.of(List.of(input), folder).getFirst();
    }

    /** Does what was asked for as far as it makes the audio better. */
    Production produce(Encoding encoding, DoubleConsumer progress) {
        var survey = surveyor.survey(source, input, part(progress, 0, SURVEYED));
        var recipe = recipe(cleaned(survey, part(progress, SURVEYED, KNOWN)));
        if (recipe.isEmpty()) {
            return new Production.Unchanged(result(survey.quality(), survey.quality(), List.of()));
        }
        var finished = finished(recipe, encoding, part(progress, KNOWN, 1));
        recipe.volume()
                .ifPresent(volume -> volume.missed(finished.survey().loudness()).forEach(notes::add));
        var result = result(survey.quality(), finished.survey().quality(), recipe.removed());
        return finished.take().produced(recipe.treatments(), result);
    }

    private Sound cleaned(Survey survey, DoubleConsumer progress) {
        if (task.noiseReduction().isEmpty()) {
            return survey.sound();
        }
        var cleaning = new Cleaning(survey);
        var sound = cleaning.best(
                task.noiseReduction().get(),
                input.sampleRate(),
                denoiser -> surveyor.trial(source, input, denoiser, progress));
        notes.addAll(cleaning.notes());
        return sound;
    }

    private Recipe recipe(Sound sound) {
        var volume = task.volumeNormalization().map(wanted -> Volume.of(wanted, sound.loudness()));
        volume.ifPresent(wanted -> wanted.untouched().forEach(notes::add));
        if (sound.removable().isEmpty()) {
            task.silenceRemoval()
                    .ifPresent(wanted -> notes.add(String.format(
                            Locale.ROOT,
                            "No silence was removed: beside sound there is none of %.1f s or more below %.0f dBFS.",
                            wanted.minimum(),
                            wanted.threshold())));
        }
        return new Recipe(sound.denoiser(), sound.removable(), volume);
    }

    private Finished finished(Recipe recipe, Encoding encoding, DoubleConsumer progress) {
        var left = 1.0;
        for (int take = 1; ; take++) {
            var finished = take(recipe, encoding, part(progress, 1 - left, 1 - left * (1 - TAKE)));
            var better = recipe.corrected(finished.survey().loudness());
            if (better.equals(recipe) || take == MOST_TAKES) {
                return finished;
            }
            recipe = better;
            left *= 1 - TAKE;
        }
    }

    private Finished take(Recipe recipe, Encoding encoding, DoubleConsumer progress) {
        var take = transcoder.encode(
                List.of(recipe.source(transcoder, source, input)),
                recipe.graph(input, encoding),
                new Encoder(encoding, false),
                folder,
                progress);
        try {
            var written = Source.ofFile(take.file(), Container.of(encoding.format()));
            return new Finished(take, surveyor.survey(written, take.measures(), share -> {}));
        } catch (IOException e) {
            throw new AudioProcessingException("The new audio could not be read back", e);
        }
    }

    private JobResult result(SoundQuality before, SoundQuality after, List<Range> removed) {
        return new JobResult(Optional.empty(), Optional.of(before), Optional.of(after), removed, notes);
    }

    private static DoubleConsumer part(DoubleConsumer progress, double from, double to) {
        return share -> progress.accept(from + share * (to - from));
    }
}
