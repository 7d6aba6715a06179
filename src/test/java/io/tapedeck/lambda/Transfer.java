package io.tapedeck.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** What callers do with presigned URLs. */
final class Transfer implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();

    /** Sends bytes as an upload's ticket says. Answers their ETag. */
    String put(String url, JsonNode headers, byte[] bytes) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url)).PUT(BodyPublishers.ofByteArray(bytes));
        headers.properties()
                .forEach(header ->
                        request.header(header.getKey(), header.getValue().asText()));
        var response = client.send(request.build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.headers().firstValue("etag").orElseThrow();
    }

    byte[] get(String url) throws IOException, InterruptedException {
        var response = client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    @Override
    public void close() {
        client.close();
    }
}
