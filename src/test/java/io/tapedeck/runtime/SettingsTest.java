package io.tapedeck.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.tapedeck.analytics.words.MoodSource;
import io.tapedeck.audio.SpeechEngine;
import io.tapedeck.redaction.DetectorChoice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final Map<String, String> NEEDED = Map.of("TABLE_NAME", "calls", "BUCKET_NAME", "audio");

    @Test
    void whatIsNotSetHasItsDefault() {
        var settings = settings(Map.of());

        assertThat(settings.of(Settings.Dynamodb.class).table()).isEqualTo("calls");
        assertThat(settings.of(Settings.S3.class).bucket()).isEqualTo("audio");
        assertThat(settings.of(Settings.Runtime.class).function()).isEmpty();
        assertThat(settings.of(Settings.Runtime.class).functionName()).isEmpty();
        assertThat(settings.of(Settings.S3.class).region()).isEqualTo("us-east-1");
        assertThat(settings.of(Settings.Http.class).linkSecrets()).isEmpty();
        assertThat(settings.of(Settings.Auth.class).operatorKey()).isEmpty();
        assertThat(settings.of(Settings.Auth.class).operatorTenant()).isEqualTo("operator");
        assertThat(settings.of(Settings.Auth.class).jwtIssuer()).isEmpty();
        assertThat(settings.of(Settings.Auth.class).jwtAudience()).isEmpty();
        assertThat(settings.of(Settings.Auth.class).jwtJwksUrl()).isEmpty();
        assertThat(settings.of(Settings.Retention.class).days()).isEqualTo(365);
        assertThat(settings.of(Settings.Retention.class).graceDays()).isZero();
        assertThat(settings.of(Settings.Ffmpeg.class).ffmpeg()).isEqualTo("ffmpeg");
        assertThat(settings.of(Settings.Ffmpeg.class).ffprobe()).isEqualTo("ffprobe");
        assertThat(settings.of(Settings.Speech.class).engine()).isEmpty();
        assertThat(settings.of(Settings.Speech.class).engines()).isEmpty();
        assertThat(settings.of(Settings.Speech.class).whisperCli()).isEqualTo("whisper-cli");
        assertThat(settings.of(Settings.Speech.class).whisperModel()).isEmpty();
        assertThat(settings.of(Settings.Speech.class).pocketsphinx()).isEqualTo("pocketsphinx_continuous");
        assertThat(settings.of(Settings.Work.class).dir()).isEqualTo(Path.of("/tmp"));
        assertThat(settings.of(Settings.Http.class).publicUrl()).isEmpty();
        assertThat(settings.of(Settings.Egress.class).allowPrivateTargets()).isFalse();
        assertThat(settings.of(Settings.S3.class).encryptionKey()).isEmpty();
        assertThat(settings.of(Settings.Http.class).routes()).isEmpty();
        assertThat(settings.of(Settings.Amazontranscribe.class).deployment()).isEqualTo("tapedeck");
        assertThat(settings.of(Settings.Secretsmanager.class).deployment()).isEqualTo("tapedeck");
        assertThat(settings.of(Settings.Analysis.class).sentiment()).isEqualTo(MoodSource.LEXICON);
        assertThat(settings.of(Settings.Analysis.class).summaryModel()).isEmpty();
        assertThat(settings.of(Settings.Redaction.class).detector()).isEqualTo(DetectorChoice.NONE);
        assertThat(settings.of(Settings.Redaction.class).phoneRegion()).isEqualTo(new PhoneRegion("US"));
        assertThat(settings.of(Settings.Drop.class).layouts()).isEmpty();
        assertThat(settings.of(Settings.Openai.class).baseUrl()).isEmpty();
        assertThat(settings.of(Settings.Openai.class).model()).isEqualTo("whisper-1");
        assertThat(settings.of(Settings.Openai.class).apiKey()).isEmpty();
        assertThat(settings.of(Settings.Imports.class).vapiSecret()).isEmpty();
        assertThat(settings.of(Settings.Imports.class).twilioAccountSid()).isEmpty();
        assertThat(settings.of(Settings.Imports.class).twilioAuthToken()).isEmpty();
        assertThat(settings.of(Settings.Imports.class).telnyxPublicKey()).isEmpty();
        assertThat(settings.of(Settings.Imports.class).livekitApiKey()).isEmpty();
        assertThat(settings.of(Settings.Imports.class).livekitApiSecret()).isEmpty();
        assertThat(settings.of(Settings.Sqs.class).errands()).isEmpty();
        assertThat(settings.of(Settings.Remote.class).gcs()).isEmpty();
        assertThat(settings.of(Settings.Remote.class).azure()).isEmpty();
        assertThat(settings.of(Settings.Remote.class).cloudflareR2()).isEmpty();
    }

    @Test
    void whatIsEmptyIsNotSet() {
        var settings = settings(Map.of("WHISPER_MODEL", "", "SPEECH_ENGINE", "", "SPEECH_ENGINES", ""));

        assertThat(settings.of(Settings.Speech.class).whisperModel()).isEmpty();
        assertThat(settings.of(Settings.Speech.class).engine()).isEmpty();
        assertThat(settings.of(Settings.Speech.class).engines()).isEmpty();
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
                Map.entry("SPEECH_ENGINE", "whisper"),
                Map.entry("SPEECH_ENGINES", "amazon-transcribe,whisper"),
                Map.entry("WHISPER_CLI", "/opt/bin/whisper-cli"),
                Map.entry("WHISPER_MODEL", "/opt/share/whisper"),
                Map.entry("POCKETSPHINX", "/usr/bin/ps"),
                Map.entry("WORK_DIR", "/mnt/audio"),
                Map.entry("PUBLIC_URL", "https://calls.example"),
                Map.entry("ALLOW_PRIVATE_TARGETS", "true"),
                Map.entry("ENCRYPTION_KEY", "arn:aws:kms:x"),
                Map.entry("DEPLOYMENT", "calls"),
                Map.entry("SENTIMENT", "amazon-comprehend"),
                Map.entry("SUMMARY_MODEL", "amazon.nova-lite-v1:0"),
                Map.entry("PII_DETECTOR", "amazon-comprehend"),
                Map.entry("PHONE_REGION", "GB"),
                Map.entry("DROP_LAYOUTS", "uploads/{tenant}/{call}_{start}.wav"),
                Map.entry("OPENAI_BASE_URL", "http://speech.internal:8000"),
                Map.entry("OPENAI_MODEL", "large-v3"),
                Map.entry("OPENAI_API_KEY", "sk-1"),
                Map.entry("VAPI_SECRET", "sesame"),
                Map.entry("TWILIO_ACCOUNT_SID", "AC1"),
                Map.entry("TWILIO_AUTH_TOKEN", "t"),
                Map.entry("TELNYX_PUBLIC_KEY", "k"),
                Map.entry("LIVEKIT_API_KEY", "a"),
                Map.entry("LIVEKIT_API_SECRET", "b"),
                Map.entry("GCS_STORAGE", "{\"bucket\":\"a\"}"),
                Map.entry("AZURE_STORAGE", "{\"bucket\":\"b\"}"),
                Map.entry("CLOUDFLARE_STORAGE", "{\"bucket\":\"c\"}"),
                Map.entry("ROUTES", "GET,POST /a;GET /b/{id}")));

        assertThat(settings.of(Settings.Runtime.class).function()).contains("list");
        assertThat(settings.of(Settings.Runtime.class).functionName()).contains("tapedeck-list");
        assertThat(settings.of(Settings.S3.class).region()).isEqualTo("eu-central-1");
        assertThat(settings.of(Settings.Imports.class).vapiSecret()).contains("sesame");
        assertThat(settings.of(Settings.Imports.class).twilioAccountSid()).contains("AC1");
        assertThat(settings.of(Settings.Imports.class).twilioAuthToken()).contains("t");
        assertThat(settings.of(Settings.Imports.class).telnyxPublicKey()).contains("k");
        assertThat(settings.of(Settings.Imports.class).livekitApiKey()).contains("a");
        assertThat(settings.of(Settings.Imports.class).livekitApiSecret()).contains("b");
        assertThat(settings.of(Settings.Remote.class).gcs()).contains("{\"bucket\":\"a\"}");
        assertThat(settings.of(Settings.Remote.class).azure()).contains("{\"bucket\":\"b\"}");
        assertThat(settings.of(Settings.Remote.class).cloudflareR2()).contains("{\"bucket\":\"c\"}");
        assertThat(settings.of(Settings.Http.class).linkSecrets()).contains(List.of("new", "old"));
        assertThat(settings.of(Settings.Auth.class).operatorKey()).contains("key");
        assertThat(settings.of(Settings.Auth.class).operatorTenant()).isEqualTo("us");
        assertThat(settings.of(Settings.Auth.class).jwtIssuer()).contains("https://issuer.example");
        assertThat(settings.of(Settings.Auth.class).jwtAudience()).contains("tapedeck");
        assertThat(settings.of(Settings.Auth.class).jwtJwksUrl()).contains("https://issuer.example/keys");
        assertThat(settings.of(Settings.Retention.class).days()).isEqualTo(30);
        assertThat(settings.of(Settings.Retention.class).graceDays()).isEqualTo(7);
        assertThat(settings.of(Settings.Ffmpeg.class).ffmpeg()).isEqualTo("/opt/bin/ffmpeg");
        assertThat(settings.of(Settings.Ffmpeg.class).ffprobe()).isEqualTo("/opt/bin/ffprobe");
        assertThat(settings.of(Settings.Speech.class).engine()).contains(SpeechEngine.WHISPER);
        assertThat(settings.of(Settings.Speech.class).engines())
                .contains(List.of(SpeechEngine.AMAZON_TRANSCRIBE, SpeechEngine.WHISPER));
        assertThat(settings.of(Settings.Speech.class).whisperCli()).isEqualTo("/opt/bin/whisper-cli");
        assertThat(settings.of(Settings.Speech.class).whisperModel()).contains(Path.of("/opt/share/whisper"));
        assertThat(settings.of(Settings.Speech.class).pocketsphinx()).isEqualTo("/usr/bin/ps");
        assertThat(settings.of(Settings.Work.class).dir()).isEqualTo(Path.of("/mnt/audio"));
        assertThat(settings.of(Settings.Http.class).publicUrl()).contains("https://calls.example");
        assertThat(settings.of(Settings.Egress.class).allowPrivateTargets()).isTrue();
        assertThat(settings.of(Settings.S3.class).encryptionKey()).contains("arn:aws:kms:x");
        assertThat(settings.of(Settings.Http.class).routes()).contains("GET,POST /a;GET /b/{id}");
        assertThat(settings.of(Settings.Amazontranscribe.class).deployment()).isEqualTo("calls");
        assertThat(settings.of(Settings.Secretsmanager.class).deployment()).isEqualTo("calls");
        assertThat(settings.of(Settings.Analysis.class).sentiment()).isEqualTo(MoodSource.AMAZON_COMPREHEND);
        assertThat(settings.of(Settings.Analysis.class).summaryModel()).contains("amazon.nova-lite-v1:0");
        assertThat(settings.of(Settings.Openai.class).baseUrl()).contains("http://speech.internal:8000");
        assertThat(settings.of(Settings.Redaction.class).detector()).isEqualTo(DetectorChoice.AMAZON_COMPREHEND);
        assertThat(settings.of(Settings.Redaction.class).phoneRegion()).isEqualTo(new PhoneRegion("GB"));
        assertThat(settings.of(Settings.Drop.class)
                        .layouts()
                        .orElseThrow()
                        .read("c-1_1772357400.wav")
                        .call())
                .contains("c-1");
        assertThat(settings.of(Settings.Openai.class).model()).isEqualTo("large-v3");
        assertThat(settings.of(Settings.Openai.class).apiKey()).contains("sk-1");
    }

    @Test
    void whatHasNoDefaultIsMissedByName() {
        assertThatThrownBy(() -> read(Map.of("TABLE_NAME", "calls"))).hasMessageContaining("BUCKET_NAME");
        assertThatThrownBy(() -> read(Map.of("BUCKET_NAME", "audio"))).hasMessageContaining("TABLE_NAME");
    }

    @Test
    void aValueOfAnotherTypeIsRefusedByName() {
        assertThatThrownBy(() -> settings(Map.of("RETENTION_DAYS", "soon")))
                .hasMessageContaining("tapedeck.retention.days");
        assertThatThrownBy(() -> settings(Map.of("SPEECH_ENGINE", "ears")))
                .hasMessageContaining("tapedeck.speech.engine");
        assertThatThrownBy(() -> settings(Map.of("PII_DETECTOR", "presidio")))
                .hasMessageContaining("tapedeck.redaction.detector");
    }

    @Test
    void everySettingIsTestedHere() {
        assertThat(mappings()
                        .flatMap(mapping -> Arrays.stream(mapping.getDeclaredMethods()))
                        .filter(method -> !method.isSynthetic()))
                .hasSize(45);
    }

    @Test
    void everyMappingIsOfARoom() {
        assertThat(mappings())
                .allSatisfy(mapping -> assertThat(
                                mapping.getAnnotation(ConfigMapping.class).prefix())
                        .isEqualTo("tapedeck." + mapping.getSimpleName().toLowerCase(Locale.ROOT))
                        .satisfies(prefix -> assertThat(Path.of("src/main/java/io", prefix.replace('.', '/')))
                                .isDirectory()));
    }

    private static Stream<Class<?>> mappings() {
        return Arrays.stream(Settings.class.getDeclaredClasses());
    }

    private static Read settings(Map<String, String> environment) {
        var all = new HashMap<>(NEEDED);
        all.putAll(environment);
        return read(all);
    }

    private static Read read(Map<String, String> environment) {
        try {
            var properties =
                    Path.of("src/main/resources/application.properties").toUri().toURL();
            var builder = new SmallRyeConfigBuilder()
                    .addDefaultInterceptors()
                    .withSources(new PropertiesConfigSource(properties))
                    .withSources(new PropertiesConfigSource(environment, "environment", 300));
            mappings().forEach(builder::withMapping);
            return new Read(builder.build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Read(SmallRyeConfig config) {
        <T> T of(Class<T> mapping) {
            return config.getConfigMapping(mapping);
        }
    }
}
