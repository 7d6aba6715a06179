package io.tapedeck.ffmpeg.process;

import io.tapedeck.audio.AudioProcessingException;
import io.tapedeck.audio.Plan;
import io.tapedeck.process.Limits;
import io.tapedeck.process.Tool;
import java.time.Duration;
import java.util.Objects;

/**
 * Where the tools are and what they may use up.
 *
 * @param ffmpeg path, or a name to look for on PATH
 * @param ffprobe path, or a name to look for on PATH
 * @param timeLimit wall-clock time of all processes for a file together, and CPU time of one on each processor
 * @param memoryLimit bytes of address space of one process; Debian's build needs some 300 MB for its libraries alone
 * @param longest the longest sound that is taken
 */
public record FfmpegSettings(String ffmpeg, String ffprobe, Duration timeLimit, long memoryLimit, Duration longest) {
    private static final long MIB = 1024 * 1024;

    public FfmpegSettings {
        Objects.requireNonNull(ffmpeg);
        Objects.requireNonNull(ffprobe);
        if (timeLimit.isNegative() || timeLimit.isZero() || longest.isNegative() || longest.isZero()) {
            throw new IllegalArgumentException("Limits must be longer than nothing.");
        }
        if (memoryLimit < MIB) {
            throw new IllegalArgumentException("The memory limit must be 1 MiB at least.");
        }
    }

    /** 12 minutes, of the 15 that a function has; 768 MiB; 24 hours of sound. */
    public static FfmpegSettings of(String ffmpeg, String ffprobe) {
        return new FfmpegSettings(ffmpeg, ffprobe, Duration.ofMinutes(12), 768 * MIB, Plan.LONGEST);
    }

    /**
     * What runs them for a piece of work, which begins now. It throws {@link AudioProcessingException} where they cannot be run.
     */
    public Tool tool() {
        return new Tool(
                new Limits(timeLimit, memoryLimit),
                failure -> new AudioProcessingException(failure.getMessage(), failure));
    }

    FfmpegSettings withTimeLimit(Duration limit) {
        return new FfmpegSettings(ffmpeg, ffprobe, limit, memoryLimit, longest);
    }

    public FfmpegSettings withLongest(Duration limit) {
        return new FfmpegSettings(ffmpeg, ffprobe, timeLimit, memoryLimit, limit);
    }
}
