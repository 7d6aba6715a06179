package io.tapedeck;

import static io.tapedeck.SamTemplate.export;
import static io.tapedeck.SamTemplate.list;
import static io.tapedeck.SamTemplate.map;
import static io.tapedeck.SamTemplate.variables;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds template.yaml and the contract together. */
class TemplateTest {
    private static final String DEFAULT = "$default";
    /** Functions with two operations, and one with none. */
    private static final Set<String> NOT_NAMED_ALIKE =
            Set.of("asset", "openExport", "openLink", "openShare", "openSharedAudio", "unmatched");

    private final SamTemplate template = new SamTemplate(Path.of("template.yaml"));
    private final List<Operation> contract = Operation.ofTheContract();

    TemplateTest() throws IOException {}

    @Test
    void everyRouteIsAnOperationOfTheContractUnderTheSameName() {
        assertThat(template.routes().stream().filter(route -> !NOT_NAMED_ALIKE.contains(route.id())))
                .isSubsetOf(contract);
    }

    @Test
    void theContractKnowsTheLinksAndAssetsToo() {
        assertThat(contract)
                .contains(
                        new Operation("openLink", "GET", "/u/{token}", true),
                        new Operation("openLinkHead", "HEAD", "/u/{token}", true),
                        new Operation("openExport", "GET", "/e/{token}", true),
                        new Operation("openExportHead", "HEAD", "/e/{token}", true),
                        new Operation("openShare", "GET", "/s/{token}", true),
                        new Operation("openShareHead", "HEAD", "/s/{token}", true),
                        new Operation("openSharedAudio", "GET", "/s/{token}/audio", true),
                        new Operation("openSharedAudioHead", "HEAD", "/s/{token}/audio", true),
                        new Operation("importRecording", "POST", "/v1/imports/{provider}", true),
                        new Operation("asset", "GET", "/assets/{name}", true),
                        new Operation("assetHead", "HEAD", "/assets/{name}", true));
    }

    @Test
    void everyOperationThatIsBuiltHasARoute() {
        assertThat(template.routes())
                .extracting(Operation::id)
                .contains(
                        "create",
                        "list",
                        "retrieve",
                        "update",
                        "delete",
                        "retrieveUpload",
                        "completeUpload",
                        "download",
                        "generateSecureUrl",
                        "export",
                        "listVersions",
                        "listEvents",
                        "listJobs",
                        "retrieveJob",
                        "waveform",
                        "transcribe",
                        "retrieveTranscript",
                        "putTranscript",
                        "analyze",
                        "retrieveAnalytics",
                        "redactPII",
                        "compress",
                        "convert",
                        "trim",
                        "merge",
                        "enhanceQuality",
                        "restore",
                        "share",
                        "listShares",
                        "unshare",
                        "unlockShare",
                        "createKey",
                        "listKeys",
                        "deleteKey",
                        "health");
    }

    @Test
    void linksAssetsAndWhatNoRouteTakesAreOpenToAll() {
        assertThat(template.routes())
                .filteredOn(Operation::open)
                .filteredOn(route -> !route.id().equals("health"))
                .containsExactlyInAnyOrder(
                        new Operation("openLink", "GET", "/u/{token}", true),
                        new Operation("openLink", "HEAD", "/u/{token}", true),
                        new Operation("openExport", "GET", "/e/{token}", true),
                        new Operation("openExport", "HEAD", "/e/{token}", true),
                        new Operation("openShare", "GET", "/s/{token}", true),
                        new Operation("openShare", "HEAD", "/s/{token}", true),
                        new Operation("unlockShare", "POST", "/s/{token}", true),
                        new Operation("openSharedAudio", "GET", "/s/{token}/audio", true),
                        new Operation("openSharedAudio", "HEAD", "/s/{token}/audio", true),
                        new Operation("importRecording", "POST", "/v1/imports/{provider}", true),
                        new Operation("asset", "GET", "/assets/{name}", true),
                        new Operation("asset", "HEAD", "/assets/{name}", true),
                        new Operation("unmatched", "ANY", DEFAULT, true));
    }

    @Test
    void everyFunctionOfTheCodeIsDeployedAndNoOther() {
        assertThat(template.functions().values())
                .extracting(SamTemplate::export)
                .containsExactlyInAnyOrderElementsOf(Sources.main().captured("@Funq\\(\"(\\w+)\"\\)"));
    }

    @Test
    void everyFunctionHasARouteOrATrigger() {
        assertThat(having(function -> map(function.get("Events")).isEmpty()))
                .containsExactly("authorizer", "work", "deliver");
        assertThat(template.properties("Api").toString()).contains("FunctionArn={Ref=Authorizer.Alias}");
        assertThat(template.properties("WorkQueueMapping").get("FunctionName")).isEqualTo(Map.of("Ref", "Work.Alias"));
    }

    @Test
    void everyParameterIsDescribedRestrictedAndUsed() throws IOException {
        var text = Files.readString(Path.of("template.yaml"));

        assertThat(template.section("Parameters")).allSatisfy((name, parameter) -> {
            assertThat(map(parameter)).containsKeys("Description", "Default");
            assertThat(map(parameter).keySet()).containsAnyOf("AllowedPattern", "AllowedValues", "MinValue");
            assertThat(text).containsAnyOf("!Ref " + name, "${" + name + "}");
        });
    }

    @Test
    void everyDefaultIsAllowed() {
        assertThat(template.section("Parameters")).allSatisfy((_, parameter) -> {
            var preset = map(parameter).get("Default");
            assertThat(String.valueOf(preset)).matches((String) map(parameter).getOrDefault("AllowedPattern", ".*"));
            assertThat((List<Object>) list(map(parameter).getOrDefault("AllowedValues", preset)))
                    .contains(preset);
        });
    }

