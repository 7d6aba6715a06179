package io.tapedeck;

import static io.tapedeck.SamTemplate.list;
import static io.tapedeck.SamTemplate.map;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds alarms, dashboard, metrics and the operator's guide together. */
class TemplateAlarmsTest {
    private static final String OURS = "Tapedeck";
    private static final String NESTED = "${Name}-watch-";

    /** The metrics that the functions write, and which write them; empty is every function behind the API. */
    private static final Map<String, Set<String>> WRITTEN = Map.of(
            "FailedJobs", Set.of("ingest", "work", "sweep"),
            "CompletedJobs", Set.of("ingest", "work"),
            "AudioSeconds", Set.of("ingest", "work"),
            "RejectedUploads", Set.of("ingest"),
            "SweepLag", Set.of("sweep"),
            "SweptRecordings", Set.of("sweep"),
            "DisabledWebhooks", Set.of("deliver"),
            "ServerErrors", Set.of());

    /** The metrics of AWS that are used here, as its documentation names them. */
    private static final Map<String, Set<String>> METRICS = Map.of(
            OURS,
            WRITTEN.keySet(),
            "AWS/ApiGateway",
            Set.of("4xx", "5xx", "Count", "Latency", "IntegrationLatency"),
            "AWS/Lambda",
            Set.of(
                    "Invocations",
                    "Errors",
                    "Throttles",
                    "Duration",
                    "ConcurrentExecutions",
                    "AsyncEventAge",
                    "AsyncEventsDropped"),
            "AWS/SQS",
            Set.of(
                    "ApproximateNumberOfMessagesVisible",
                    "ApproximateNumberOfMessagesNotVisible",
                    "ApproximateAgeOfOldestMessage"),
            "AWS/DynamoDB",
            Set.of("ConsumedReadCapacityUnits", "ConsumedWriteCapacityUnits", "ThrottledRequests"),
            "AWS/EventBridge/Pipes",
            Set.of(
                    "EventCount",
                    "ExecutionFailed",
                    "ExecutionPartiallyFailed",
                    "ExecutionThrottled",
                    "ExecutionTimeout"),
            "AWS/S3",
            Set.of("BucketSizeBytes", "NumberOfObjects"));

    private static final Pattern QUERY =
            Pattern.compile("SELECT SUM\\((\\w+)\\) FROM SCHEMA\\(\"([\\w/]+)\", Operation, TableName\\)");
    private static final Pattern SEARCH = Pattern.compile("SEARCH\\('\\{([\\w/]+),[\\w,]+} MetricName=\"(\\w+)\" .*");
    private static final Pattern FUNCTION = Pattern.compile("\\$\\{Name}-(\\w+)");
    private static final Pattern OPERAND = Pattern.compile("[a-z]\\w*");

    private final SamTemplate template = new SamTemplate(Path.of("template.yaml"));
    private final SamTemplate watch = new SamTemplate(Path.of("infra", "watch.yaml"));
    private final Map<String, Map<String, Object>> rollingBack = template.ofType("AWS::CloudWatch::Alarm");
    private final Map<String, Map<String, Object>> watching = watch.ofType("AWS::CloudWatch::Alarm");
    private final Map<String, Map<String, Object>> alarms = both(rollingBack, watching);
    private final List<Metric> metrics = Stream.concat(
                    alarms.values().stream().flatMap(TemplateAlarmsTest::metrics), dashboard())
            .toList();

    TemplateAlarmsTest() throws IOException {}

    @Test
    void everyAlarmTellsTheTopicAndAlsoWhenItIsOver() {
        var topic = List.of(Map.of("Ref", "AlarmTopic"));

        assertThat(alarms)
                .isNotEmpty()
                .allSatisfy((_, alarm) ->
                        assertThat(alarm).containsEntry("AlarmActions", topic).containsEntry("OKActions", topic));
    }

    @Test
    void everyAlarmSaysWhatItMeansAndTheGuideWhatToDo() throws IOException {
        var guide = Files.readString(Path.of("infra", "README.md"));

        assertThat(alarms.values()).allSatisfy(alarm -> {
            assertThat((String) alarm.get("AlarmDescription"))
                    .endsWith(". See %s in infra/README.md.".formatted(name(alarm)));
            assertThat(guide).contains("**" + name(alarm) + "**");
        });
    }

