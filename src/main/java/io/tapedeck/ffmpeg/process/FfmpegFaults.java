package io.tapedeck.ffmpeg.process;

import io.tapedeck.audio.AudioProcessingException;
import io.tapedeck.process.Tool;
import java.util.List;

/** That ffmpeg ended early, and whose fault it was, by what it printed. */
public final class FfmpegFaults {
    private static final List<String> OF_THE_FILE = List.of(
            "Error while decoding stream",
            "Invalid data found",
            "corrupt input packet",
            "Cannot determine format of input",
            "Error while opening decoder");
    private static final List<String> OF_THE_COMMAND = List.of(
            "No such file",
            "Permission denied",
            "No such filter",
            "Error parsing filterchain",
            "Unknown encoder",
            "Unrecognized option",
            "Option not found");

    private static final String NO_REASON = "Conversion failed!";

    private FfmpegFaults() {}

    /**
     * The same where it did all that it was to.
     *
     * @throws AudioProcessingException if it failed
     */
    public static Tool.Exit checked(Tool.Exit exit) {
        if (!exit.ok()) {
            throw failure(exit);
        }
        return exit;
    }

    /** What to throw where it failed, by the last that it printed. */
    public static AudioProcessingException failure(Tool.Exit exit) {
        return new AudioProcessingException("ffmpeg failed: " + exit.lastLine(line -> !line.equals(NO_REASON)));
    }

    /** Whether it was what is in the file, so that it would happen again. */
    public static boolean isOfTheFile(Tool.Exit exit) {
        return OF_THE_FILE.stream().anyMatch(exit::says);
    }

    /** Whether ffmpeg never got to the file. */
    public static boolean isOfTheCommand(Tool.Exit exit) {
        return OF_THE_COMMAND.stream().anyMatch(exit::says);
    }
}