    @Test
    void everyOutputIsDescribed() {
        assertThat(template.section("Outputs"))
                .allSatisfy((_, output) -> assertThat(map(output)).containsKeys("Description", "Value"));
    }

    @Test
    void everyFunctionIsNamedAfterWhatItRuns() {
        assertThat(template.functions()).allSatisfy((id, function) -> {
            assertThat(export(function)).isEqualTo(id.substring(0, 1).toLowerCase(Locale.ROOT) + id.substring(1));
            assertThat(function.get("FunctionName")).isEqualTo(Map.of("Sub", "${Name}-" + export(function)));
        });
    }

    @Test
    void everyFunctionHasTimeMemoryPoliciesAndALog() {
        assertThat(template.functions().values()).allSatisfy(function -> {
            assertThat(function).containsKey("Policies");
            for (var name : List.of("Timeout", "MemorySize", "LoggingConfig")) {
                assertThat(template.property(function, name)).as(name).isNotNull();
            }
        });
    }

    @Test
    void whatHoldsForAllFunctionsIsSaidOnce() {
        assertThat(template.functions().values())
                .allSatisfy(function -> assertThat(function.entrySet())
                        .doesNotContainAnyElementsOf(template.globals().entrySet()));
    }

    @Test
    void functionsThatAnswerCallersShareALogAndTheOthersHaveTheirOwn() {
        assertThat(template.functions()).allSatisfy((id, function) -> {
            var background = List.of("Ingest", "Work", "Deliver", "Sweep").contains(id);
            assertThat(map(template.property(function, "LoggingConfig")))
                    .containsEntry("LogFormat", "JSON")
                    .containsEntry("LogGroup", Map.of("Ref", background ? id + "Logs" : "FunctionLogs"));
        });
    }

    @Test
    void everyLogEndsAndIsUsed() throws IOException {
        var text = Files.readString(Path.of("template.yaml"));

        assertThat(template.ofType("AWS::Logs::LogGroup")).hasSize(7).allSatisfy((id, log) -> {
            assertThat(log).containsKey("RetentionInDays");
            assertThat(text).containsAnyOf("!Ref " + id, "!GetAtt " + id + ".Arn");
        });
    }

    @Test
    void theGuideNamesLogsThatAreThere() throws IOException {
        var logs = template.ofType("AWS::Logs::LogGroup").values().stream()
                .map(log -> ((String) map(log.get("LogGroupName")).get("Sub")).replace("${Name}", "tapedeck"))
                .toList();
        var named = Pattern.compile("/aws/\\w+/tapedeck-\\w*")
                .matcher(Files.readString(Path.of("infra", "README.md")))
                .results()
                .map(MatchResult::group);

        assertThat(named)
                .contains("/aws/lambda/tapedeck-api")
                .allSatisfy(name -> assertThat(logs).contains(name));
    }

    @Test
    void everyFunctionBehindTheApiEndsBeforeTheApiGivesUp() {
        assertThat(withRoutes(route -> true))
                .allSatisfy(function ->
                        assertThat((int) template.property(function, "Timeout")).isLessThan(30));
    }

    @Test
    void onlyTheAuthorizerKnowsTheOperatorsKey() {
        assertThat(having(function -> variables(function).containsKey("OPERATOR_KEY")))
                .containsExactly("authorizer");
    }

    @Test
    void onlyIngestAndWorkCarryFfmpeg() {
        assertThat(having(function -> function.containsKey("Layers"))).containsExactly("ingest", "work");
    }

    @Test
    void everyFunctionThatShowsRecordingsMaySignTheirLinks() {
        var shown = Set.of(
                "create",
                "list",
                "retrieve",
                "update",
                "delete",
                "completeUpload",
                "compress",
                "convert",
                "trim",
                "merge",
                "enhanceQuality",
                "restore");

        assertThat(having(function -> variables(function).containsKey("LINK_SECRETS")))
                .containsAll(shown);
    }

    @Test
    void snapshotsAreTakenOfAllFunctionsThatSomebodyWaitsFor() {
        assertThat(having(function -> Map.of("ApplyOn", "None").equals(function.get("SnapStart"))))
                .containsExactly("ingest", "work", "deliver", "sweep");
        assertThat(having(function -> function.containsKey("EphemeralStorage"))).containsExactly("ingest", "work");
    }

    @Test
    void aSweepThatFailsIsLeftToTheNext() {
        assertThat(map(template.functions().get("Sweep").get("EventInvokeConfig")))
                .containsEntry("MaximumRetryAttempts", 0)
                .containsEntry("MaximumEventAgeInSeconds", 60);
    }

    /** Messages are written as they are, quotes and all. */
    @Test
    void aLineOfTheAccessLogHoldsNoMessages() throws IOException {
        var format = (String)
                map(template.properties("Api").get("AccessLogSettings")).get("Format");

        assertThat(new ObjectMapper().readTree(format))
                .isNotEmpty()
                .allSatisfy(value -> assertThat(value.textValue())
                        .startsWith("$context.")
                        .doesNotContainIgnoringCase("message")
                        .isNotEqualTo("$context.authorizer.error"));
    }

    private List<String> having(Predicate<Map<String, Object>> property) {
        return template.functions().values().stream()
                .filter(property)
                .map(SamTemplate::export)
                .toList();
    }

    private List<Map<String, Object>> withRoutes(Predicate<Operation> kind) {
        var names = template.routes().stream().filter(kind).map(Operation::id).collect(toSet());
        return template.functions().values().stream()
                .filter(function -> names.contains(export(function)))
                .toList();
    }
}
