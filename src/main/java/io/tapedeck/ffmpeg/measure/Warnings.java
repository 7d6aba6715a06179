package io.tapedeck.ffmpeg.measure;

import io.tapedeck.audio.measure.Warning;
import io.tapedeck.audio.measure.Warning.Code;
import io.tapedeck.ffmpeg.probe.Completeness;
import io.tapedeck.ffmpeg.probe.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Says what is wrong with audio that can be taken nevertheless. */
final class Warnings {
    /** Seconds: rounding of time stamps. */
    private static final double TOLERANCE_EXACT = 0.02;
    /** Seconds: lossy codecs add frames at both ends that containers count in or leave out. */
    private static final double TOLERANCE_LOSSY = 0.25;
    /** Single clippings happen in good recordings. */
    private static final long MANY_CLIPPINGS = 10;

    private final List<Warning> warnings = new ArrayList<>();

    /** All that the figures call for, in the order of the codes. */
    static List<Warning> of(Probe probe, Completeness completeness, PcmMeasures measures) {
        var warnings = new Warnings();
        warnings.length(probe, completeness, measures.seconds());
        completeness
                .changing()
                .ifPresent(pcmFormat -> warnings.add(
                        Code.FORM_CHANGE,
                        "The codec, the sample rate or the number of channels changes within the file; all of it was read with %d %s at %d Hz.",
                        pcmFormat.channels(),
                        pcmFormat.channels() == 1 ? "channel" : "channels",
                        pcmFormat.sampleRate()));
        warnings.silence(measures.silent());
        if (measures.isDuplicated()) {
            warnings.add(
                    Code.DUPLICATED_CHANNELS,
                    "Both channels carry the same sound; speakers cannot be told apart by channel.");
        }
        warnings.crossTalk(measures.leaks());
        warnings.clipping(measures.clippings());
        warnings.offset(measures);
        return List.copyOf(warnings.warnings);
    }

    private void length(Probe probe, Completeness completeness, double found) {
        var tolerance = completeness.slack() + (probe.isExact() ? TOLERANCE_EXACT : TOLERANCE_LOSSY);
        var promised = completeness.promised();
        var excess = promised.isPresent() ? found - promised.getAsDouble() : 0;
        if (excess < -tolerance) {
            var message = "The file states a length of %.3f s, but only %.3f s could be decoded.";
            add(Code.TRUNCATED, message, promised.getAsDouble(), found);
        } else if (completeness.isCut()) {
            add(Code.TRUNCATED, "The file is cut off or damaged; %.3f s of sound could be decoded.", found);
        } else if (completeness.isUnstated()) {
            add(
                    Code.DURATION_MISMATCH,
                    "The file's header states no valid length; the file holds %.3f s of sound.",
                    found);
        } else if (excess > tolerance) {
            var message = "The file states a length of %.3f s, but holds %.3f s of sound.";
            add(Code.DURATION_MISMATCH, message, promised.getAsDouble(), found);
        }
    }

    private void silence(List<Boolean> silent) {
        if (!silent.contains(false)) {
            add(Code.SILENT, "No sound on any channel is louder than -60 dBFS.");
        } else if (silent.contains(true)) {
            add(Code.SILENT_CHANNEL, "No sound is louder than -60 dBFS on %s.", channels(silent));
        }
    }

    /** A leak is strong if it sounds like speech for a second: softer ones are neither counted nor found. */
    private void crossTalk(List<OptionalDouble> leaks) {
        var affected = leaks.stream().map(OptionalDouble::isPresent).toList();
        if (affected.contains(true)) {
            var loudest =
                    leaks.stream().flatMapToDouble(OptionalDouble::stream).min().orElseThrow();
            var message =
                    "Another channel's voice is heard %.0f dB softer on %s; it counts as speech on its own channel only.";
            add(Code.CROSS_TALK, message, loudest, channels(affected));
        }
    }

    private void clipping(List<Long> clippings) {
        var clipped = clippings.stream().map(count -> count >= MANY_CLIPPINGS).toList();
        if (clipped.contains(true)) {
            var count = clippings.stream().mapToLong(Long::longValue).sum();
            add(Code.CLIPPED, "The sound is clipped at full scale %d times on %s.", count, channels(clipped));
        }
    }

    private void offset(PcmMeasures measures) {
        var affected = measures.offCentre();
        if (affected.contains(true)) {
            var farthest =
                    measures.offsets().stream().mapToDouble(Math::abs).max().orElseThrow();
            var message = "The sound has a DC offset of up to %.1f %% of full scale on %s.";
            add(Code.DC_OFFSET, message, 100 * farthest, channels(affected));
        }
    }

    private static String channels(List<Boolean> affected) {
        var numbers = IntStream.range(0, affected.size())
                .filter(affected::get)
                .mapToObj(String::valueOf)
                .toList();
        return (numbers.size() == 1 ? "channel " : "channels ") + String.join(", ", numbers);
    }

    private void add(Code code, String message, Object... figures) {
        warnings.add(new Warning(code, String.format(Locale.ROOT, message, figures)));
    }
}
