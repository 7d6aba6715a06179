package io.tapedeck.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapedeck.access.IdempotencyStore.Claim;
import io.tapedeck.id.StorageName;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.Ulid;
import io.tapedeck.json.Json;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Job;
import io.tapedeck.recording.Lifecycle;
import io.tapedeck.recording.Status;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What an earlier release has stored is read by this one, and written again under the same names. */
@ExtendWith(DynamoDbLocal.class)
class StoredRowsTest {
    /** What is written since, beside the names that the rows here have. */
    private static final Set<String> ADDED = Set.of(
            "inParts",
            "storages",
            "job/inParts",
            "redaction",
            "intake/adopted",
            "retention/expiresAt",
            "retention/expiryFollows",
            "failures",
            "handed",
            "result/kind",
            "job/failures",
            "job/handed",
            "job/result/kind");

    private final Table table;
    private final Rows rows = new Rows(new Json());
    private final RecordingRows recordings = new RecordingRows(rows);

    StoredRowsTest(Table table) {
        this.table = table;
    }

    @Test
    void recordingsInEveryState() {
        var stored = read("recordings");

        for (var row : stored) {
            assertKept(
                    row, recordings.attributes(recordings.recording(row)), "pk", "sk", "downloadCount", "lastAccessed");
        }
        assertThat(stored.stream()
                        .map(recordings::recording)
                        .map(CallRecording::lifecycle)
                        .map(Lifecycle::status))
                .contains(Status.values());
    }

    @Test
    void versions() {
        for (var row : read("versions")) {
            assertKept(row, Attributes.row(rows.tree(rows.version(row))), "pk", "sk");
        }
    }

    @Test
    void jobsOfEveryKind() {
        var stored = read("jobs");

        for (var row : stored) {
            assertKept(row, rows.job(rows.job(row)));
        }
        assertThat(stored.stream().map(rows::job).map(job -> job.execution().status()))
                .contains(Job.State.AWAITING_UPLOAD, Job.State.QUEUED, Job.State.SUCCEEDED, Job.State.FAILED);
    }

    @Test
    void exportsOfManyRecordings() {
        for (var row : read("exports")) {
            assertKept(row, rows.export(rows.export(row)), "recording", "ttl");
        }
    }

    @Test
    void events() {
        for (var row : read("events")) {
            var event = EventRows.event(row);
            assertThat(List.of(event.id(), event.type(), event.actor(), event.data(), event.sequence()))
                    .containsExactly(
                            row.get("id").s(),
                            row.get("type").s(),
                            row.get("actor").s(),
                            row.get("data").s(),
                            row.get("sequence").s());
        }
    }

    @Test
    void webhooksHowFarTheyAreAndWhatTheyWereTold() {
        for (var row : read("webhooks")) {
            assertKept(row, rows.webhook(rows.webhook(row)));
        }
        for (var row : read("lanes")) {
            assertKept(row, rows.lane(rows.lane(row)), "ttl");
        }
        for (var row : read("deliveries")) {
            assertKept(row, rows.delivery(rows.delivery(row)), "ttl");
        }
    }

    @Test
    void storagesOfATenantWhatCameOfTryingAllAndTheOneThatNewRecordingsGoTo() {
        for (var row : read("storages")) {
            assertKept(row, rows.storage(new TenantId("local"), rows.storage(row)));
        }
        for (var row : read("storage-checks")) {
            assertKept(row, rows.check(new TenantId("local"), new StorageName("gcs"), rows.check(row)));
        }
        for (var row : read("storage-defaults")) {
            var registry = new DynamoStorageRegistry(table, rows);
            table.client().putItem(table.put(row).build());
            var chosen = registry.standard(new TenantId("local")).orElseThrow();
            registry.choose(new TenantId("local"), chosen);

            assertThat(table.get(Keys.standardStorage(new TenantId("local")))).hasValue(row);
        }
    }

    @Test
    void aRecordingElsewhereLiesThereWithAllThatBelongsToIt() {
        var recording = recordings.recording(read("recordings").getLast());
        var version = rows.version(read("versions").getLast());

        assertThat(recording.placement().storage()).hasValue(new StorageName("gcs"));
        assertThat(recording.placement().storages())
                .containsExactly(
                        Optional.empty(), Optional.of(new StorageName("gcs")), Optional.of(new StorageName("archive")));
        assertThat(recording.audio()).hasValue(version);
        assertThat(version.liesIn(Optional.of(new StorageName("gcs")))).isTrue();
        assertThat(version.documents())
                .isNotEmpty()
                .allMatch(key -> key.storage().equals(Optional.of(new StorageName("gcs"))));
    }

