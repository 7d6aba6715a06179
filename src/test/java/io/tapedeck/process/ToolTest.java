package io.tapedeck.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.tapedeck.process.ToolFailedException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With the shell as a program; how ffmpeg is run is tested in its own room. */
class ToolTest {
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(1), 256L << 20);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    exec /nowhere/program                                   | MISSING
                    kill -9 $$                                              | KILLED
                    echo 'x: No space left on device' >&2; exit 1           | OUT_OF_DISK
                    echo 'x: Cannot allocate memory' >&2; exit 1            | OUT_OF_MEMORY
                    echo "what():  std::bad_alloc" >&2; kill -6 $$          | OUT_OF_MEMORY
                    exec head -c 100000 /dev/zero > "$0"                    | WROTE_TOO_MUCH
                    """)
    void whyItCameToNoEndOfItsOwnIsSaid(String script, Reason reason) {
        assertThatThrownBy(() -> new Tool(LIMITS).run(shell(script), InputStream::readAllBytes))
                .asInstanceOf(type(ToolFailedException.class))
                .returns(reason, ToolFailedException::reason);
    }

    @Test
    void aProgramThatTakesTooLongHasEndedWhenThatIsSaid() {
        var tool = new Tool(new Limits(Duration.ofSeconds(1), 256L << 20));

        assertThatThrownBy(() -> tool.run(shell("exec sleep 1000"), InputStream::readAllBytes))
                .asInstanceOf(type(ToolFailedException.class))
                .returns(Reason.TOO_SLOW, ToolFailedException::reason);
        assertThat(ProcessHandle.current().descendants()).noneMatch(ToolTest::sleeps);
    }

    @Test
    void aReaderThatGivesUpEndsTheProgram() {
        assertThatThrownBy(() -> new Tool(LIMITS).run(shell("exec yes"), output -> {
                    throw new IllegalStateException("enough");
                }))
                .hasMessage("enough");
    }

    @Test
    void aLineWithoutEndIsKeptInParts() throws IOException {
        var lines = new ArrayList<Integer>();
        var log = new LogTail(line -> lines.add(line.length()));

        log.drain(new ByteArrayInputStream("x".repeat(10_000_000).getBytes(StandardCharsets.UTF_8)));

        assertThat(lines).hasSizeGreaterThan(100).allMatch(length -> length < 100_000);
        assertThat(log.toString()).hasSizeLessThan(70_000);
    }

    @Test
    void linesEndAsTheyDoAnywhere() throws IOException {
        var lines = new ArrayList<String>();

        new LogTail(lines::add).drain(new ByteArrayInputStream("a\r\nb\rc\n\nd".getBytes(StandardCharsets.UTF_8)));

        assertThat(lines).containsExactly("a", "b", "c", "d");
    }

    private List<String> shell(String script) {
        return List.of("/bin/sh", "-c", script, folder.resolve("file").toString());
    }

    private static boolean sleeps(ProcessHandle process) {
        return process.info()
                .arguments()
                .filter(arguments -> List.of(arguments).contains("1000"))
                .isPresent();
    }
}
