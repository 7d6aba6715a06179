package io.tapedeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a room says of itself, and how large it may be. */
class RoomsTest {
    private static final Path ROOT = Path.of("src/main/java/io/tapedeck");
    private static final int MOST_FILES = 40;
    private static final Pattern DOCUMENTED = Pattern.compile("/\\*\\*(.*?)\\*/\\s*package ", Pattern.DOTALL);

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomOfMoreThanFortyFilesIsAskedWhatItIs(Path room) {
        assertThat(files(room))
                .as(
                        "%s: what is this room? Say it in one sentence without an 'and'. What does not belong to the sentence is a"
                                + " room of its own, with a package-info.java and a line in ArchitectureTest.",
                        room)
                .hasSizeLessThanOrEqualTo(MOST_FILES);
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomSaysInTwoSentencesWhatItIsForAndWhatMayEnter(Path room) {
        assertThat(sentences(room.resolve("package-info.java")))
                .as("package-info.java of %s: what the room is for, and what may enter", room)
                .hasSize(2);
    }

    @Test
    void everyLineOfTheArchitectureIsARoom() {
        assertThat(ArchitectureTest.ROOMS.stream()
                        .map(room -> ROOT.resolve(room.name().replace('.', '/'))))
                .containsExactlyInAnyOrderElementsOf(rooms().toList());
    }

    static Stream<Path> rooms() {
        try (var folders = Files.walk(ROOT)) {
            return folders
                    .filter(Files::isDirectory)
                    .filter(folder -> !files(folder).isEmpty())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path room) {
        try (var files = Files.list(room)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> sentences(Path file) {
        try {
            var text = DOCUMENTED.matcher(Files.readString(file));
            return text.find() ? List.of(text.group(1).strip().split("(?<=[.])\\s+(?:\\*\\s+)?")) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
