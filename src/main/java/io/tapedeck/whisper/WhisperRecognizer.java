package io.tapedeck.whisper;

import static io.tapedeck.audio.SpeechEngine.WHISPER;

import io.tapedeck.audio.Transcription;
import io.tapedeck.problem.Failure;
import io.tapedeck.speech.SpeechFailures;
import io.tapedeck.speech.SpeechProgram;
import io.tapedeck.transcript.Origin;
import io.tapedeck.transcript.Recognizer;
import io.tapedeck.transcript.Word;
import io.tapedeck.transcript.format.WhisperCppJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Hears with whisper.cpp's {@code whisper-cli}, which always listens for a multiple of 30 seconds. */
public final class WhisperRecognizer implements Recognizer {
    private static final double WINDOW = 30;
    private static final long MEMORY = 1L << 30;
    private static final String OUTPUT = "heard";

    private final WhisperModel model;
    private final WhisperCommand command;
    private final SpeechProgram program;

    /**
     * With 1 GiB of memory, and twice the model's size: with base.en (q5_1) it reserves 703 MiB, and uses 194 of them.
     *
     * @param program whisper-cli: a path, or a name to look for on PATH
     */
    public WhisperRecognizer(Path program, WhisperModel model) {
        this.model = model;
        this.command = new WhisperCommand(program, model.file());
        this.program = new SpeechProgram(WHISPER, MEMORY + 2 * model.size());
    }

    @Override
    public Origin origin(Transcription request) {
        var language = model.isEnglish() ? request.language().or(() -> Optional.of("en")) : request.language();
        return new Origin(WHISPER.toString(), Optional.of(model.name()), language);
    }

    @Override
    public Optional<Failure> refusal(Transcription request) {
        if (!WhisperCommand.knows(request)) {
            return refusal(request, "name one of whisper's, such as en, de or es, or none, and it finds out");
        }
        var isOther = request.baseLanguage().filter(language -> !language.equals("en"));
        return model.isEnglish() && isOther.isPresent()
                ? refusal(request, "its model is for English, en; a model for many languages would know it")
                : Optional.empty();
    }

    @Override
    public List<Word> words(Path wav, double duration, Transcription request) throws InterruptedException {
        var heard = WINDOW * Math.max(1, Math.ceil(duration / WINDOW));
        return program.words(wav, heard, new SpeechProgram.Call() {
            @Override
            public List<String> line(Path folder) {
                return command.line(wav, folder.resolve(OUTPUT), request);
            }

            @Override
            public List<Word> words(Path folder, byte[] printed) throws IOException {
                return WhisperCppJson.words(Files.readAllBytes(folder.resolve(OUTPUT + ".json")), duration);
            }
        });
    }

    private static Optional<Failure> refusal(Transcription request, String what) {
        return request.language().map(language -> SpeechFailures.unsupportedLanguage(WHISPER, language, what));
    }
}
