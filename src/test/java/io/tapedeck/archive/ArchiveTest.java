package io.tapedeck.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {
    private static final Instant THEN = Instant.parse("2026-03-01T09:30:10Z");

    private static final Path PYTHON = Path.of("/usr/bin/python3");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Archive archive = new Archive(out);

    @Test
    void readersThatGoFrontToBackFindEveryFile() throws IOException {
        archive.add("rec_1/metadata.json", THEN, "{}".repeat(500).getBytes(UTF_8));
        store("rec_1/call.wav", noise(100_000));
        archive.finish();

        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            var first = zip.getNextEntry();
            assertThat(first.getName()).isEqualTo("rec_1/metadata.json");
            assertThat(first.getTimeLocal()).isEqualTo(LocalDateTime.parse("2026-03-01T09:30:10"));
            assertThat(zip.readAllBytes()).asString().isEqualTo("{}".repeat(500));
            var second = zip.getNextEntry();
            assertThat(second.getMethod()).isEqualTo(ZipEntry.STORED);
            assertThat(second.getSize()).isEqualTo(100_000);
            assertThat(zip.readAllBytes()).isEqualTo(noise(100_000));
            assertThat(zip.getNextEntry()).isNull();
        }
    }

    @Test
    void theSameFilesMakeTheSameBytes() throws IOException {
        var again = new ByteArrayOutputStream();
        var other = new Archive(again);
        for (var one : new Archive[] {archive, other}) {
            one.add("a.txt", THEN, "once".getBytes(UTF_8));
            one.finish();
        }

        assertThat(again.toByteArray()).isEqualTo(out.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(ints = {99_999, 100_001})
    void whatHasAnotherLengthThanAnnouncedIsRefused(int length) {
        var content = noise(length);

        assertThatThrownBy(() ->
                        archive.store("a.wav", THEN, 100_000, crc(noise(100_000)), new ByteArrayInputStream(content)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void whatHasOtherBytesThanAnnouncedIsRefused() {
        var content = noise(1000);

        assertThatThrownBy(
                        () -> archive.store("a.wav", THEN, 1000, crc(content) ^ 1, new ByteArrayInputStream(content)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a.wav");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/etc/passwd", "../up", "a/../b", "a//b", "a/", "ü.txt", "a\\b", "a b", ".hidden", "a:b"})
    void unsafePathsAreRefused(String path) {
        assertThatIllegalArgumentException().isThrownBy(() -> archive.add(path, THEN, new byte[0]));
    }

    @Test
    void moreThan65535FilesAreFound(@TempDir Path folder) throws IOException {
        for (int i = 0; i < 65_537; i++) {
            archive.add("file-" + i, THEN, new byte[0]);
        }
        archive.finish();

        var file = Files.write(folder.resolve("many.zip"), out.toByteArray());
        try (var zip = new ZipFile(file.toFile())) {
            assertThat(zip.size()).isEqualTo(65_537);
            assertThat(zip.getEntry("file-65536")).isNotNull();
        }
        assertThat(whatPythonFinds(file).lines()).hasSize(65_537);
    }

    @Test
    void filesAndOffsetsOfMoreThan4GibAreFound(@TempDir Path folder) throws IOException {
        var size = (4L << 30) + 1;
        var file = folder.resolve("large.zip");
        try (var sparse = new SparseFile(file)) {
            var large = new Archive(sparse);
            large.store("large.wav", THEN, size, crc(new Zeros(size)), new Zeros(size));
            large.add("behind.txt", THEN, "behind".getBytes(UTF_8));
            large.finish();
        }

        try (var zip = new ZipFile(file.toFile())) {
            assertThat(zip.getEntry("large.wav").getSize()).isEqualTo(size);
            assertThat(zip.getInputStream(zip.getEntry("large.wav")).skip(size)).isEqualTo(size);
            assertThat(zip.getInputStream(zip.getEntry("behind.txt")).readAllBytes())
                    .asString()
                    .isEqualTo("behind");
        }
        assertThat(whatPythonFinds(file)).isEqualTo("large.wav 4294967297\nbehind.txt 6\n");
    }

    @Test
    void anotherGoesOnWhereOneStopped() throws IOException {
        var whole = new ByteArrayOutputStream();
        var one = new Archive(whole);
        one.add("a.txt", THEN, "a".getBytes(UTF_8));
        one.add("b.txt", THEN, "b".getBytes(UTF_8));
        one.finish();

        archive.add("a.txt", THEN, "a".getBytes(UTF_8));
        var next = new Archive(out, archive.entries());
        next.add("b.txt", THEN, "b".getBytes(UTF_8));
        next.finish();

        assertThat(out.toByteArray()).isEqualTo(whole.toByteArray());
    }

    private static String whatPythonFinds(Path file) throws IOException {
        assumeThat(PYTHON).isExecutable();
        var list =
                "import sys, zipfile\nfor f in zipfile.ZipFile(sys.argv[1]).infolist(): print(f.filename, f.file_size)";
        var python = new ProcessBuilder(PYTHON.toString(), "-c", list, file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new String(python.getInputStream().readAllBytes(), UTF_8);
    }

    private static long crc(Zeros zeros) throws IOException {
        var crc = new CRC32();
        var buffer = new byte[1 << 16];
        int read;
        while ((read = zeros.read(buffer, 0, buffer.length)) >= 0) {
            crc.update(buffer, 0, read);
        }
        return crc.getValue();
    }

    private void store(String path, byte[] content) throws IOException {
        archive.store(path, THEN, content.length, crc(content), new ByteArrayInputStream(content));
    }

    private static byte[] noise(int length) {
        var noise = new byte[length];
        new Random(7).nextBytes(noise);
        return noise;
    }

    private static long crc(byte[] content) {
        var crc = new CRC32();
        crc.update(content);
        return crc.getValue();
    }
}
