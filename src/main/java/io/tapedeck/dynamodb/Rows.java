package io.tapedeck.dynamodb;

import static io.tapedeck.dynamodb.Attributes.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapedeck.access.ApiKey;
import io.tapedeck.bulk.BulkExport;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.StorageName;
import io.tapedeck.id.TenantId;
import io.tapedeck.json.Json;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Dispatch;
import io.tapedeck.recording.Job;
import io.tapedeck.remote.RemoteStorage;
import io.tapedeck.remote.StorageCheck;
import io.tapedeck.sharing.Share;
import io.tapedeck.webhook.Delivery;
import io.tapedeck.webhook.Lane;
import io.tapedeck.webhook.Webhook;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The core's records as rows: each component an attribute under its stored name, next to the keys. */
public final class Rows {
    private static final String READY = "ready";
    private static final List<Class<? extends Record>> KINDS = List.of(
            CallRecording.class,
            AudioVersion.class,
            Job.class,
            BulkExport.class,
            ApiKey.class,
            Share.class,
            RemoteStorage.class,
            StorageCheck.class,
            Webhook.class,
            Lane.class,
            Delivery.class);

    private final RecordNames names = StoredNames.all();
    private final ObjectMapper mapper;

    public Rows(Json json) {
        this.mapper = names.mapper(json);
    }

    /** Finds out how all that is stored is read and written, which the first of each would wait for otherwise. */
    public void prepare() {
        for (var kind : KINDS) {
            mapper.readerFor(kind);
            mapper.writerFor(kind);
        }
    }

    /** The stored names of the components of a record that may be absent. */
    List<String> optional(Class<? extends Record> type) {
        return names.optional(type);
    }

    /** The components of a record. */
    ObjectNode tree(Object value) {
        return mapper.valueToTree(value);
    }

    /** The record that the components are of. */
    <T> T value(JsonNode tree, Class<T> type) {
        try {
            return mapper.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, AttributeValue> version(TenantId tenant, RecordingId recording, AudioVersion version) {
        return row(Keys.version(tenant, recording, version.number()), tree(version));
    }

    AudioVersion version(Map<String, AttributeValue> row) {
        return value(Attributes.tree(row), AudioVersion.class);
    }

    /** The row of a job. Only one that a worker may take has the attribute {@code ready}, which the queue is told of. */
    Map<String, AttributeValue> job(Job job) {
        var row = row(Keys.job(job.tenant(), job.recording(), job.id()), JobForm.stored(tree(job)));
        return dispatched(row, job.id().toString(), job.dispatch());
    }

    Job job(Map<String, AttributeValue> row) {
        return value(JobForm.read(Attributes.tree(row)).put(READY, row.containsKey(READY)), Job.class);
    }

    /** The row of an export of many recordings, which workers are told of as they are of jobs. */
    Map<String, AttributeValue> export(BulkExport export) {
        var row = row(Keys.export(export.tenant(), export.id()), tree(export));
        return dispatched(row, export.id().toString(), export.dispatch());
    }

    BulkExport export(Map<String, AttributeValue> row) {
        return value(Attributes.tree(row).put(READY, row.containsKey(READY)), BulkExport.class);
    }

    private static Map<String, AttributeValue> dispatched(
            Map<String, AttributeValue> row, String id, Dispatch dispatch) {
        row.remove(READY);
        if (dispatch.ready()) {
            row.put(READY, text("now"));
        }
        dispatch.due().ifPresent(due -> row.putAll(DueIndex.attributes(id, due)));
        return row;
    }

    Map<String, AttributeValue> storage(TenantId tenant, RemoteStorage storage) {
        return row(Keys.storage(tenant, storage.place().name()), tree(storage));
    }

    RemoteStorage storage(Map<String, AttributeValue> row) {
        return value(Attributes.tree(row), RemoteStorage.class);
    }

    Map<String, AttributeValue> check(TenantId tenant, StorageName shared, StorageCheck check) {
        return row(Keys.storageCheck(tenant, shared), tree(check));
    }

    StorageCheck check(Map<String, AttributeValue> row) {
        return value(Attributes.tree(row), StorageCheck.class);
    }

    Map<String, AttributeValue> key(ApiKey key) {
        return row(Keys.apiKey(key.id()), tree(key));
    }

    ApiKey key(Map<String, AttributeValue> row) {
        return value(Attributes.tree(row), ApiKey.class);
    }

    Map<String, AttributeValue> share(Share share) {
        return row(Keys.share(share.place()), tree(share));
    }

    Share share(Map<String, AttributeValue> row) {
        return value(Attributes.tree(row), Share.class);
    }

    Map<String, AttributeValue> webhook(Webhook webhook) {
        return row(Keys.webhook(webhook.tenant(), webhook.id()), tree(webhook));
    }

    Webhook webhook(Map<String, AttributeValue> row) {
        return value(Attributes.tree(row), Webhook.class);
    }

    /** The row of a lane, which the clock finds when it is time. */
    Map<String, AttributeValue> lane(Lane lane) {
        var row = row(Keys.lane(lane.tenant(), lane.webhook(), lane.recording()), tree(lane));
        lane.until()
                .ifPresent(
                        until -> row.putAll(DueIndex.attributes(lane.recording().toString(), until)));
        return row;
    }

    Lane lane(Map<String, AttributeValue> row) {
        return value(Attributes.tree(row), Lane.class);
    }

    Map<String, AttributeValue> delivery(Delivery delivery) {
        return row(Keys.delivery(delivery.tenant(), delivery.webhook(), delivery.event()), tree(delivery));
    }

    Delivery delivery(Map<String, AttributeValue> row) {
        return value(Attributes.tree(row), Delivery.class);
    }

    /** What an attribute holds that is a record. */
    AttributeValue attribute(Record value) {
        return AttributeValue.fromM(Attributes.row(tree(value)));
    }

    /** A row of a key and the components of a record. */
    private static Map<String, AttributeValue> row(Map<String, AttributeValue> key, JsonNode tree) {
        var row = new HashMap<>(Attributes.row(tree));
        row.putAll(key);
        return row;
    }
}
