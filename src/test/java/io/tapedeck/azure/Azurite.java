package io.tapedeck.azure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.azure.AzureCredentials.AccountKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Microsoft's emulator of Blob Storage, which "make test" has installed; it checks signatures, and when links and tokens end. */
public final class Azurite implements AutoCloseable {
    static final String ACCOUNT = "devstoreaccount1";

    /** Published with the emulator, the same everywhere. */
    static final AccountKey KEY =
            new AccountKey("Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==");

    private static final Path FOLDER = Path.of("target", "azurite");
    private static final Path SCRIPT = Path.of("src", "test", "azurite", "start.cjs");

    /** Where npm put a Node for the pages, as the system's is too old. */
    private static final Path NODE = Path.of("target", "node", "runtime", "node_modules", ".bin", "node");

    private static final Pattern LISTENS = Pattern.compile("successfully listens on (https?)://127.0.0.1:([0-9]+)");

    private final Process process;
    private final URI endpoint;

    private Azurite(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    static Azurite start(String... options) throws IOException {
        assertThat(FOLDER.resolve("node_modules"))
                .as("the emulator's packages: run \"make azurite\" first")
                .isDirectory();
        Files.write(FOLDER.resolve("start.cjs"), Files.readAllBytes(SCRIPT));
        var command = new ArrayList<>(List.of(
                Files.exists(NODE) ? NODE.toAbsolutePath().toString() : "node",
                "start.cjs",
                "--inMemoryPersistence",
                "--blobPort",
                "0",
                "--silent",
                "--disableTelemetry"));
        command.addAll(List.of(options));
        var process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .start();
        return new Azurite(process, endpoint(process));
    }

    URI endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        process.destroy();
    }

    private static URI endpoint(Process process) throws IOException {
        var said = new StringBuilder();
        var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            var listens = LISTENS.matcher(line);
            if (listens.find()) {
                Thread.startVirtualThread(() -> drain(reader));
                return URI.create("%s://127.0.0.1:%s/%s".formatted(listens.group(1), listens.group(2), ACCOUNT));
            }
            said.append(line).append('\n');
        }
        throw new IOException("The emulator has not started: " + said);
    }

    /** What nobody reads would hold it up. */
    private static void drain(BufferedReader reader) {
        try (reader) {
            while (reader.readLine() != null) {
                // Nobody needs it.
            }
        } catch (IOException ended) {
            // So has the emulator.
        }
    }
}
