package io.tapedeck.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.egress.GuardedResolver;
import io.tapedeck.egress.HttpSourceFetcher;
import io.tapedeck.egress.Limits;
import io.tapedeck.egress.TargetRules;
import io.tapedeck.problem.Failure;
import io.tapedeck.storage.SourceFetcher.Fetch;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that break off, fall silent or never end. */
class TroubledSourceTest {
    private static final String SHA256_OF_TEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final Fetch TEST = new Fetch.Fetched(4, SHA256_OF_TEST);
    private static final Limits LIMITS =
            new Limits(1 << 20, Duration.ofSeconds(60), Duration.ofSeconds(20), Duration.ofSeconds(20), 5);

    @TempDir
    Path folder;

    @Test
    void bodyThatEndsWithTheConnectionIsFetched() throws IOException {
        try (var raw = RawServer.answering("HTTP/1.0 200 OK\r\n\r\ntest")) {
            assertThat(fetch(raw, LIMITS)).isEqualTo(TEST);
        }
    }

    @Test
    void sizeLimitHoldsForEndlessBodies() throws IOException {
        try (var endless = RawServer.stallingAfter(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + "200000\r\n" + "x".repeat(0x200000))) {
            assertThat(refusal(fetch(endless, LIMITS)).code()).isEqualTo("source-too-large");
            assertThat(Files.size(folder.resolve("audio"))).isLessThanOrEqualTo(1 << 20);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\ntest",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\ntest",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\ntest\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\ntest\r\n",
                "HTTP/1.1 200 OK\r\nContent-Le",
                "SSH-2.0-OpenSSH\r\n",
                ""
            })
    void brokenAnswersMayBeWholeLater(String answer) throws IOException {
        try (var raw = RawServer.answering(answer)) {
            assertThat(trouble(fetch(raw, LIMITS)).message()).isEqualTo("The connection to the source failed.");
        }
    }

    @Test
    void endlessHeadersAreCutOff() throws IOException {
        try (var raw = RawServer.stallingAfter("HTTP/1.1 200 OK\r\n" + "X-More: x\r\n".repeat(1000))) {
            assertThat(trouble(fetch(raw, LIMITS)).code()).isEqualTo("source-unreachable");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\ntest"})
    void slowSourceIsGivenUpWhenTheTimeIsOver(String beginning) throws IOException {
        var hasty = new Limits(1 << 20, Duration.ofMillis(300), Duration.ofMinutes(5), Duration.ofMinutes(5), 5);
        try (var stalling = RawServer.stallingAfter(beginning)) {
            assertThat(trouble(fetch(stalling, hasty)))
                    .isEqualTo(new Failure("source-unreachable", "The source took too long to send the whole file."));
        }
    }

    @Test
    void silentSourceIsGivenUpBeforeTheTimeIsOver() throws IOException {
        var hasty = new Limits(1 << 20, Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofMillis(300), 5);
        try (var stalling = RawServer.stallingAfter("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\ntest")) {
            assertThat(trouble(fetch(stalling, hasty)).message()).isEqualTo("The connection to the source failed.");
        }
    }

    private Fetch fetch(RawServer source, Limits limits) {
        var resolver =
                new GuardedResolver(host -> new InetAddress[] {InetAddress.getLoopbackAddress()}, address -> true);
        return new HttpSourceFetcher(TargetRules.ofSources(true), resolver, limits, null)
                .fetch("http://audio.example:" + source.port(), folder.resolve("audio"));
    }

    private static Failure refusal(Fetch fetch) {
        return ((Fetch.Refused) fetch).failure();
    }

    private static Failure trouble(Fetch fetch) {
        return ((Fetch.Unreachable) fetch).failure();
    }
}
