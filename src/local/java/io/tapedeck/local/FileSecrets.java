package io.tapedeck.local;

import io.tapedeck.secret.SecretName;
import io.tapedeck.secret.SecretStore;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** Secrets in files that only their owner reads, in place of AWS Secrets Manager. */
@Singleton
final class FileSecrets implements SecretStore {
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private final Path folder;

    @Inject
    FileSecrets(Settings settings) {
        this(settings.dataDir());
    }

    FileSecrets(Path dataDir) {
        this.folder = dataDir.resolve("secrets");
    }

    @Override
    public void put(SecretName name, String secret) {
        try {
            Path draft = Files.createTempFile(folder(), ".", ".draft", PosixFilePermissions.asFileAttribute(FILE));
            try {
                Files.writeString(draft, SecretStore.fitting(secret));
                Files.move(draft, file(name), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the secret " + name + " cannot be kept", e);
        }
    }

    @Override
    public Optional<String> find(SecretName name) {
        try {
            return Optional.of(Files.readString(file(name)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the secret " + name + " cannot be read", e);
        }
    }

    @Override
    public void delete(SecretName name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException("the secret " + name + " cannot be deleted", e);
        }
    }

    private Path folder() throws IOException {
        Files.createDirectories(folder.toAbsolutePath().getParent());
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(FOLDER));
        }
        Files.setPosixFilePermissions(folder, FOLDER);
        return folder;
    }

    /** All in one folder: no name has a plus, and none begins with a dot. */
    private Path file(SecretName name) {
        return folder.resolve(name.value().replace('/', '+'));
    }
}
