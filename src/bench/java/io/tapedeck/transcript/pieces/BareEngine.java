package io.tapedeck.transcript.pieces;

import io.tapedeck.audio.SpeechEngine;
import io.tapedeck.pocketsphinx.PocketsphinxCommand;
import io.tapedeck.pocketsphinx.PocketsphinxRecognizer;
import io.tapedeck.process.SearchPath;
import io.tapedeck.transcript.Recognizer;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.whisper.WhisperCommand;
import io.tapedeck.whisper.WhisperModel;
import io.tapedeck.whisper.WhisperRecognizer;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * An engine by itself: whisper-cli where there is one and a model for it (WHISPER_CLI, WHISPER_MODEL), else pocketsphinx.
 *
 * @param line the command that hears a WAV file
 */
public record BareEngine(SpeechEngine engine, Recognizer recognizer, Function<Path, List<String>> line) {
    /** The one that there is. */
    public static BareEngine found() {
        var model = System.getenv().getOrDefault("WHISPER_MODEL", "");
        var program = SearchPath.find(System.getenv().getOrDefault("WHISPER_CLI", "whisper-cli"));
        return program.isPresent() && !model.isEmpty() ? whisper(program.get(), Path.of(model)) : pocketsphinx();
    }

    /** What it hears of a call. */
    public Transcript heard(Path call, Path folder) {
        return MadeCall.heard(MadeCall.source(call), recognizer, engine, folder);
    }

    private static BareEngine whisper(Path program, Path file) {
        var model = WhisperModel.in(file).orElseThrow();
        var command = new WhisperCommand(program, model.file());
        return new BareEngine(
                SpeechEngine.WHISPER,
                new WhisperRecognizer(program, model),
                wav -> command.line(
                        wav, wav.resolveSibling(wav.getFileName() + "-heard"), MadeCall.request(SpeechEngine.WHISPER)));
    }

    private static BareEngine pocketsphinx() {
        var program = SearchPath.find("pocketsphinx_continuous").orElseThrow();
        return new BareEngine(
                SpeechEngine.POCKETSPHINX, new PocketsphinxRecognizer(program), new PocketsphinxCommand(program)::line);
    }
}
