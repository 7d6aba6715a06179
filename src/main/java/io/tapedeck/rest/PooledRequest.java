package io.tapedeck.rest;

import java.io.IOException;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/** A request of the SDK, sent as it was signed. */
final class PooledRequest implements ExecutableHttpRequest {
    private final CloseableHttpClient client;
    private final HttpHost host;
    private final HttpUriRequestBase request;

    PooledRequest(CloseableHttpClient client, HttpExecuteRequest wanted) {
        var signed = wanted.httpRequest();
        this.client = client;
        this.host = new HttpHost(signed.protocol(), signed.host(), signed.port());
        this.request = new HttpUriRequestBase(signed.method().name(), signed.getUri());
        request.setPath(target(signed));
        signed.forEachHeader((name, values) -> {
            if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)) {
                values.forEach(value -> request.addHeader(name, value));
            }
        });
        request.setEntity(body(wanted));
    }

    @Override
    public HttpExecuteResponse call() throws IOException {
        var response = client.executeOpen(host, request, null);
        var head = SdkHttpResponse.builder().statusCode(response.getCode()).statusText(response.getReasonPhrase());
        response.headerIterator().forEachRemaining(header -> head.appendHeader(header.getName(), header.getValue()));
        return HttpExecuteResponse.builder()
                .response(head.build())
                .responseBody(content(response))
                .build();
    }

    @Override
    public void abort() {
        request.abort();
    }

    /** Path and query as they were encoded for the signature. */
    private static String target(SdkHttpRequest signed) {
        var path = signed.encodedPath().isEmpty() ? "/" : signed.encodedPath();
        return signed.encodedQueryParameters().map(query -> path + "?" + query).orElse(path);
    }

    /** The body, empty where there is none but its length was signed; null for none at all. */
    private static HttpEntity body(HttpExecuteRequest wanted) {
        var length = wanted.httpRequest()
                .firstMatchingHeader(HttpHeaders.CONTENT_LENGTH)
                .map(Long::parseLong);
        Optional<HttpEntity> stream = wanted.contentStreamProvider()
                .map(content -> new InputStreamEntity(content.newStream(), length.orElse(-1L), null));
        return stream.or(() -> length.map(none -> new ByteArrayEntity(new byte[0], null)))
                .orElse(null);
    }

    /** The bytes of the answer as they arrive, on the connection that is used again once all are read; null for none. */
    private AbortableInputStream content(ClassicHttpResponse response) throws IOException {
        var entity = response.getEntity();
        return entity == null ? null : AbortableInputStream.create(entity.getContent(), request::abort);
    }
}
