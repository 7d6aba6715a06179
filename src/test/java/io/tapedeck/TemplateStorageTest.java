package io.tapedeck;

import static io.tapedeck.SamTemplate.list;
import static io.tapedeck.SamTemplate.map;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept stays, is encrypted, and is nobody else's. */
class TemplateStorageTest {
    private static final Map<String, Object> KEY = Map.of("GetAtt", "Key.Arn");

    private final SamTemplate template = new SamTemplate(Path.of("template.yaml"));

    TemplateStorageTest() throws IOException {}

    @ParameterizedTest
    @ValueSource(strings = {"Table", "Bucket", "Key"})
    void itOutlivesTheStack(String logicalId) {
        assertThat((String) template.resource(logicalId).get("DeletionPolicy")).startsWith("Retain");
        assertThat(template.resource(logicalId)).containsEntry("UpdateReplacePolicy", "Retain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bucket", "Key"})
    void aFirstDeploymentThatFailsLeavesNothingInTheWayOfTheNext(String logicalId) {
        assertThat(template.resource(logicalId)).containsEntry("DeletionPolicy", "RetainExceptOnCreate");
    }

    @Test
    void nobodyDeletesTheTableByMistakeAndItCanBeRestored() {
        assertThat(template.properties("Table"))
                .containsEntry("DeletionProtectionEnabled", true)
                .containsEntry("PointInTimeRecoverySpecification", Map.of("PointInTimeRecoveryEnabled", true))
                .containsEntry("SSESpecification", Map.of("SSEEnabled", true, "SSEType", "KMS", "KMSMasterKeyId", KEY));
    }

    @Test
    void theKeyRotates() {
        assertThat(template.properties("Key")).containsEntry("EnableKeyRotation", true);
    }

    @Test
    void theBucketIsPrivate() {
        assertThat(map(template.properties("Bucket").get("PublicAccessBlockConfiguration")))
                .containsOnlyKeys("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets")
                .allSatisfy((_, blocked) -> assertThat(blocked).isEqualTo(true));
        assertThat(template.properties("Bucket").get("OwnershipControls"))
                .isEqualTo(Map.of("Rules", List.of(Map.of("ObjectOwnership", "BucketOwnerEnforced"))));
    }

    @Test
    void theBucketEncryptsWithTheKeyForMoreThanOneObjectAtATime() {
        assertThat(map(template.properties("Bucket").get("BucketEncryption")).get("ServerSideEncryptionConfiguration"))
                .isEqualTo(List.of(Map.of(
                        "BucketKeyEnabled",
                        true,
                        "ServerSideEncryptionByDefault",
                        Map.of("SSEAlgorithm", "aws:kms", "KMSMasterKeyID", KEY))));
    }

    @Test
    void theBucketKeepsNoVersionsOfWhatIsDeleted() {
        assertThat(template.properties("Bucket"))
                .doesNotContainKeys("VersioningConfiguration", "ReplicationConfiguration");
    }

    @ParameterizedTest
    @CsvSource({"uploads/, 2", "exports/, 8", "rejected/, 30"})
    void whatIsKeptForAWhileOnlyGoesByItself(String prefix, int days) {
        var rules = list(
                map(template.properties("Bucket").get("LifecycleConfiguration")).get("Rules"));

        assertThat(rules)
                .map(SamTemplate::map)
                .filteredOn(rule -> prefix.equals(rule.get("Prefix")))
                .singleElement()
                .satisfies(rule ->
                        assertThat(rule).containsEntry("Status", "Enabled").containsEntry("ExpirationInDays", days));
    }

    @ParameterizedTest
    @CsvSource({
        "BucketPolicy, s3:*, Bucket",
        "QueuePolicy, sqs:*, Queue",
        "DeadLetterQueuePolicy, sqs:*, DeadLetterQueue",
        "UndeliveredQueuePolicy, sqs:*, UndeliveredQueue",
        "AlarmTopicPolicy, sns:Publish, AlarmTopic"
    })
    void itIsReachedByTlsOnly(String policy, String actions, String what) {
        var document = map(template.properties(policy).get("PolicyDocument"));
        var denial = list(document.get("Statement")).stream()
                .map(SamTemplate::map)
                .filter(statement -> "TlsOnly".equals(statement.get("Sid")))
                .findFirst()
                .orElseThrow();

        assertThat(denial)
                .containsEntry("Effect", "Deny")
                .containsEntry("Principal", "*")
                .containsEntry("Action", actions)
                .containsEntry("Condition", Map.of("Bool", Map.of("aws:SecureTransport", false)));
        assertThat(list(denial.get("Resource"))).containsAnyOf(Map.of("GetAtt", what + ".Arn"), Map.of("Ref", what));
    }

    @Test
    void aQueuesPolicyIsOfThatQueueAlone() {
        assertThat(template.ofType("AWS::SQS::QueuePolicy"))
                .hasSameSizeAs(template.ofType("AWS::SQS::Queue").keySet())
                .allSatisfy((id, policy) -> {
                    var queue = id.replace("Policy", "");
                    assertThat(policy.get("Queues")).isEqualTo(List.of(Map.of("Ref", queue)));
                    assertThat(list(map(policy.get("PolicyDocument")).get("Statement")))
                            .map(statement -> map(statement).get("Resource"))
                            .containsOnly(Map.of("GetAtt", queue + ".Arn"));
                });
    }

    @Test
    void tlsIsAskedOfTheObjectsToo() {
        assertThat(template.properties("BucketPolicy").toString()).contains("${Bucket.Arn}/*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Queue", "DeadLetterQueue", "UndeliveredQueue"})
    void queuesAreEncrypted(String queue) {
        assertThat(template.properties(queue)).containsEntry("SqsManagedSseEnabled", true);
    }

    @Test
    void alarmsMayUseTheKeyForTheirTopicAlone() {
        var name = map(template.properties("AlarmTopic").get("TopicName")).get("Sub");
        var statements = list(map(template.properties("Key").get("KeyPolicy")).get("Statement"));

        assertThat(statements)
                .map(SamTemplate::map)
                .filteredOn(statement -> "Alarms".equals(statement.get("Sid")))
                .singleElement()
                .satisfies(statement ->
                        assertThat(statement.get("Condition").toString()).contains("aws:sns:topicArn", ":" + name));
    }
}
