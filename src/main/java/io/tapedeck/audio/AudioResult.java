package io.tapedeck.audio;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a job did to audio.
 *
 * @param version of the audio that it made; absent if the audio stayed as it was
 * @param before how the audio was, where the job was to make it sound better
 * @param after how it is now
 * @param removed what was taken out, in seconds of the audio as it was
 * @param notes what was not done although it was asked for, and why, a sentence each
 */
public record AudioResult(
        Optional<Integer> version,
        Optional<SoundQuality> before,
        Optional<SoundQuality> after,
        List<Range> removed,
        List<String> notes)
        implements JobResult {

    /** As many ranges as a row can hold beside all else, several times over. */
    private static final int MOST_RANGES = 1000;

    /** Of a job of which there is nothing more to say than what it made. */
    public static final AudioResult PLAIN =
            new AudioResult(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of());

    /** Of a job that did not do what it was asked, for this reason. */
    public static AudioResult noting(String note) {
        return new AudioResult(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of(note));
    }

    /** Of a job that took this out. */
    public static AudioResult removing(List<Range> removed) {
        return new AudioResult(Optional.empty(), Optional.empty(), Optional.empty(), removed, List.of());
    }

    public AudioResult {
        requireNonNull(version);
        requireNonNull(before);
        requireNonNull(after);
        removed = List.copyOf(removed);
        notes = List.copyOf(notes);
    }

    @Override
    public AudioResult abridged() {
        if (removed.size() <= MOST_RANGES) {
            return this;
        }
        var note = "%d ranges were removed; only the first %d are listed.".formatted(removed.size(), MOST_RANGES);
        return new AudioResult(
                version,
                before,
                after,
                removed.subList(0, MOST_RANGES),
                Stream.concat(notes.stream(), Stream.of(note)).toList());
    }

    /** The same of a job that made this version. */
    public AudioResult making(int number) {
        return new AudioResult(Optional.of(number), before, after, removed, notes);
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