    @Test
    void everyAlarmSaysWhatNoDataMeans() {
        assertThat(alarms.values()).allSatisfy(alarm -> assertThat(alarm).containsKey("TreatMissingData"));
        assertThat(alarms.values().stream()
                        .filter(alarm -> "breaching".equals(alarm.get("TreatMissingData")))
                        .map(TemplateAlarmsTest::name))
                .containsExactly("sweep-missing");
    }

    @Test
    void everyMetricExists() {
        assertThat(metrics)
                .hasSizeGreaterThan(50)
                .allSatisfy(metric -> assertThat(METRICS)
                        .containsKey(metric.namespace())
                        .extractingByKey(metric.namespace())
                        .satisfies(names -> assertThat(names).contains(metric.name())));
    }

    @Test
    void everyMetricOfOursIsOfAFunctionThatWritesIt() {
        assertThat(metrics)
                .filteredOn(metric -> metric.namespace().equals(OURS))
                .isNotEmpty()
                .allSatisfy(metric -> assertThat(WRITTEN.get(metric.name())).containsAll(metric.functions()));
    }

    @Test
    void everyMetricOfOursIsShown() {
        assertThat(dashboard().filter(metric -> metric.namespace().equals(OURS)))
                .extracting(Metric::name)
                .containsAll(WRITTEN.keySet());
    }

    @Test
    void everyFunctionThatIsWatchedIsThere() {
        var functions =
                template.functions().values().stream().map(SamTemplate::export).toList();

        assertThat(functions)
                .containsAll(metrics.stream()
                        .flatMap(metric -> metric.functions().stream())
                        .toList());
    }

    @Test
    void latencyIsThatOfFunctionsThatNeverWaitForAJob() {
        assertThat(metrics(watch.properties("ApiLatencyAlarm")).flatMap(metric -> metric.functions().stream()))
                .isNotEmpty()
                .allSatisfy(function -> assertThat(FunctionCode.of(function).file())
                        .content()
                        .doesNotContain("JobAnswers", "AudioRequests"));
    }

    @Test
    void bothPipesAreWatchedForTheSame() {
        var watched = metrics(watch.properties("PipesAlarm")).map(Metric::name).toList();

        assertThat(watched).hasSize(8);
        assertThat(watched.subList(0, 4)).doesNotHaveDuplicates().isEqualTo(watched.subList(4, 8));
    }

    @Test
    void anExpressionIsOfMetricsThatItsAlarmHasAndOneIsTheResult() {
        assertThat(alarms.values())
                .filteredOn(alarm -> alarm.containsKey("Metrics"))
                .isNotEmpty()
                .allSatisfy(alarm -> {
                    var queries = list(alarm.get("Metrics")).stream()
                            .map(SamTemplate::map)
                            .toList();
                    var ids = queries.stream().map(query -> query.get("Id")).toList();
                    assertThat(ids).hasSizeLessThanOrEqualTo(20).doesNotHaveDuplicates();
                    assertThat(queries.stream().filter(query -> query.containsKey("MetricStat")))
                            .hasSizeLessThanOrEqualTo(10);
                    assertThat(queries.stream().filter(query -> !Boolean.FALSE.equals(query.get("ReturnData"))))
                            .hasSize(1);
                    assertThat(queries.stream().flatMap(TemplateAlarmsTest::operands))
                            .allSatisfy(operand -> assertThat(ids).contains(operand));
                });
    }

    @Test
    void aDeploymentIsTakenBackByTheAlarmsBesideTheFunctions() {
        var rollout = map(template.globals().get("DeploymentPreference"));
        var choice = list(map(rollout.get("Alarms")).get("If"));
        var names = rollingBack.values().stream()
                .map(alarm -> alarm.get("AlarmName"))
                .toList();

        assertThat(list(choice.get(1))).isNotEmpty().containsExactlyElementsOf(names);
        assertThat(choice.get(2)).isEqualTo(List.of(Map.of("Ref", "AWS::NoValue")));
    }

