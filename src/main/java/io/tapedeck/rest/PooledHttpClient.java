package io.tapedeck.rest;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ssl.TLS;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.utils.AttributeMap;

/**
 * HTTP for the clients of AWS, over connections that are used again. It only sends and receives: the SDK signs, follows and tries
 * again, also where a server has closed a connection meanwhile.
 */
public final class PooledHttpClient implements SdkHttpClient {
    /** Servers keep idle connections longer than this, so none is looked at before it is used again, which takes a millisecond. */
    private static final TimeValue IDLE = TimeValue.ofSeconds(5);

    private static final int CONNECTIONS = 50;

    private final CloseableHttpClient client;

    private PooledHttpClient(Builder settings, Supplier<SSLContext> trust) {
        client = HttpClientBuilder.create()
                .setConnectionManager(connections(settings, trust))
                .setKeepAliveStrategy((response, context) -> IDLE)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(settings.silence()))
                        .setResponseTimeout(Timeout.of(settings.silence()))
                        .build())
                // The default would read the list of all public suffixes, for cookies that there are none of.
                .setDefaultCookieSpecRegistry(name -> null)
                .disableCookieManagement()
                .disableRedirectHandling()
                .disableAuthCaching()
                .disableContentCompression()
                .disableAutomaticRetries()
                .disableConnectionState()
                .disableDefaultUserAgent()
                .build();
    }

    /**
     * Makes clients.
     *
     * @param connect how long a server may take to accept a connection
     * @param silence how long it may say nothing in the middle of an exchange
     * @param resolver gives the addresses that are connected to
     */
    public record Builder(Duration connect, Duration silence, DnsResolver resolver)
            implements SdkHttpClient.Builder<Builder> {
        public Builder {
            requireNonNull(connect);
            requireNonNull(silence);
            requireNonNull(resolver);
        }

        /** For servers that whoever runs the deployment has chosen, at whatever address. */
        public Builder(Duration connect, Duration silence) {
            this(connect, silence, SystemDefaultDnsResolver.INSTANCE);
        }

        @Override
        public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
            return trusting(SSLContexts::createSystemDefault);
        }

        /** @param trust asked by every connection that needs it: what it takes is no part of a start */
        SdkHttpClient trusting(Supplier<SSLContext> trust) {
            return new PooledHttpClient(this, trust);
        }
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new PooledRequest(client, request);
    }

    @Override
    public String clientName() {
        return "Pooled";
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpClientConnectionManager connections(Builder settings, Supplier<SSLContext> trust) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(settings.resolver())
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS)
                .setTlsSocketStrategy((socket, host, port, attachment, context) ->
                        tls(trust.get()).upgrade(socket, host, port, attachment, context))
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.connect()))
                        .setSocketTimeout(Timeout.of(settings.silence()))
                        .setValidateAfterInactivity(TimeValue.NEG_ONE_MILLISECOND)
                        .build())
                .build();
    }

    private static TlsSocketStrategy tls(SSLContext trust) {
        return ClientTlsStrategyBuilder.create()
                .setSslContext(trust)
                .setTlsVersions(TLS.V_1_3, TLS.V_1_2)
                .setHostVerificationPolicy(HostnameVerificationPolicy.BUILTIN)
                .buildClassic();
    }
}
