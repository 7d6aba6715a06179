package io.tapedeck.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final Map<String, String> NEEDED = Map.of("TABLE_NAME", "calls", "BUCKET_NAME", "audio");

    @Test
    void whatIsNotSetHasItsDefault() {
        var settings = settings(Map.of());

        assertThat(settings.tableName()).isEqualTo("calls");
        assertThat(settings.bucketName()).isEqualTo("audio");
        assertThat(settings.function()).isEmpty();
        assertThat(settings.functionName()).isEmpty();
        assertThat(settings.region()).isEqualTo("us-east-1");
        assertThat(settings.linkSecrets()).isEmpty();
        assertThat(settings.operatorKey()).isEmpty();
        assertThat(settings.operatorTenant()).isEqualTo("operator");
        assertThat(settings.jwtIssuer()).isEmpty();
        assertThat(settings.jwtAudience()).isEmpty();
        assertThat(settings.jwtJwksUrl()).isEmpty();
        assertThat(settings.retentionDays()).isEqualTo(365);
        assertThat(settings.graceDays()).isZero();
        assertThat(settings.ffmpeg()).isEqualTo("ffmpeg");
        assertThat(settings.ffprobe()).isEqualTo("ffprobe");
        assertThat(settings.workDir()).isEqualTo(Path.of("/tmp"));
        assertThat(settings.publicUrl()).isEmpty();
        assertThat(settings.allowPrivateTargets()).isFalse();
        assertThat(settings.encryptionKey()).isEmpty();
        assertThat(settings.routes()).isEmpty();
    }

    @Test
    void everyKeyIsAVariableOfTheEnvironment() {
        var settings = settings(Map.ofEntries(
                Map.entry("QUARKUS_FUNQY_EXPORT", "list"),
                Map.entry("AWS_LAMBDA_FUNCTION_NAME", "tapedeck-list"),
                Map.entry("AWS_REGION", "eu-central-1"),
                Map.entry("LINK_SECRETS", "new,old"),
                Map.entry("OPERATOR_KEY", "key"),
                Map.entry("OPERATOR_TENANT", "us"),
                Map.entry("JWT_ISSUER", "https://issuer.example"),
                Map.entry("JWT_AUDIENCE", "tapedeck"),
                Map.entry("JWT_JWKS_URL", "https://issuer.example/keys"),
                Map.entry("RETENTION_DAYS", "30"),
                Map.entry("GRACE_DAYS", "7"),
                Map.entry("FFMPEG", "/opt/bin/ffmpeg"),
                Map.entry("FFPROBE", "/opt/bin/ffprobe"),
                Map.entry("WORK_DIR", "/mnt/audio"),
                Map.entry("PUBLIC_URL", "https://calls.example"),
                Map.entry("ALLOW_PRIVATE_TARGETS", "true"),
                Map.entry("ENCRYPTION_KEY", "arn:aws:kms:x"),
                Map.entry("ROUTES", "GET,POST /a;GET /b/{id}")));

        assertThat(settings.function()).contains("list");
        assertThat(settings.functionName()).contains("tapedeck-list");
        assertThat(settings.region()).isEqualTo("eu-central-1");
        assertThat(settings.linkSecrets()).contains(List.of("new", "old"));
        assertThat(settings.operatorKey()).contains("key");
        assertThat(settings.operatorTenant()).isEqualTo("us");
        assertThat(settings.jwtIssuer()).contains("https://issuer.example");
        assertThat(settings.jwtAudience()).contains("tapedeck");
        assertThat(settings.jwtJwksUrl()).contains("https://issuer.example/keys");
        assertThat(settings.retentionDays()).isEqualTo(30);
        assertThat(settings.graceDays()).isEqualTo(7);
        assertThat(settings.ffmpeg()).isEqualTo("/opt/bin/ffmpeg");
        assertThat(settings.ffprobe()).isEqualTo("/opt/bin/ffprobe");
        assertThat(settings.workDir()).isEqualTo(Path.of("/mnt/audio"));
        assertThat(settings.publicUrl()).contains("https://calls.example");
        assertThat(settings.allowPrivateTargets()).isTrue();
        assertThat(settings.encryptionKey()).contains("arn:aws:kms:x");
        assertThat(settings.routes()).contains("GET,POST /a;GET /b/{id}");
    }

    @Test
    void whatHasNoDefaultIsMissedByName() {
        assertThatThrownBy(() -> read(Map.of("TABLE_NAME", "calls"))).hasMessageContaining("BUCKET_NAME");
        assertThatThrownBy(() -> read(Map.of("BUCKET_NAME", "audio"))).hasMessageContaining("TABLE_NAME");
    }

    @Test
    void aValueOfAnotherTypeIsRefusedByName() {
        assertThatThrownBy(() -> settings(Map.of("RETENTION_DAYS", "soon")))
                .hasMessageContaining("tapedeck.retention-days");
    }

    @Test
    void everySettingIsTestedHere() {
        assertThat(Arrays.stream(Settings.class.getDeclaredMethods()).filter(method -> !method.isSynthetic()))
                .hasSize(20);
    }

    private static Settings settings(Map<String, String> environment) {
        var all = new HashMap<>(NEEDED);
        all.putAll(environment);
        return read(all);
    }

    private static Settings read(Map<String, String> environment) {
        try {
            var properties =
                    Path.of("src/main/resources/application.properties").toUri().toURL();
            return new SmallRyeConfigBuilder()
                    .addDefaultInterceptors()
                    .withSources(new PropertiesConfigSource(properties))
                    .withSources(new PropertiesConfigSource(environment, "environment", 300))
                    .withMapping(Settings.class)
                    .build()
                    .getConfigMapping(Settings.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
