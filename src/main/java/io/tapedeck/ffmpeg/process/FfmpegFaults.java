package io.tapedeck.ffmpeg.process;

import java.util.List;

/** Whose fault it was that ffmpeg ended early, by what it printed. */
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

    private FfmpegFaults() {}

    /** Whether it was what is in the file, so that it would happen again. */
    public static boolean isOfTheFile(Tool.Exit exit) {
        return OF_THE_FILE.stream().anyMatch(exit::says);
    }

    /** Whether ffmpeg never got to the file. */
    public static boolean isOfTheCommand(Tool.Exit exit) {
        return OF_THE_COMMAND.stream().anyMatch(exit::says);
    }
}
