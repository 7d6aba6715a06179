package io.tapedeck.audio;

import static java.util.Objects.requireNonNull;

import io.tapedeck.id.WireNames;
import io.tapedeck.problem.Failure;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Packs what there is of a recording into one file to be handed on. The recording stays as it is.
 *
 * @param include what is wanted of it
 * @param transcriptFormats that its transcript is written in
 * @param audioFormat that its audio is written in; absent for the audio as it is
 * @param expiresIn seconds that the file can be fetched for
 */
public record Export(
        Set<Part> include, Set<TranscriptFormat> transcriptFormats, Optional<Format> audioFormat, int expiresIn)
        implements Task {
    /** Seconds, where nobody says otherwise. */
    public static final int DAY = 24 * 60 * 60;

    /** Seconds that it can be fetched for at least. */
    public static final int SHORTEST = 60;

    /** Seconds that it can be fetched for at most. */
    public static final int LONGEST = 7 * DAY;

    public Export {
        include = inOrder(Part.class, include);
        transcriptFormats = inOrder(TranscriptFormat.class, transcriptFormats);
        requireNonNull(audioFormat);
    }

    /** What makes the audio what is asked for; empty where it is that already, or is not asked for. */
    public Optional<Conversion> conversion(AudioMeasures given) {
        return audioFormat
                .filter(wanted -> include.contains(Part.AUDIO) && wanted != given.format())
                .map(wanted ->
                        new Conversion(wanted, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Override
    public Optional<Failure> obstacle(List<AudioMeasures> inputs) {
        return conversion(inputs.getFirst()).flatMap(conversion -> conversion.obstacle(inputs));
    }

    private static <E extends Enum<E>> Set<E> inOrder(Class<E> type, Set<E> some) {
        var ordered = EnumSet.noneOf(type);
        ordered.addAll(some);
        return Collections.unmodifiableSet(ordered);
    }

    /** What there can be of a recording, in the order in which it is packed. */
    public enum Part {
        AUDIO,
        METADATA,
        TRANSCRIPT,
        ANALYTICS,
        WAVEFORM,
        EVENTS,
        VERSIONS;

        @Override
        public String toString() {
            return WireNames.name(this);
        }
    }

    /** How a transcript can be written. */
    public enum TranscriptFormat {
        JSON,
        VTT,
        SRT,
        TXT;

        @Override
        public String toString() {
            return WireNames.name(this);
        }
    }

    /**
     * What an export came to.
     *
     * @param version of the audio that it is of; absent where there was none
     * @param since the last redaction when it was made, 0 where there was none: nobody gets it after another
     * @param size bytes
     * @param sha256 of the file, lower-case hexadecimal
     * @param files in it
     * @param missing what was asked for and does not exist
     * @param expiresAt from then on nobody gets it
     */
    public record Result(
            Optional<Integer> version,
            int since,
            long size,
            String sha256,
            int files,
            List<String> missing,
            Instant expiresAt)
            implements JobResult {
        public Result {
            requireNonNull(version);
            requireNonNull(sha256);
            missing = List.copyOf(missing);
            requireNonNull(expiresAt);
        }
    }
}
