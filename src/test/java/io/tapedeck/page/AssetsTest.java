package io.tapedeck.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.storage.Gzip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetsTest {
    private static final Path BUILT = Path.of("target", "web");
    private static final int KILOBYTE = 1000;

    private final Assets assets = new Assets();

    @Test
    void aPageWithAllThatItLoadsIsLessThan60Kilobytes() throws IOException {
        var page = new SharePage().open(Shares.call());
        var sizes = names().stream()
                .mapToInt(name -> size(assets.find(name).orElseThrow().text()))
                .sum();

        assertThat(size(page) + sizes).isLessThan(60 * KILOBYTE);
    }

    @Test
    void allThatIsBuiltIsServedAndOfAKnownKind() throws IOException {
        try (var files = Files.list(BUILT.resolve("assets"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(names());
        }
        assertThat(names())
                .extracting(name -> assets.find(name).orElseThrow().contentType())
                .containsOnly("text/javascript; charset=utf-8", "text/css; charset=utf-8", "image/svg+xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "open.js",
                "..",
                "../assets.txt",
                "../open.html",
                "../../application.properties",
                "/etc/passwd",
                "assets.txt"
            })
    void nothingElseIs(String name) {
        assertThat(assets.find(name)).isEmpty();
    }

    @Test
    void theScriptCarriesTheLicenceOfWhatIsInIt() throws IOException {
        assertThat(names().stream().filter(name -> name.endsWith(".js")))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(assets.find(name).orElseThrow().text())
                        .contains(
                                "wavesurfer.js", "BSD 3-Clause License", "Copyright (c)", "PROVIDED BY THE COPYRIGHT"));
    }

    private static List<String> names() throws IOException {
        return Files.readAllLines(BUILT.resolve("assets.txt"));
    }

    private static int size(String text) {
        return Gzip.compressed(text.getBytes(UTF_8)).length;
    }
}
