package io.tapedeck.dynamodb;

import static io.tapedeck.dynamodb.Attributes.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.json.Json;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.Job;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The core's records as rows: each component an attribute, next to the keys. */
final class Rows {
    private static final String READY = "ready";

    private final Json json;

    Rows(Json json) {
        this.json = json;
    }

    /** The components of a record. */
    ObjectNode tree(Object value) {
        return json.mapper().valueToTree(value);
    }

    /** The record that the components are of. */
    <T> T value(JsonNode tree, Class<T> type) {
        try {
            return json.mapper().treeToValue(tree, type);
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
        var tree = JobForm.stored(tree(job));
        tree.remove(READY);
        var row = row(Keys.job(job.tenant(), job.recording(), job.id()), tree);
        if (job.ready()) {
            row.put(READY, text("now"));
        }
        job.due().ifPresent(due -> row.putAll(DueIndex.attributes(job.id().toString(), due)));
        return row;
    }

    Job job(Map<String, AttributeValue> row) {
        return value(JobForm.read(Attributes.tree(row)).put(READY, row.containsKey(READY)), Job.class);
    }

    /** A row of a key and the components of a record. */
    static Map<String, AttributeValue> row(Map<String, AttributeValue> key, JsonNode tree) {
        var row = new HashMap<>(Attributes.row(tree));
        row.putAll(key);
        return row;
    }
}
