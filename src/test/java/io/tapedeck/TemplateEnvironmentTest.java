package io.tapedeck;

import static io.tapedeck.SamTemplate.export;
import static io.tapedeck.SamTemplate.variables;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the functions' environment and what the code reads of it together. */
class TemplateEnvironmentTest {
    private static final Set<String> SET_BY_LAMBDA = Set.of("AWS_REGION", "AWS_LAMBDA_FUNCTION_NAME");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]+)[:}]");
    private static final Pattern DOCUMENTED = Pattern.compile("`([A-Z_]+)`");

    private final SamTemplate template = new SamTemplate(Path.of("template.yaml"));
    private final Set<String> read = names(PLACEHOLDER, Path.of("src/main/resources/application.properties"));

    TemplateEnvironmentTest() throws IOException {}

    @Test
    void whateverAFunctionIsToldIsRead() {
        assertThat(told()).isSubsetOf(read);
    }

    @Test
    void whateverIsReadIsToldOrIsForTheStackOnOneMachine() throws IOException {
        var onOneMachine = with(
                names(DOCUMENTED, Path.of("README.md")),
                keys(Path.of("src/local/resources/META-INF/microprofile-config.properties")));

        assertThat(read).isSubsetOf(with(with(told(), SET_BY_LAMBDA), onOneMachine));
    }

    @Test
    void onlyWhoRunsFfmpegIsToldWhereItIs() {
        assertThat(toldTo("FFMPEG"))
                .isEqualTo(toldTo("FFPROBE"))
                .isEqualTo(exports(function -> function.contains("Layers")));
    }

    @Test
    void onlyTheWorkerIsToldWhereWhisperIs() {
        assertThat(toldTo("WHISPER_CLI")).isEqualTo(toldTo("WHISPER_MODEL")).containsExactly("work");
    }

    @Test
    void everybodyIsToldWhichEnginesThereAre() throws IOException {
        var arn = "arn:aws:lambda:eu-central-1:123456789012:layer:whisper:1";
        var with = template.deployed(Map.of("WhisperLayer", arn, "SpeechEngine", "whisper"));
        var without = template.deployed(Map.of());

        assertThat(variables(with.globals()))
                .containsEntry("SPEECH_ENGINES", "amazon-transcribe,whisper")
                .containsEntry("SPEECH_ENGINE", "whisper");
        assertThat(variables(without.globals())).containsEntry("SPEECH_ENGINES", "amazon-transcribe");
        assertThat(with.functions().get("Work").get("Layers"))
                .asInstanceOf(LIST)
                .hasSize(2)
                .contains(arn);
        assertThat(without.functions().get("Work").get("Layers"))
                .asInstanceOf(LIST)
                .hasSize(1);
    }

    @Test
    void onlyUnmatchedIsToldTheRoutes() {
        assertThat(toldTo("ROUTES")).containsExactly("unmatched");
    }

    @Test
    void onlyTheAuthorizerIsToldWhomToTrust() {
        for (var name : List.of("OPERATOR_KEY", "OPERATOR_TENANT", "JWT_ISSUER", "JWT_AUDIENCE", "JWT_JWKS_URL")) {
            assertThat(toldTo(name)).as(name).containsExactly("authorizer");
        }
    }

    @Test
    void onlyWhoTranscribesIsToldOfTheServerThatHears() throws IOException {
        for (var name : List.of("OPENAI_BASE_URL", "OPENAI_MODEL", "OPENAI_API_KEY")) {
            assertThat(toldTo(name)).as(name).containsExactly("work");
        }
        assertThat(variables(
                        template.deployed(Map.of("OpenAiBaseUrl", "https://a")).globals()))
                .containsEntry("SPEECH_ENGINES", "amazon-transcribe,openai");
    }

    @Test
    void onlyTheWorkerIsToldWhomToAskAboutWhatIsSaid() throws IOException {
        for (var name : List.of("SENTIMENT", "SUMMARY_MODEL", "PII_DETECTOR")) {
            assertThat(toldTo(name)).as(name).containsExactly("work");
        }

        var work = template.deployed(Map.of()).functions().get("Work");
        assertThat(variables(work))
                .containsEntry("SENTIMENT", "lexicon")
                .containsEntry("PII_DETECTOR", "none")
                .doesNotContainKey("SUMMARY_MODEL");
    }

    @Test
    void onlyTheWorkerIsToldWhoseTelephoneNumbersPeopleSay() throws IOException {
        assertThat(toldTo("PHONE_REGION")).containsExactly("work");
        assertThat(variables(template.deployed(Map.of("PhoneRegion", "GB"))
                        .functions()
                        .get("Work")))
                .containsEntry("PHONE_REGION", "GB");
    }

    @Test
    void onlyTheIntakeIsToldWhatKeysTell() throws IOException {
        assertThat(toldTo("DROP_LAYOUTS")).containsExactly("ingest");
        assertThat(variables(template.deployed(Map.of("DropLayouts", "uploads/{tenant}/{call}.wav"))
                        .functions()
                        .get("Ingest")))
                .containsEntry("DROP_LAYOUTS", "uploads/{tenant}/{call}.wav");
    }

    private Set<String> told() {
        var all = new HashSet<>(variables(template.globals()).keySet());
        template.functions()
                .values()
                .forEach(function -> all.addAll(variables(function).keySet()));
        return all;
    }

    private List<String> toldTo(String name) {
        return template.functions().values().stream()
                .filter(function -> variables(function).containsKey(name))
                .map(SamTemplate::export)
                .toList();
    }

    private List<String> exports(Predicate<Set<String>> properties) {
        return template.functions().values().stream()
                .filter(function -> properties.test(function.keySet()))
                .map(function -> export(function))
                .toList();
    }

    private static Set<String> with(Set<String> some, Set<String> others) {
        var all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    private static Set<String> names(Pattern name, Path file) throws IOException {
        return name.matcher(Files.readString(file))
                .results()
                .map(MatchResult::group)
                .map(text -> text.replaceAll("[^A-Z_]", ""))
                .collect(toSet());
    }

    private static Set<String> keys(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties.stringPropertyNames();
    }
}
