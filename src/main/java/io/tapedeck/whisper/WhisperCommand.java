package io.tapedeck.whisper;

import io.tapedeck.audio.Transcription;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How {@code whisper-cli} is called: one thread, no more than is needed, and nothing of a request in it but a language that it
 * knows and words to expect.
 *
 * @param program whisper-cli
 * @param model in the ggml format
 */
public record WhisperCommand(Path program, Path model) {
    private static final String FIND_OUT = "auto";
    private static final int LONGEST_PROMPT = 800;
    /** As whisper.cpp has them. */
    private static final Set<String> LANGUAGES = Set.of(
            ("en zh de es ru ko fr ja pt tr pl ca nl ar sv it id hi fi vi he uk el ms cs ro da hu ta no th ur hr bg lt la mi ml cy sk te "
                            + "fa lv bn sr az sl kn et mk br eu is hy ne mn bs kk sq sw gl mr pa si km sn yo so af oc ka be tg sd gu am yi lo uz "
                            + "fo ht ps tk nn mt sa lb my bo tl mg as tt haw ln ha ba jw su yue")
                    .split(" "));

    /** Whether it knows the language, or is to find out. */
    public static boolean knows(Transcription request) {
        return request.baseLanguage().map(LANGUAGES::contains).orElse(true);
    }

    /**
     * The command line.
     *
     * @param wav one channel at 16 kHz
     * @param output where the document is written, {@code .json} behind it
     */
    public List<String> line(Path wav, Path output, Transcription request) {
        var line = new ArrayList<>(List.of(
                program.toString(),
                "-m",
                model.toString(),
                "-f",
                wav.toString(),
                "-of",
                output.toString(),
                "-ojf",
                "-t",
                "1",
                "-np",
                "-sow",
                "-ml",
                "1",
                "-l",
                language(request)));
        if (!request.vocabulary().isEmpty()) {
            line.addAll(List.of("--prompt", prompt(request)));
        }
        return List.copyOf(line);
    }

    private static String language(Transcription request) {
        return request.baseLanguage().filter(LANGUAGES::contains).orElse(FIND_OUT);
    }

    /** What is said before, as far as the engine is concerned. */
    private static String prompt(Transcription request) {
        var prompt = new StringBuilder();
        for (var word : request.vocabulary()) {
            var plain = word.replaceAll("[\\p{Cntrl}]", " ").strip();
            if (prompt.length() + plain.length() + 2 > LONGEST_PROMPT) {
                break;
            }
            prompt.append(prompt.isEmpty() ? "" : ", ").append(plain);
        }
        return prompt.toString();
    }
}
