package io.tapedeck.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.tapedeck.audio.SpeechEngine;
import io.tapedeck.audio.Transcription;
import io.tapedeck.problem.TemporaryFailureException;
import io.tapedeck.transcript.Recognizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractStringAssert;

/** Stand-ins for engines, and what is asked of those that there are. */
public final class Programs {
    private Programs() {}

    /** A program of the shell's. */
    public static Path script(Path folder, String text) throws IOException {
        var file = Files.writeString(Files.createTempFile(folder, "engine", ".sh"), "#!/bin/sh\n" + text + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    public static Transcription request(SpeechEngine engine, String... language) {
        return new Transcription(engine, List.of(language).stream().findFirst(), Optional.empty(), List.of());
    }

    /** What a recognizer says where it could not; nothing is left of its work. */
    public static AbstractStringAssert<?> assertFails(Recognizer recognizer, Path wav, Transcription request)
            throws IOException {
        var failure = assertThatThrownBy(() -> recognizer.words(wav, 1, request))
                .asInstanceOf(type(TemporaryFailureException.class))
                .actual()
                .failure();
        assertNothingIsLeft(wav);
        assertThat(failure.code()).isEqualTo("transcriber-failed");
        return assertThat(failure.message()).doesNotContain("/", "secret").matches("[A-Z][^.]*\\.");
    }

    /** The piece alone is where it was. */
    public static void assertNothingIsLeft(Path wav) throws IOException {
        try (var files = Files.list(wav.getParent())) {
            assertThat(files).containsExactly(wav);
        }
    }
}
