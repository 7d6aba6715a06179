package io.tapedeck;

import static io.tapedeck.SamTemplate.export;
import static io.tapedeck.SamTemplate.list;
import static io.tapedeck.SamTemplate.map;
import static io.tapedeck.SamTemplate.statements;
import static io.tapedeck.SamTemplate.variables;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.analysis.RecordingAnalytics;
import io.tapedeck.bulk.LateBulkExports;
import io.tapedeck.function.analytics.AnalyticsAnswers;
import io.tapedeck.function.exports.Exports;
import io.tapedeck.function.links.LinkedFiles;
import io.tapedeck.function.shares.OpenedShares;
import io.tapedeck.function.transcripts.TranscriptAnswers;
import io.tapedeck.imports.ImportedRecordings;
import io.tapedeck.retention.Deletions;
import io.tapedeck.sharing.EndedShares;
import io.tapedeck.storage.AudioStore;
import io.tapedeck.storage.UploadStore;
import io.tapedeck.storage.Uploads;
import io.tapedeck.storage.WaveformStore;
import io.tapedeck.transcription.RecordingTranscripts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each function may do what its code does, with what it needs, and nothing else. */
class TemplatePermissionsTest {
    /** Every action that is granted to functions, and the calls of the AWS SDK that need it. */
    private static final Map<String, List<String>> CALLS = Map.ofEntries(
            Map.entry("dynamodb:GetItem", List.of(".getItem(")),
            Map.entry("dynamodb:PutItem", List.of(".putItem(", ".transactWriteItems(")),
            Map.entry("dynamodb:UpdateItem", List.of(".updateItem(", ".transactWriteItems(")),
            Map.entry("dynamodb:DeleteItem", List.of(".deleteItem(")),
            Map.entry("dynamodb:Query", List.of(".queryPaginator(")),
            Map.entry("dynamodb:BatchWriteItem", List.of(".batchWriteItem(")),
            Map.entry("s3:GetObject", List.of(".getObject(", ".headObject(", ".copyObject(", ".presignGetObject(")),
            Map.entry("s3:PutObject", List.of(".putObject(", ".createMultipartUpload(", ".presignUploadPart(")),
            Map.entry("s3:DeleteObject", List.of(".deleteObject(", ".deleteObjects(")),
            Map.entry("s3:ListBucket", List.of(".listObjectsV2Paginator(")),
            Map.entry("s3:ListBucketMultipartUploads", List.of(".listMultipartUploadsPaginator(")),
            Map.entry("s3:ListMultipartUploadParts", List.of(".listPartsPaginator(")),
            Map.entry("s3:AbortMultipartUpload", List.of(".abortMultipartUpload(")),
            // S3 decrypts and encrypts in the name of whoever gets and puts
            Map.entry("kms:Decrypt", List.of(".getObject(")),
            Map.entry("kms:GenerateDataKey", List.of(".ssekmsKeyId(")),
            Map.entry("transcribe:StartTranscriptionJob", List.of(".startTranscriptionJob(")),
            Map.entry("transcribe:GetTranscriptionJob", List.of(".getTranscriptionJob(")),
            Map.entry("transcribe:DeleteTranscriptionJob", List.of(".deleteTranscriptionJob(")),
            Map.entry("transcribe:CreateVocabulary", List.of(".createVocabulary(")),
            Map.entry("transcribe:GetVocabulary", List.of(".getVocabulary(")),
            Map.entry("transcribe:DeleteVocabulary", List.of(".deleteVocabulary(")),
            // Requests that are signed here, whose names are in them
            Map.entry("comprehend:BatchDetectSentiment", List.of("\"Comprehend_20171127.BatchDetectSentiment\"")),
            Map.entry("comprehend:DetectPiiEntities", List.of("\"Comprehend_20171127.DetectPiiEntities\"")),
            Map.entry("secretsmanager:GetSecretValue", List.of("\"GetSecretValue\"")),
            Map.entry("secretsmanager:CreateSecret", List.of("\"CreateSecret\"")),
            Map.entry("secretsmanager:PutSecretValue", List.of("\"PutSecretValue\"")),
            Map.entry("secretsmanager:DeleteSecret", List.of("\"DeleteSecret\"")),
            Map.entry("sqs:SendMessage", List.of("\"AmazonSQS.SendMessage\"")),
            Map.entry("sts:AssumeRole", List.of("AssumeRole")),
            Map.entry("bedrock:InvokeModel", List.of("\"/model/%s/converse\"")));

    /** What IAM knows no resources of. */
    private static final Set<String> WITHOUT_RESOURCES = Set.of(
            "transcribe:StartTranscriptionJob",
            "transcribe:CreateVocabulary",
            "comprehend:BatchDetectSentiment",
            "comprehend:DetectPiiEntities");

