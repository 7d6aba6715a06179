package io.tapedeck.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * DynamoDB Local on a free port of the loopback interface. Its libraries clash with the application's, so they are
 * loaded by a class loader of their own and reached by reflection.
 */
final class EmbeddedDynamoDb implements AutoCloseable {
    private static final String PACKAGE = "software.amazon.dynamodb.services.local.server.";

    private final AutoCloseable server;
    private final URI endpoint;

    private EmbeddedDynamoDb(AutoCloseable server, URI endpoint) {
        this.server = server;
        this.endpoint = endpoint;
    }

    /**
     * Starts it.
     *
     * @param database folder of its files; empty to keep everything in memory
     * @throws IllegalStateException when the libraries are missing or it does not start
     */
    static EmbeddedDynamoDb start(Path libraries, Optional<Path> database) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        URLClassLoader loader =
                new URLClassLoader("dynamodb-local", jars(libraries), ClassLoader.getPlatformClassLoader());
        thread.setContextClassLoader(loader);
        try {
            if (database.isPresent()) {
                Files.createDirectories(database.get());
            }
            return start(loader, database);
        } catch (ReflectiveOperationException | IOException e) {
            throw new IllegalStateException("DynamoDB Local does not start", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    URI endpoint() {
        return endpoint;
    }

    @Override
    public void close() throws Exception {
        server.close();
    }

    private static EmbeddedDynamoDb start(ClassLoader loader, Optional<Path> database)
            throws ReflectiveOperationException {
        Class<?> requests = loader.loadClass(PACKAGE + "LocalDynamoDBRequestHandler");
        Object request = requests.getConstructor(int.class, boolean.class, String.class, boolean.class, boolean.class)
                .newInstance(
                        0,
                        database.isEmpty(),
                        database.map(Path::toAbsolutePath).map(Path::toString).orElse(null),
                        true,
                        false);
        Object handler = loader.loadClass(PACKAGE + "LocalDynamoDBServerHandler")
                .getConstructor(requests.getSuperclass(), String.class)
                .newInstance(request, "*");
        Class<?> servers = loader.loadClass("org.eclipse.jetty.server.Server");
        Object server =
                servers.getConstructor(InetSocketAddress.class).newInstance(new InetSocketAddress("127.0.0.1", 0));
        servers.getMethod("setHandler", loader.loadClass("org.eclipse.jetty.server.Handler"))
                .invoke(server, handler);
        servers.getMethod("start").invoke(server);
        int port = ((URI) servers.getMethod("getURI").invoke(server)).getPort();
        return new EmbeddedDynamoDb(
                () -> {
                    servers.getMethod("stop").invoke(server);
                    handler.getClass().getMethod("close").invoke(handler);
                },
                URI.create("http://127.0.0.1:" + port));
    }

    private static URL[] jars(Path libraries) {
        if (!Files.isDirectory(libraries)) {
            throw new IllegalStateException(
                    "DynamoDB Local is not in " + libraries + "; \"make " + libraries + "/.stamp\" fetches it");
        }
        try (var files = Files.list(libraries)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .map(EmbeddedDynamoDb::url)
                    .toArray(URL[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
