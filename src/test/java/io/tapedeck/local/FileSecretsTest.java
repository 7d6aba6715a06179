package io.tapedeck.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.secret.SecretName;
import io.tapedeck.secret.SecretStore;
import io.tapedeck.secret.SecretStoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSecretsTest extends SecretStoreContract {
    private static final SecretName NAME = new SecretName("storages/acme/own");

    @TempDir
    Path data;

    private FileSecrets secrets;

    @BeforeEach
    void begin() {
        secrets = new FileSecrets(data.resolve("new"));
    }

    @Override
    protected SecretStore store() {
        return secrets;
    }

    @Test
    void onlyTheirOwnerReadsThem() throws IOException {
        secrets.put(NAME, "first");
        secrets.put(NAME, "second");

        var folder = data.resolve("new/secrets");
        assertThat(permissions(folder)).isEqualTo("rwx------");
        try (var files = Files.list(folder)) {
            assertThat(files)
                    .singleElement()
                    .satisfies(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
        }
    }

    @Test
    void aFolderThatOthersMayReadIsClosedBeforeASecretComesThere() throws IOException {
        var folder = Files.createDirectories(data.resolve("new/secrets"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

        secrets.put(NAME, "secret");

        assertThat(permissions(folder)).isEqualTo("rwx------");
    }

    @Test
    void theyOutliveTheProcess() {
        secrets.put(NAME, "secret");

        assertThat(new FileSecrets(data.resolve("new")).find(NAME)).hasValue("secret");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
