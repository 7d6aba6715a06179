package io.tapedeck.transcript.pieces;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.audio.SpeechEngine;
import io.tapedeck.ffmpeg.Measuring;
import io.tapedeck.ffmpeg.speech.FfmpegSpeechAudio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** The pieces of a call of a minute, which an engine hears by itself. */
public final class BareCall {
    /** The whole call. */
    public static final Path FILE = Path.of("src", "test", "resources", "audio", "made-call.flac");

    private static final int CORES = Runtime.getRuntime().availableProcessors();

    private final BareEngine bare;
    private final List<Path> pieces;

    private BareCall(BareEngine bare, List<Path> pieces) {
        this.bare = bare;
        this.pieces = pieces;
    }

    /** With its pieces as WAV files in a folder. */
    public static BareCall in(Path folder) throws IOException {
        var audio = MadeCall.source().audio();
        var place = Files.createTempDirectory(folder, "pieces");
        var pieces = new FfmpegSpeechAudio(Measuring.SETTINGS)
                .channels(audio, place, share -> {}).stream()
                        .flatMap(channel -> Piece.of(channel, audio.measures().seconds()).stream())
                        .map(piece -> PieceFile.of(piece, place).wav())
                        .toList();
        return new BareCall(BareEngine.found(), pieces);
    }

    /** What hears it. */
    public SpeechEngine engine() {
        return bare.engine();
    }

    /** What a deployment must be told to have the same engine. */
    public Map<String, String> settings() {
        var settings = new HashMap<>(Map.of("SPEECH_ENGINES", engine().toString()));
        for (var name : List.of("WHISPER_CLI", "WHISPER_MODEL")) {
            Optional.ofNullable(System.getenv(name))
                    .filter(value -> !value.isEmpty())
                    .ifPresent(value -> settings.put(name, value));
        }
        return settings;
    }

    /** Hears all pieces, as many at once as there are cores. */
    public void hear() throws Exception {
        try (var threads = Executors.newFixedThreadPool(CORES)) {
            List<Callable<Integer>> calls = pieces.stream()
                    .<Callable<Integer>>map(
                            wav -> () -> new ProcessBuilder(bare.line().apply(wav))
                                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                                    .start()
                                    .waitFor())
                    .toList();
            for (var call : threads.invokeAll(calls)) {
                assertThat(call.get()).isZero();
            }
        }
    }
}
