package io.tapedeck.local;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What can be set of the stack on one machine; the defaults are those of a first start. */
@ConfigMapping(prefix = "tapedeck.local")
public interface Settings {

    /** Where everything lies that lasts. */
    @WithDefault(".data")
    Path dataDir();

    /** Whether the table is kept in memory only: faster, and gone with the process. */
    @WithDefault("false")
    boolean inMemory();

    /** Port of the embedded S3 server; 0 takes a free one. */
    @WithDefault("9000")
    int s3Port();

    /** How often the sweep runs. */
    @WithDefault("1m")
    Duration sweepEvery();

    /** How many jobs and ingests run at once; by default as many as there are cores. */
    Optional<Integer> workers();

    /** {@link #workers}, settled. */
    default int workerCount() {
        return workers().orElse(Runtime.getRuntime().availableProcessors());
    }

    /** Name of the table. */
    String table();

    /** Name of the bucket. */
    String bucket();

    /** Folder with DynamoDB Local and its libraries. */
    @WithDefault("target/dynamodb-local")
    Path dynamodbLibraries();

    /** The template that owns routes and table: a file, or else a resource of that name. */
    @WithDefault("template.yaml")
    String template();

    /** Comma list of the origins whose web pages may call the API and upload; by default the template's. */
    Optional<String> allowedOrigins();

    /** Values of the template's parameters; the others have their defaults. */
    default Map<String, String> parameters() {
        return allowedOrigins()
                .map(origins -> Map.of("AllowedOrigins", origins))
                .orElse(Map.of());
    }
}
