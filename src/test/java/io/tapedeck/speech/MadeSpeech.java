package io.tapedeck.speech;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Sound of one channel at 16 kHz, as a recogniser is given it. */
public final class MadeSpeech {
    private static final String FFMPEG = System.getenv().getOrDefault("FFMPEG", "ffmpeg");

    private MadeSpeech() {}

    /** A tone. */
    public static Path tone(Path wav, int seconds) throws IOException {
        return generated(wav, "sine=f=300:r=16000:d=" + seconds);
    }

    /** Nothing. */
    public static Path silence(Path wav, int seconds) throws IOException {
        return generated(wav, "anullsrc=r=16000:cl=mono:d=" + seconds);
    }

    /** What the synthesiser flite says. */
    public static Path spoken(Path wav, String text) throws IOException {
        var made = Files.createTempFile("spoken", ".wav");
        run(List.of("flite", "-voice", "rms", "-t", text, "-o", made.toString()));
        run(List.of(
                FFMPEG,
                "-v",
                "error",
                "-y",
                "-i",
                made.toString(),
                "-ar",
                "16000",
                "-c:a",
                "pcm_s16le",
                wav.toString()));
        Files.delete(made);
        return wav;
    }

    private static Path generated(Path wav, String graph) throws IOException {
        run(List.of(
                FFMPEG,
                "-v",
                "error",
                "-filter_complex",
                graph + "[out]",
                "-map",
                "[out]",
                "-c:a",
                "pcm_s16le",
                wav.toString()));
        return wav;
    }

    private static void run(List<String> command) throws IOException {
        var process = new ProcessBuilder(command).inheritIO().start();
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(command.getFirst() + " failed");
        }
    }
}