    /** CloudFormation makes what is new before it deletes what is gone: a name that moves would be taken. */
    @Test
    void whatIsNestedHasNamesThatNothingElseHasOrHad() {
        assertThat(watching.values())
                .allSatisfy(
                        alarm -> assertThat((String) map(alarm.get("AlarmName")).get("Sub"))
                                .startsWith(NESTED));
        assertThat(watch.properties("Dashboard").get("DashboardName")).isEqualTo(Map.of("Sub", "${Name}-watch"));
        assertThat(rollingBack.values())
                .allSatisfy(
                        alarm -> assertThat((String) map(alarm.get("AlarmName")).get("Sub"))
                                .doesNotStartWith(NESTED));
    }

    @Test
    void theNestedStackIsGivenWhatItAsksFor() throws IOException {
        var nested = template.properties("Watch");
        var text = Files.readString(Path.of("infra", "watch.yaml"));

        assertThat(nested.get("TemplateURL")).isEqualTo("infra/watch.yaml");
        assertThat(map(nested.get("Parameters")))
                .containsOnlyKeys(watch.section("Parameters").keySet());
        assertThat(watch.section("Parameters")).allSatisfy((name, parameter) -> {
            assertThat(map(parameter)).containsKeys("Type", "Description");
            assertThat(text).containsAnyOf("!Ref " + name, "${" + name + "}");
        });
    }

    @Test
    void oneIsOnlySubscribedWhoIsNamed() {
        assertThat(template.resource("AlarmSubscription")).containsEntry("Condition", "HasAlarmEmail");
        assertThat(template.resource("AlarmTopic")).doesNotContainKey("Condition");
    }

    private static Map<String, Map<String, Object>> both(
            Map<String, Map<String, Object>> some, Map<String, Map<String, Object>> others) {
        var all = new LinkedHashMap<>(some);
        all.putAll(others);
        return all;
    }

    private static String name(Map<String, Object> alarm) {
        return ((String) map(alarm.get("AlarmName")).get("Sub")).replaceFirst("^\\$\\{Name}-(watch-)?", "");
    }

    private static Stream<Metric> metrics(Map<String, Object> alarm) {
        if (alarm.containsKey("MetricName")) {
            return Stream.of(metric(alarm));
        }
        return list(alarm.get("Metrics")).stream().map(SamTemplate::map).flatMap(query -> {
            if (query.containsKey("MetricStat")) {
                return Stream.of(metric(map(map(query.get("MetricStat")).get("Metric"))));
            }
            return QUERY.matcher(query.get("Expression").toString())
                    .results()
                    .map(found -> new Metric(found.group(2), found.group(1), Set.of()));
        });
    }

    private static Metric metric(Map<String, Object> metric) {
        return new Metric(
                (String) metric.get("Namespace"),
                (String) metric.get("MetricName"),
                functions(String.valueOf(metric.get("Dimensions"))));
    }

    private Stream<Metric> dashboard() {
        var body =
                (String) map(watch.properties("Dashboard").get("DashboardBody")).get("Sub");
        var metrics = new ArrayList<Metric>();
        for (var widget : json(body).get("widgets")) {
            widget.at("/properties/metrics").forEach(metric -> metrics.add(metric(metric)));
        }
        return metrics.stream();
    }

    private static Metric metric(JsonNode metric) {
        var search = SEARCH.matcher(metric.path(0).path("expression").asText());
        return search.matches()
                ? new Metric(search.group(1), search.group(2), Set.of())
                : new Metric(metric.path(0).asText(), metric.path(1).asText(), functions(metric.toString()));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Set<String> functions(String dimensions) {
        return FUNCTION.matcher(dimensions)
                .results()
                .map(found -> found.group(1))
                .collect(toSet());
    }

    /** What a metric math expression computes with; functions are written in capitals. */
    private static Stream<String> operands(Map<String, Object> query) {
        return query.get("Expression") instanceof String expression
                ? OPERAND.matcher(expression).results().map(found -> found.group())
                : Stream.of();
    }

    /**
     * A metric that something looks at.
     *
     * @param functions whose it is, where it is that of certain functions
     */
    private record Metric(String namespace, String name, Set<String> functions) {}
}
