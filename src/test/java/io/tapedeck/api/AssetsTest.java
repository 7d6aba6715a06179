package io.tapedeck.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What pages load, as it was built. */
@QuarkusTest
class AssetsTest {
    private static final Path BUILT = Path.of("target", "web");

    @Inject
    Api api;

    @Test
    void eachIsServedToAnybodyAndKeptForGood() throws IOException {
        for (var name : names()) {
            var text = Files.readString(BUILT.resolve("assets").resolve(name));

            var answer = api.anonymous().get("/assets/{name}", name).then().statusCode(200);

            answer.header("Cache-Control", "public, max-age=31536000, immutable")
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Vary", "accept-encoding")
                    .header("Set-Cookie", nullValue());
            assertThat(answer.extract().contentType()).isEqualTo(type(name));
            assertThat(new String(answer.extract().asByteArray(), UTF_8)).isEqualTo(text);
        }
    }

    @Test
    void aHeadSaysTheSameWithoutIt() throws IOException {
        for (var name : names()) {
            api.anonymous()
                    .head("/assets/{name}", name)
                    .then()
                    .statusCode(200)
                    .header("Content-Type", type(name))
                    .header(
                            "Content-Length",
                            String.valueOf(Files.size(BUILT.resolve("assets").resolve(name))))
                    .header("Cache-Control", "public, max-age=31536000, immutable")
                    .body(is(emptyString()));
        }
    }

    @Test
    void theScriptIsCompressedForWhoeverTakesThat() throws IOException {
        var name = names().stream()
                .filter(file -> file.endsWith(".js"))
                .findFirst()
                .orElseThrow();

        var plain = RawHttp.send("GET", "/assets/" + name);
        var compressed = RawHttp.send("GET", "/assets/" + name, "Accept-Encoding: gzip");

        assertThat(plain.header("content-encoding")).isEmpty();
        assertThat(compressed.header("content-encoding")).isEqualTo("gzip");
    }

    @Test
    void nothingElseIsServed() {
        for (var name : List.of("open.js", "..%2Fopen.html", "..%2F..%2Fapplication.properties", "%00", "assets.txt")) {
            var answer = RawHttp.send("GET", "/assets/" + name);

            assertThat(answer.status()).as(name).isEqualTo(404);
        }
        api.anonymous().post("/assets/open.js").then().statusCode(405).header("Allow", "GET, HEAD");
    }

    private static List<String> names() throws IOException {
        return Files.readAllLines(BUILT.resolve("assets.txt"));
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.'))) {
            case ".js" -> "text/javascript; charset=utf-8";
            case ".css" -> "text/css; charset=utf-8";
            default -> "image/svg+xml";
        };
    }
}
