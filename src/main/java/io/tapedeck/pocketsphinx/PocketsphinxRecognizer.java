package io.tapedeck.pocketsphinx;

import static io.tapedeck.audio.SpeechEngine.POCKETSPHINX;

import io.tapedeck.audio.Transcription;
import io.tapedeck.problem.Failure;
import io.tapedeck.speech.SpeechFailures;
import io.tapedeck.speech.SpeechProgram;
import io.tapedeck.transcript.Origin;
import io.tapedeck.transcript.Recognizer;
import io.tapedeck.transcript.Word;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Hears with Debian's {@code pocketsphinx_continuous} and its model of American English. */
public final class PocketsphinxRecognizer implements Recognizer {
    private static final long MEMORY = 512L << 20;
    private static final String MODEL = "en-us";
    private static final String LANGUAGE = "en";

    private final PocketsphinxCommand command;
    private final SpeechProgram program = new SpeechProgram(POCKETSPHINX, MEMORY);

    /** @param program pocketsphinx_continuous: a path, or a name to look for on PATH */
    public PocketsphinxRecognizer(Path program) {
        this.command = new PocketsphinxCommand(program);
    }

    @Override
    public Origin origin(Transcription request) {
        return new Origin(
                POCKETSPHINX.toString(),
                Optional.of(MODEL),
                Optional.of(request.language().orElse(LANGUAGE)));
    }

    @Override
    public Optional<Failure> refusal(Transcription request) {
        var isEnglish = request.baseLanguage().map(LANGUAGE::equals).orElse(true);
        return isEnglish
                ? Optional.empty()
                : request.language()
                        .map(other -> SpeechFailures.unsupportedLanguage(POCKETSPHINX, other, "it knows English, en"));
    }

    @Override
    public List<Word> words(Path wav, double duration, Transcription request) throws InterruptedException {
        return program.words(wav, duration, new SpeechProgram.Call() {
            @Override
            public List<String> line(Path folder) {
                return command.line(wav);
            }

            @Override
            public List<Word> words(Path folder, byte[] printed) {
                return PocketsphinxOutput.words(new String(printed, StandardCharsets.UTF_8).lines(), duration);
            }
        });
    }
}