    private static final Set<String> OF_THE_QUEUES_MAPPING =
            Set.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes");
    private static final Set<Class<?>> REACH_THE_BUCKET = Set.of(
            UploadStore.class,
            ImportedRecordings.class,
            AudioStore.class,
            LinkedFiles.class,
            Uploads.class,
            Deletions.class,
            Exports.class,
            LateBulkExports.class,
            WaveformStore.class,
            RecordingTranscripts.class,
            TranscriptAnswers.class,
            RecordingAnalytics.class,
            AnalyticsAnswers.class,
            EndedShares.class,
            OpenedShares.class);
    private static final Pattern OBJECTS = Pattern.compile("\\$\\{Bucket\\.Arn}/(\\w+)(?:/\\*)?");

    private final SamTemplate template = new SamTemplate(Path.of("template.yaml"));

    TemplatePermissionsTest() throws IOException {}

    @Test
    void nobodyMayDoAnythingOrWithAnything() {
        var owners = Stream.of("AWS::Serverless::Function", "AWS::IAM::Role")
                .flatMap(type -> template.ofType(type).values().stream());

        assertThat(owners.flatMap(owner -> statements(owner).stream()))
                .isNotEmpty()
                .allSatisfy(statement -> {
                    assertThat(list(statement.get("Action")))
                            .isNotEmpty()
                            .allSatisfy(action -> assertThat((String) action).doesNotContain("*"));
                    var isOfAll = WITHOUT_RESOURCES.containsAll(list(statement.get("Action")));
                    assertThat(list(statement.get("Resource"))).isNotEmpty();
                    assertThat(list(statement.get("Resource")).contains("*")).isEqualTo(isOfAll);
                    if (isOfAll || statement.toString().contains(":*:")) {
                        assertThat(map(statement.get("Condition"))).isNotEmpty();
                    }
                });
    }

