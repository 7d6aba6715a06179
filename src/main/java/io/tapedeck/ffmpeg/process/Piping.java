package io.tapedeck.ffmpeg.process;

import io.tapedeck.audio.AudioProcessingException;
import io.tapedeck.process.Tool;
import java.io.OutputStream;
import java.util.List;

/** Runs ffmpeg for another that reads what it writes. */
public final class Piping {
    private Piping() {}

    /**
     * Passes on all that it writes. That the reader has what it needs and reads no more is no error, nor is what is at fault in the
     * file: all until then is passed on.
     *
     * @throws AudioProcessingException if it failed for another reason
     */
    public static void pass(Tool tool, List<String> command, Tool.Input input, OutputStream reader) {
        var exit = tool.run(new Tool.Run(command, input, sound -> sound.transferTo(reader), line -> true, 0));
        if (!exit.ok() && !exit.says("Broken pipe") && !FfmpegFaults.isOfTheFile(exit)) {
            throw FfmpegFaults.failure(exit);
        }
    }
}