    @Test
    void keys() {
        for (var row : read("keys")) {
            assertKept(row, rows.key(rows.key(row)), "listingKey");
        }
    }

    @Test
    void answersUnderAnIdempotencyKey() {
        for (var row : read("idempotency")) {
            table.client().putItem(table.put(row).build());
            var key = row.get("pk").s().split("#")[2];
            var request = row.get("request").s();
            var beforeItsEnd = Attributes.time(row.get("ttl")).minusSeconds(1);

            var claim = new DynamoIdempotencyStore(table)
                    .claim(
                            new TenantId("local"),
                            key,
                            request,
                            Ulid.of(Instant.ofEpochMilli(1), new byte[10]),
                            beforeItsEnd,
                            beforeItsEnd.plusSeconds(9));

            assertThat(claim)
                    .isInstanceOfSatisfying(
                            Claim.Answered.class,
                            answered -> assertThat(answered.reply())
                                    .isEqualTo(row.get("reply").b().asByteArray()));
        }
    }

    /**
     * It has the names that it had, at any depth, and no others than are known to have been added. Whether numbers are written with or without trailing zeros, and in which order a
     * set, makes no difference.
     */
    private static void assertKept(
            Map<String, AttributeValue> stored, Map<String, AttributeValue> written, String... kept) {
        var expected = new HashMap<>(stored);
        expected.keySet().removeAll(List.of(kept));
        assertThat(flat(written)).containsAllEntriesOf(flat(expected));
        assertThat(names(written))
                .filteredOn(name -> !names(expected).contains(name))
                .isSubsetOf(ADDED);
    }

    private static Set<String> names(Map<String, AttributeValue> row) {
        return flat(row).keySet().stream()
                .map(path -> path.replaceAll("/\\d+", "/*"))
                .collect(Collectors.toSet());
    }

    private static Map<String, Object> flat(Map<String, AttributeValue> row) {
        var flat = new TreeMap<String, Object>();
        row.forEach((name, value) -> flatten(name, value, flat));
        return flat;
    }

    private static void flatten(String path, AttributeValue value, Map<String, Object> flat) {
        switch (value.type()) {
            case N -> flat.put(path, new BigDecimal(value.n()).stripTrailingZeros());
            case M -> value.m().forEach((name, member) -> flatten(path + "/" + name, member, flat));
            case L -> {
                var items = value.l().stream()
                        .sorted(Comparator.comparing(Object::toString))
                        .toList();
                for (int i = 0; i < items.size(); i++) {
                    flatten(path + "/" + i, items.get(i), flat);
                }
            }
            default -> flat.put(path, value);
        }
    }

    private static List<Map<String, AttributeValue>> read(String kind) {
        try (var file = StoredRowsTest.class.getResourceAsStream("/rows/" + kind + ".json")) {
            return StreamSupport.stream(new ObjectMapper().readTree(file).spliterator(), false)
                    .map(StoredRowsTest::row)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, AttributeValue> row(JsonNode typed) {
        var row = new HashMap<String, AttributeValue>();
        typed.properties().forEach(attribute -> row.put(attribute.getKey(), value(attribute.getValue())));
        return row;
    }

    private static AttributeValue value(JsonNode typed) {
        var type = typed.fieldNames().next();
        var value = typed.get(type);
        return switch (type) {
            case "S" -> AttributeValue.fromS(value.asText());
            case "N" -> AttributeValue.fromN(value.asText());
            case "BOOL" -> AttributeValue.fromBool(value.asBoolean());
            case "B" ->
                AttributeValue.fromB(SdkBytes.fromByteArray(Base64.getDecoder().decode(value.asText())));
            case "M" -> AttributeValue.fromM(row(value));
            case "L" ->
                AttributeValue.fromL(StreamSupport.stream(value.spliterator(), false)
                        .map(StoredRowsTest::value)
                        .toList());
            default -> throw new IllegalArgumentException(type);
        };
    }
}
