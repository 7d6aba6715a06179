package io.tapedeck.ffmpeg.make;

import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.Encoding;
import io.tapedeck.audio.Range;
import io.tapedeck.audio.Treatment;
import io.tapedeck.ffmpeg.measure.Centering;
import io.tapedeck.ffmpeg.measure.FilterGraph;
import io.tapedeck.ffmpeg.measure.GraphRunner;
import io.tapedeck.ffmpeg.measure.LoudnessMeter;
import io.tapedeck.ffmpeg.probe.FfmpegInput;
import io.tapedeck.ffmpeg.probe.InputFilters;
import io.tapedeck.ffmpeg.probe.PcmFormat;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that is to be done to the sound, in this order.
 *
 * @param removed from the audio as it was
 */
record Recipe(Centering centering, Optional<Denoiser> denoiser, List<Range> removed, Optional<Volume> volume) {
    boolean isEmpty() {
        return treatments().isEmpty() && !centering.isNotable();
    }

    Set<Treatment> treatments() {
        var treatments = EnumSet.noneOf(Treatment.class);
        denoiser.ifPresent(done -> treatments.add(Treatment.NOISE_REDUCTION));
        volume.filter(done -> !done.isIdle()).ifPresent(done -> treatments.add(Treatment.VOLUME_NORMALIZATION));
        if (!removed.isEmpty()) {
            treatments.add(Treatment.SILENCE_REMOVAL);
        }
        return treatments;
    }

    /** The same with another volume if it came out wrong. */
    Recipe corrected(LoudnessMeter.Found found) {
        return new Recipe(
                centering, denoiser, removed, volume.map(done -> done.isIdle() ? done : done.corrected(found)));
    }

    /** How far the volume came out from what was wanted. */
    double distance(LoudnessMeter.Found found) {
        return volume.map(done -> done.distance(found)).orElse(0.0);
    }

    /** What did not come out as wanted, a sentence each. */
    List<String> missed(LoudnessMeter.Found found) {
        return volume.filter(done -> !done.isIdle())
                .map(done -> done.missed(found))
                .orElse(List.of());
    }

    /** What is left to work on once the silences are cut, for which the noise must have gone before. */
    FfmpegInput source(GraphRunner runner, FfmpegInput source, AudioMeasures input) {
        return removed.isEmpty() ? source : CutInput.of(runner, source, cleaned(input), removed);
    }

    /** What is made of that. */
    FilterGraph graph(AudioMeasures input, Encoding encoding) {
        var cleaned = removed.isEmpty()
                ? cleaning(InputFilters.of(input), "cleaned")
                : InputFilters.plain(input.channels()).of(0) + "[cleaned]";
        var leveled = volume.map(done -> done.filters("cleaned", "leveled", input.sampleRate(), input.channels()))
                .orElse("[cleaned]anull[leveled]");
        var formed = "[leveled]" + PcmFormat.of(encoding).from(input) + "[sound]";
        var filters = cleaned + ";" + leveled + ";" + formed;
        return new FilterGraph(filters, encoding.sampleRate(), encoding.channels(), seconds(input), 1);
    }

    private FilterGraph cleaned(AudioMeasures input) {
        var filters = cleaning(InputFilters.of(input), "sound");
        return new FilterGraph(filters, input.sampleRate(), input.channels(), input.seconds(), 1);
    }

    /** Each range begins and ends at a sample. */
    private double seconds(AudioMeasures input) {
        var rate = input.sampleRate();
        var cut = removed.stream()
                .mapToLong(range -> Math.round(range.end() * rate) - Math.round(range.start() * rate))
                .sum();
        return input.seconds() - cut / (double) rate;
    }

    private String cleaning(InputFilters inputFilters, String out) {
        return inputFilters.of(0) + "[read];" + centering.filters("read", "centred")
                + denoiser.map(done -> ";" + done.filters("centred", out)).orElse(";[centred]anull[" + out + "]");
    }
}
