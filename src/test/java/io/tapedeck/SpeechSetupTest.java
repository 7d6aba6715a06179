package io.tapedeck;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.tapedeck.whisper.RandomModel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How "make speech" gets its model, from a mirror on this machine. */
class SpeechSetupTest {
    private static final String PAGE = "<html>Not here</html>";

    @TempDir
    static Path files;

    private static byte[] model;

    @TempDir
    Path folder;

    private HttpServer mirror;

    private record Run(int code, List<String> lines) {}

    @BeforeAll
    static void write() throws IOException {
        model = Files.readAllBytes(RandomModel.english(files.resolve("ggml-tiny.bin")));
    }

    @BeforeEach
    void start() throws IOException {
        mirror = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve("/ggml-mine.bin", model);
        serve("/ggml-page.bin", PAGE.getBytes(StandardCharsets.UTF_8));
        serve("/ggml-cut.bin", Arrays.copyOf(model, model.length / 2));
        serve("/ggml-tiny.en.bin", model);
        mirror.start();
    }

    @AfterEach
    void stop() {
        mirror.stop(0);
    }

    @Test
    void aModelOfAMirrorIsTakenUnderItsNameWhereItsHashIsRight() throws Exception {
        var run =
                run(Map.of("WHISPER_MODEL_URL", url("ggml-mine.bin") + "?download=true", "WHISPER_MODEL_SHA1", sha1()));

        assertThat(run).isEqualTo(new Run(0, List.of("whisper listens with ggml-mine.bin")));
        assertThat(laid()).containsExactly("ggml-mine.bin");
        assertThat(folder.resolve("speech/model/ggml-mine.bin")).hasBinaryContent(model);
    }

    @Test
    void whatIsThereIsNotFetchedAgain() throws Exception {
        run(Map.of("WHISPER_MODEL_URL", url("ggml-mine.bin"), "WHISPER_MODEL_SHA1", sha1()));
        mirror.stop(0);

        assertThat(run(Map.of("WHISPER_MODEL_URL", url("ggml-mine.bin"), "WHISPER_MODEL_SHA1", sha1()))
                        .code())
                .isZero();
        assertThat(run(Map.of())).isEqualTo(new Run(0, List.of("whisper listens with ggml-mine.bin")));
    }

    @Test
    void whatIsNoModelOrAnotherIsRefusedAndWhatWasThereStays() throws Exception {
        run(Map.of("WHISPER_MODEL_URL", url("ggml-mine.bin"), "WHISPER_MODEL_SHA1", sha1()));

        assertRefused(Map.of("WHISPER_MODEL_URL", url("ggml-page.bin"), "WHISPER_MODEL_SHA1", sha1()), "is no model");
        assertRefused(Map.of("WHISPER_MODEL_URL", url("ggml-cut.bin"), "WHISPER_MODEL_SHA1", sha1()), "is broken");
        assertRefused(Map.of("WHISPER_MODEL_URL", url("ggml-tiny.en.bin")), "c78c86eb1a8faa21b369bcd33207cc90d64ae9df");
        assertRefused(Map.of("WHISPER_MODEL_URL", url("ggml-cut.bin")), "WHISPER_MODEL_SHA1");
        assertRefused(Map.of("WHISPER_MODEL_URL", url("ggml-none.bin"), "WHISPER_MODEL_SHA1", sha1()), "404");
        assertThat(laid()).containsExactly("ggml-mine.bin");
    }

    @Test
    void withoutANetworkItIsSaidWhatElseCanBeDone() throws Exception {
        mirror.stop(0);

        assertRefused(
                Map.of("WHISPER_MODEL_URL", url("ggml-mine.bin"), "WHISPER_MODEL_SHA1", sha1()),
                "could not be fetched",
                "WHISPER_MODEL_URL",
                "WHISPER_MODEL ");
        assertThat(laid()).isEmpty();
    }

    @Test
    void aModelThatIsHereIsTakenWhereItIs() throws Exception {
        run(Map.of("WHISPER_MODEL_URL", url("ggml-mine.bin"), "WHISPER_MODEL_SHA1", sha1()));

        assertThat(run(Map.of("WHISPER_MODEL", files.resolve("ggml-tiny.bin").toString()))
                        .code())
                .isZero();
        assertThat(laid()).containsExactly("ggml-tiny.bin");
        assertThat(folder.resolve("speech/model/ggml-tiny.bin"))
                .isSymbolicLink()
                .hasBinaryContent(model);
    }

    @Test
    void aFileThatIsNoModelIsNotTaken() throws Exception {
        var page = Files.writeString(folder.resolve("page.bin"), PAGE);

        assertRefused(Map.of("WHISPER_MODEL", page.toString()), "is no model");
        assertRefused(Map.of("WHISPER_MODEL", "/nowhere/model.bin"), "There is no model at WHISPER_MODEL");
        assertRefused(Map.of("WHISPER_MODEL", folder.toString()), "There is no model at WHISPER_MODEL");
        assertThat(laid()).isEmpty();
    }

    /** In one sentence, without a trace of what was begun. */
    private void assertRefused(Map<String, String> environment, String... words) throws Exception {
        var run = run(environment);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.lines()).singleElement().asString().contains(words);
        try (var left = Files.list(Files.createDirectories(folder.resolve("speech")))) {
            assertThat(left.map(file -> file.getFileName().toString())).isSubsetOf("model");
        }
    }

    private List<String> laid() throws IOException {
        try (var left = Files.list(Files.createDirectories(folder.resolve("speech/model")))) {
            return left.map(file -> file.getFileName().toString()).toList();
        }
    }

    private Run run(Map<String, String> environment) throws Exception {
        var builder = new ProcessBuilder("infra/speech/model.sh").redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("WHISPER_") || name.endsWith("_proxy"));
        builder.environment().put("SPEECH_DIR", folder.resolve("speech").toString());
        builder.environment().putAll(environment);
        var process = builder.start();
        var lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines();
        return new Run(process.waitFor(), lines.toList());
    }

    private void serve(String path, byte[] body) {
        mirror.createContext(path, exchange -> {
            exchange.sendResponseHeaders(200, body.length);
            try (var stream = exchange.getResponseBody()) {
                stream.write(body);
            }
        });
    }

    private String url(String file) {
        return "http://localhost:%d/%s".formatted(mirror.getAddress().getPort(), file);
    }

    private static String sha1() throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(model));
    }
}
