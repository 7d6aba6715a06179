package io.tapedeck.local;

import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Speaks S3's protocol on a port of the loopback interface. */
final class S3Server implements AutoCloseable {
    private static final long IDLE_MILLIS = 30_000;

    private final Server server = new Server();
    private final ServerConnector connector;

    private S3Server(int port, S3Protocol protocol, BucketCors cors) {
        connector = new ServerConnector(server, new HttpConnectionFactory(configuration()));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(new S3Requests(protocol, cors)), "/*");
        server.setHandler(context);
        server.setErrorHandler(new S3ErrorPages());
    }

    /**
     * Starts it.
     *
     * @param port 0 takes a free one
     */
    static S3Server start(int port, S3Protocol protocol, BucketCors cors) throws Exception {
        S3Server started = new S3Server(port, protocol, cors);
        started.server.start();
        return started;
    }

    int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration http = new HttpConfiguration();
        http.setHttpCompliance(HttpCompliance.LEGACY);
        http.setUriCompliance(UriCompliance.LEGACY);
        http.setHeaderCacheCaseSensitive(true);
        http.setSendServerVersion(false);
        // to S3 every body is an object, also one that calls itself a form, as what curl and urllib send does
        http.setFormEncodedMethods();
        return http;
    }
}