    @Test
    void keysOfOtherAccountsAreUsedThroughS3Only() {
        var throughS3 = Map.of(
                "StringEquals", Map.of("kms:ViaService", Map.of("Sub", "s3.${AWS::Region}.amazonaws.com")),
                "StringNotEquals", Map.of("aws:ResourceAccount", Map.of("Ref", "AWS::AccountId")));
        var keys = new HashMap<String, Object>();
        template.functions()
                .values()
                .forEach(function -> statements(function).stream()
                        .filter(statement -> statement.toString().contains(":key/*"))
                        .forEach(statement -> {
                            assertThat(statement.get("Condition")).isEqualTo(throughS3);
                            keys.put(export(function), statement.get("Action"));
                        }));

        assertThat(keys)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "ingest", List.of("kms:Decrypt", "kms:GenerateDataKey"),
                        "work", List.of("kms:Decrypt", "kms:GenerateDataKey"),
                        "download", List.of("kms:Decrypt"),
                        "openLink", List.of("kms:Decrypt"),
                        "openSharedAudio", List.of("kms:Decrypt")));
    }

    @Test
    void whateverIsGrantedIsUsed() {
        var granted =
                template.functions().values().stream().flatMap(this::actions).collect(toSet());
        granted.removeAll(OF_THE_QUEUES_MAPPING);
        var adapters = Map.of(
                "dynamodb", Sources.in(Path.of("src/main/java/io/tapedeck/dynamodb")),
                "s3", Sources.in(Path.of("src/main/java/io/tapedeck/s3")),
                "kms", Sources.in(Path.of("src/main/java/io/tapedeck/s3")),
                "transcribe", Sources.in(Path.of("src/main/java/io/tapedeck/amazontranscribe")),
                "comprehend", Sources.in(Path.of("src/main/java/io/tapedeck/comprehend")),
                "secretsmanager", Sources.in(Path.of("src/main/java/io/tapedeck/secretsmanager")),
                "sts", Sources.in(Path.of("src/main/java/io/tapedeck/aws")),
                "sqs", Sources.in(Path.of("src/main/java/io/tapedeck/sqs")),
                "bedrock", Sources.in(Path.of("src/main/java/io/tapedeck/bedrock")));

        assertThat(granted).isEqualTo(CALLS.keySet());
        CALLS.forEach((action, calls) -> assertThat(calls)
                .allSatisfy(
                        call -> assertThat(adapters.get(action.split(":")[0]).have(call))
                                .as("%s is granted for %s", action, call)
                                .isTrue()));
    }

    @Test
    void whatIsAskedOfAmazonTranscribeIsOurs() {
        assertThat(having("transcribe:")).containsExactly("work", "transcribed");
        assertThat(Stream.of("Work", "Transcribed")
                        .flatMap(name -> statements(template.functions().get(name)).stream())
                        .filter(statement -> statement.toString().contains(":transcribe:")))
                .hasSize(3)
                .allSatisfy(statement ->
                        assertThat(statement.get("Resource").toString()).contains("/${Name}.*"));
        assertThat(statements(template.functions().get("Work")))
                .anySatisfy(statement -> assertThat(statement.toString())
                        .contains("transcribe:StartTranscriptionJob", "transcribe:OutputBucketName={Ref=Bucket}"));
    }

    @Test
    void whatIsSaidIsShownToAmazonsServicesOnlyByTheWorkerAndWhereTheDeploymentSaysSo() throws IOException {
        assertThat(having("comprehend:")).containsExactly("work");
        assertThat(having("bedrock:")).containsExactly("work");

        assertThat(outside(Map.of())).isEmpty();
        assertThat(outside(Map.of("Sentiment", "amazon-comprehend")))
                .extracting(statement -> statement.get("Action"))
                .containsExactly(List.of("comprehend:BatchDetectSentiment"));
        assertThat(outside(Map.of("PiiDetector", "amazon-comprehend")))
                .extracting(statement -> statement.get("Action"))
                .containsExactly(List.of("comprehend:DetectPiiEntities"));
        assertThat(outside(Map.of("SummaryModel", "eu.amazon.nova-lite-v1:0")))
                .hasSize(2)
                .allSatisfy(statement -> {
                    assertThat(statement.get("Action")).isEqualTo(List.of("bedrock:InvokeModel"));
                    assertThat(statement.toString()).contains(":inference-profile/${SummaryModel}");
                });
    }

    private List<Map<String, Object>> outside(Map<String, String> parameters) throws IOException {
        return statements(template.deployed(parameters).functions().get("Work")).stream()
                .filter(statement -> statement.toString().matches(".*(comprehend|bedrock):.*"))
                .toList();
    }

    @Test
    void onlyWhoAQueueIsMappedToMayTakeItsMessages() {
        assertThat(having("sqs:ReceiveMessage")).containsExactly("work", "deliver");
        assertThat(template.properties("WorkQueueMapping").get("EventSourceArn"))
                .isEqualTo(Map.of("GetAtt", "Queue.Arn"));
        assertThat(template.properties("ErrandQueueMapping").get("EventSourceArn"))
                .isEqualTo(Map.of("GetAtt", "ErrandQueue.Arn"));
        assertThat(having("sqs:SendMessage")).containsExactly("resendWebhook", "deliver", "sweep");
    }

    @Test
    void theIntakeFindsRecordingsByTheirCallsAndNothingElse() {
        assertThat(statements(template.functions().get("Ingest")))
                .filteredOn(statement -> list(statement.get("Action")).contains("dynamodb:Query"))
                .singleElement()
                .satisfies(statement ->
                        assertThat(statement.get("Resource")).isEqualTo(Map.of("Sub", "${Table.Arn}/index/call")));
    }

    @Test
    void behindTheApiEachFunctionReachesTheObjectsThatItNeeds() {
        assertThat(behindTheApi().collect(toMap(SamTemplate::export, this::objects)))
                .containsEntry("create", Set.of("uploads"))
                .containsEntry("retrieveUpload", Set.of("uploads"))
                .containsEntry("completeUpload", Set.of("uploads"))
                .containsEntry("download", Set.of("audio"))
                .containsEntry("openLink", Set.of("audio", "exports"))
                .containsEntry("waveform", Set.of("documents"))
                .containsEntry("retrieve", Set.of("documents"))
                .containsEntry("transcribe", Set.of("documents"))
                .containsEntry("retrieveTranscript", Set.of("documents"))
                .containsEntry("analyze", Set.of("documents"))
                .containsEntry("retrieveAnalytics", Set.of("documents"))
                .containsEntry("putTranscript", Set.of("documents"))
                .containsEntry("openShare", Set.of("documents"))
                .containsEntry("importRecording", Set.of("documents"))
                .containsEntry("unlockShare", Set.of("documents"))
                .containsEntry("openSharedAudio", Set.of("audio", "shares"))
                .containsEntry("unshare", Set.of("shares", "documents"))
                .containsEntry("delete", Set.of("uploads", "audio", "shares", "documents", "exports"))
                .containsEntry("createExport", Set.of("exports"))
                .containsEntry("retrieveExport", Set.of("exports"))
                .containsEntry("openExport", Set.of("exports"))
                .containsEntry("deleteExport", Set.of("exports"))
                .containsEntry("health", Set.of("health"))
                .hasSizeGreaterThan(8)
                .satisfies(all -> assertThat(all.values().stream().filter(reached -> !reached.isEmpty()))
                        .hasSize(23));
    }

    @Test
    void behindTheApiOnlyDeletionMayDestroyAudio() {
        assertThat(having("s3:DeleteObject"))
                .containsExactlyInAnyOrder(
                        "delete", "ingest", "work", "transcribed", "sweep", "putTranscript", "unshare", "deleteExport");
        assertThat(objects(template.functions().get("DeleteExport"))).containsExactly("exports");
        assertThat(objects(template.functions().get("Transcribed"))).containsExactly("documents");
    }

    @Test
    void aFunctionReachesTheBucketWhenItsCodeIsGivenAStore() {
        assertThat(behindTheApi())
                .allSatisfy(function -> assertThat(actions(function).anyMatch(action -> action.startsWith("s3:")))
                        .as(export(function))
                        .isEqualTo(isGivenAStore(export(function))));
    }

    @Test
    void whoeverGetsObjectsMayDecryptThemAndWhoeverPutsThemEncrypt() {
        assertThat(template.functions().values()).allSatisfy(function -> {
            var actions = actions(function).collect(toSet());
            if (actions.contains("s3:PutObject")) {
                assertThat(actions).as(export(function)).contains("kms:GenerateDataKey", "kms:Decrypt");
            }
            if (actions.contains("s3:GetObject") && !objects(function).equals(Set.of("health"))) {
                assertThat(actions).as(export(function)).contains("kms:Decrypt");
            }
        });
    }

    @Test
    void everyPostMayKeepIdempotencyRecordsAndSealThem() {
        var posts = template.routes().stream()
                .filter(route -> route.method().equals("POST") && !route.open())
                .map(Operation::id)
                .collect(toSet());

        assertThat(behindTheApi().filter(function -> posts.contains(export(function))))
                .isNotEmpty()
                .allSatisfy(function -> {
                    assertThat(actions(function))
                            .contains(
                                    "dynamodb:GetItem",
                                    "dynamodb:PutItem",
                                    "dynamodb:UpdateItem",
                                    "dynamodb:DeleteItem");
                    assertThat(variables(function)).containsKey("LINK_SECRETS");
                });
    }

    @Test
    void everyIndexMayBeQueriedBySomeFunction() {
        var queried = template.functions().values().stream()
                .flatMap(function -> statements(function).stream())
                .flatMap(statement -> list(statement.get("Resource")).stream())
                .toList();

        assertThat(list(template.properties("Table").get("GlobalSecondaryIndexes")))
                .isNotEmpty()
                .allSatisfy(index -> assertThat(queried)
                        .contains(
                                Map.of("Sub", "${Table.Arn}/index/" + map(index).get("IndexName"))));
    }

    @Test
    void aPipeReadsTheStreamAndWritesToItsTarget() {
        assertThat(resources("JobPipeRole")).containsExactly("Table.StreamArn", "Queue.Arn", "UndeliveredQueue.Arn");
        assertThat(resources("EventPipeRole"))
                .containsExactly("Table.StreamArn", "EventBus.Arn", "UndeliveredQueue.Arn");
        assertThat(template.properties("JobPipe").get("Target")).isEqualTo(Map.of("GetAtt", "Queue.Arn"));
        assertThat(template.properties("EventPipe").get("Target")).isEqualTo(Map.of("GetAtt", "EventBus.Arn"));
    }

    private List<Object> resources(String role) {
        return statements(template.properties(role)).stream()
                .flatMap(statement -> list(statement.get("Resource")).stream())
                .map(resource -> map(resource).get("GetAtt"))
                .toList();
    }

    private Stream<Map<String, Object>> behindTheApi() {
        var names = template.routes().stream().map(Operation::id).collect(toSet());
        return template.functions().values().stream().filter(function -> names.contains(export(function)));
    }

    private List<String> having(String action) {
        return template.functions().values().stream()
                .filter(function -> actions(function).anyMatch(granted -> granted.startsWith(action)))
                .map(SamTemplate::export)
                .toList();
    }

    private Stream<String> actions(Map<String, Object> function) {
        return statements(function).stream()
                .flatMap(statement -> list(statement.get("Action")).stream())
                .map(String.class::cast);
    }

    /** The folders whose objects a function may touch, or the object itself. */
    private Set<String> objects(Map<String, Object> function) {
        return statements(function).stream()
                .flatMap(statement -> list(statement.get("Resource")).stream())
                .filter(Map.class::isInstance)
                .map(resource -> OBJECTS.matcher(String.valueOf(map(resource).get("Sub"))))
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1))
                .collect(toSet());
    }

    private static boolean isGivenAStore(String function) {
        var parameters =
                FunctionCode.of(function).type().getDeclaredConstructors()[0].getParameterTypes();
        return Arrays.stream(parameters).anyMatch(REACH_THE_BUCKET::contains);
    }
}
