package io.tapedeck.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tapedeck.storage.UploadStore.FetchedObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

class HashingFileTest {
    private static final String SHA256_OF_TEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    @TempDir
    Path folder;

    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;
    private S3Client client;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/bucket/broken-once", exchange -> answer(exchange, requests.getAndIncrement() > 0));
        server.createContext("/bucket/broken", exchange -> answer(exchange, false));
        server.start();
        client = S3Client.builder()
                .endpointOverride(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .forcePathStyle(true)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
    }

    @Test
    void brokenConnectionIsMadeUpFor() {
        assertThat(fetch("broken-once")).isEqualTo(new FetchedObject("one", 4, SHA256_OF_TEST));
        assertThat(folder.resolve("audio")).hasContent("test");
    }

    @Test
    void whatNeverComesWholeIsNotTakenForWhole() {
        assertThatThrownBy(() -> fetch("broken")).isInstanceOf(SdkException.class);
    }

    private FetchedObject fetch(String key) {
        return client.getObject(request -> request.bucket("bucket").key(key), new HashingFile(folder.resolve("audio")));
    }

    private static void answer(HttpExchange exchange, boolean whole) throws IOException {
        exchange.getResponseHeaders().set("ETag", "\"one\"");
        exchange.sendResponseHeaders(200, 4);
        exchange.getResponseBody().write(whole ? "test".getBytes() : "te".getBytes());
        exchange.getResponseBody().flush();
        exchange.close();
    }
}
