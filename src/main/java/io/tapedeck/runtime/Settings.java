package io.tapedeck.runtime;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a deployment is told by its environment. Each key names its variable: {@code table-name} is TABLE_NAME. */
@ConfigMapping(prefix = "tapedeck")
public interface Settings {
    /** The function that this process is for; none where one process is for all. */
    Optional<String> function();

    /** The table of recordings, jobs, events and keys. */
    String tableName();

    /** The bucket of audio and documents. */
    String bucketName();

    /** The name that Lambda gives the function; none on one machine. */
    Optional<String> functionName();

    /** The region of the bucket. */
    String region();

    /** The secrets that links and cursors are signed with; the first signs, all verify. */
    Optional<List<String>> linkSecrets();

    /** The key of whoever runs the deployment. */
    Optional<String> operatorKey();

    /** The tenant that the operator's key acts for. */
    @WithDefault("operator")
    String operatorTenant();

    /** The issuer whose tokens are accepted. */
    Optional<String> jwtIssuer();

    /** The audience that a token must name. */
    Optional<String> jwtAudience();

    /** Where the issuer publishes its keys; by default {@code /.well-known/jwks.json} under it. */
    Optional<String> jwtJwksUrl();

    /** Days that a recording is kept for which nothing else is said. */
    @WithDefault("365")
    int retentionDays();

    /** Days before its deletion from which on a recording's audio is not handed out any more, unless a caller says so. */
    @WithDefault("0")
    int graceDays();

    /** The ffmpeg to run. */
    @WithDefault("ffmpeg")
    String ffmpeg();

    /** The ffprobe to run. */
    @WithDefault("ffprobe")
    String ffprobe();

    /** Where audio lies while it is worked on. */
    @WithDefault("/tmp")
    Path workDir();

    /** The address of the API, where it is not the one that a request came to. */
    Optional<String> publicUrl();

    /** Whether sources may be plain http and at private addresses. */
    @WithDefault("false")
    boolean allowPrivateTargets();

    /** The KMS key that objects are encrypted with; none where the store does not encrypt. */
    Optional<String> encryptionKey();

    /** The routes of the API, as {@code GET,POST /path;GET /other}. */
    @WithDefault("")
    Optional<String> routes();
}
