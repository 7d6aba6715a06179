package io.tapedeck.audio;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a job did.
 *
 * @param version of the audio that it made; absent if the audio stayed as it was
 * @param before how the audio was, where the job was to make it sound better
 * @param after how it is now
 * @param removed what was taken out, in seconds of the audio as it was
 * @param notes what was not done although it was asked for, and why, a sentence each
 */
public record JobResult(
        Optional<Integer> version,
        Optional<SoundQuality> before,
        Optional<SoundQuality> after,
        List<Range> removed,
        List<String> notes) {

    /** As many ranges as a row can hold beside all else, several times over. */
    private static final int MOST_RANGES = 1000;

    /** Of a job of which there is nothing more to say than what it made. */
    public static final JobResult PLAIN =
            new JobResult(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of());

    /** Of a job that did not do what it was asked, for this reason. */
    public static JobResult noting(String note) {
        return new JobResult(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of(note));
    }

    /** Of a job that took this out. */
    public static JobResult removing(List<Range> removed) {
        return new JobResult(Optional.empty(), Optional.empty(), Optional.empty(), removed, List.of());
    }

    public JobResult {
        requireNonNull(version);
        requireNonNull(before);
        requireNonNull(after);
        removed = List.copyOf(removed);
        notes = List.copyOf(notes);
    }

    /** The same, short enough to be kept with the job. */
    public JobResult abridged() {
        if (removed.size() <= MOST_RANGES) {
            return this;
        }
        var note =
                "Of %d ranges that were removed only the first %d are listed.".formatted(removed.size(), MOST_RANGES);
        return new JobResult(
                version,
                before,
                after,
                removed.subList(0, MOST_RANGES),
                Stream.concat(notes.stream(), Stream.of(note)).toList());
    }

    /** The same of a job that made this version. */
    public JobResult making(int number) {
        return new JobResult(Optional.of(number), before, after, removed, notes);
    }

    /**
     * How audio sounds.
     *
     * @param loudness LUFS, integrated
     * @param truePeak dBTP
     * @param noiseFloor dBFS of the pauses
     * @param signalToNoise dB from the pauses to speech
     */
    public record SoundQuality(double loudness, double truePeak, double noiseFloor, double signalToNoise) {}
}
