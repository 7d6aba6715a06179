package io.tapedeck.ffmpeg;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Files of AMR, for which there is no free encoder everywhere: frames of 20 ms whose bits are chance, which is noise. */
final class Amr {
    private Amr() {}

    /**
     * Makes a file.
     *
     * @param header of each frame
     * @param size bytes of each frame without that
     */
    static Path file(Path folder, String magic, int header, int size, int frames) throws IOException {
        var random = new Random(1);
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(magic.getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < frames; i++) {
            var frame = new byte[size];
            random.nextBytes(frame);
            bytes.write(header);
            bytes.writeBytes(frame);
        }
        return Files.write(folder.resolve("noise.amr"), bytes.toByteArray());
    }

    /** Five seconds of a telephone that sends nothing from 1 s to 3 s and in the last. */
    static Path withPauses(Path folder) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes("#!AMR\n".getBytes(StandardCharsets.US_ASCII));
        var random = new Random(1);
        for (int i = 0; i < 250; i++) {
            var sends = i < 50 || i >= 150 && i < 200;
            var frame = new byte[sends ? 31 : 0];
            random.nextBytes(frame);
            bytes.write(sends ? 0x3c : 0x7c);
            bytes.writeBytes(frame);
        }
        return Files.write(folder.resolve("pauses.amr"), bytes.toByteArray());
    }

    /** Five seconds for a telephone. */
    static Path narrow(Path folder) throws IOException {
        return file(folder, "#!AMR\n", 0x3c, 31, 250);
    }
}
