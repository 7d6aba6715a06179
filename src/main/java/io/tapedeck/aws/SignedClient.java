package io.tapedeck.aws;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;

/** Sends single requests, signed as the SDK signs. Where one call of a service is all that is needed, its whole client is not. */
final class SignedClient {
    /** Bytes of an answer, more than any that is asked for has. */
    private static final int LARGEST = 1 << 20;

    private final AwsAddress address;
    private final IdentityProvider<? extends AwsCredentialsIdentity> credentials;
    private final SdkHttpClient http;
    private final Clock clock;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

    SignedClient(
            AwsAddress address,
            IdentityProvider<? extends AwsCredentialsIdentity> credentials,
            SdkHttpClient http,
            Clock clock) {
        this.address = requireNonNull(address);
        this.credentials = requireNonNull(credentials);
        this.http = requireNonNull(http);
        this.clock = requireNonNull(clock);
    }

    /** What came back; where that is longer than it may be, a byte more than that. */
    record Response(SdkHttpResponse head, byte[] body) {
        boolean isWhole() {
            return body.length <= LARGEST;
        }
    }

    /**
     * Sends one and reads what comes back. Whoever stops waiting ends the request, and so does the time.
     *
     * @throws IOException if there is no answer, or none in time
     * @throws SdkClientException if there are no credentials
     */
    Response send(PostRequest request, Duration patience) throws IOException, InterruptedException {
        try (var waiting = Executors.newVirtualThreadPerTaskExecutor()) {
            var answer = waiting.submit(() -> send(request));
            try {
                return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException slow) {
                throw new IOException(slow);
            } catch (ExecutionException failed) {
                if (failed.getCause() instanceof SdkClientException unsigned) {
                    throw unsigned;
                }
                throw new IOException(failed.getCause());
            } finally {
                answer.cancel(true);
            }
        }
    }

    private Response send(PostRequest request) throws IOException {
        var payload = ContentStreamProvider.fromByteArray(request.body());
        var signed =
                signer.sign(sign -> sign.identity(credentials.resolveIdentity().join())
                        .request(unsigned(request))
                        .payload(payload)
                        .putProperty(HttpSigner.SIGNING_CLOCK, clock)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, address.service())
                        .putProperty(AwsV4HttpSigner.REGION_NAME, address.region()));
        return read(http.prepareRequest(HttpExecuteRequest.builder()
                        .request(signed.request())
                        .contentStreamProvider(payload)
                        .build())
                .call());
    }

    private SdkHttpRequest unsigned(PostRequest request) {
        var unsigned = SdkHttpFullRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(address.endpoint())
                .encodedPath(request.path())
                .putHeader("Content-Length", Integer.toString(request.body().length));
        request.headers().forEach(unsigned::putHeader);
        return unsigned.build();
    }

    /** Closing one that is too long would read on to its end. */
    private static Response read(HttpExecuteResponse response) throws IOException {
        try (var stream = response.responseBody().orElseGet(AbortableInputStream::createEmpty)) {
            var answer = new Response(response.httpResponse(), stream.readNBytes(LARGEST + 1));
            if (!answer.isWhole()) {
                stream.abort();
            }
            return answer;
        }
    }
}
