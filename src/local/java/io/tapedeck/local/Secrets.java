package io.tapedeck.local;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/**
 * Secrets of this machine, made at the first start and kept in a file that only its owner reads.
 *
 * @param links what links and cursors are signed with
 * @param accessKey and secretKey, the key pair of the embedded S3 server
 */
record Secrets(String links, String accessKey, String secretKey) {

    /** Reads them from the data folder, or makes them. */
    static Secrets in(Path dataDir) {
        Path file = dataDir.resolve("secrets.properties");
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the secrets in " + file + " cannot be used", e);
        }
    }

    private static Secrets read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        return new Secrets(
                properties.getProperty("links"),
                properties.getProperty("accessKey"),
                properties.getProperty("secretKey"));
    }

    private static void create(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("links", random(32));
        properties.setProperty("accessKey", "TD" + random(9).toUpperCase());
        properties.setProperty("secretKey", random(20));
        Files.createDirectories(file.getParent());
        Path draft = file.resolveSibling(file.getFileName() + "." + random(4));
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Writer out = Files.newBufferedWriter(draft, StandardOpenOption.WRITE)) {
            properties.store(out, "made at the first start");
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
