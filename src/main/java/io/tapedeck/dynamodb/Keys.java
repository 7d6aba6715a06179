package io.tapedeck.dynamodb;

import static io.tapedeck.dynamodb.Attributes.text;

import io.tapedeck.id.ExportId;
import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.StorageName;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.Ulid;
import io.tapedeck.id.WebhookId;
import io.tapedeck.recording.UsageStore.Opening;
import io.tapedeck.sharing.Share;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Where each kind of row lies. */
final class Keys {
    static final String VERSIONS = "version#";
    static final String JOBS = "job#";
    static final String EVENTS = "event#";
    static final String EXPORTS = "export#";
    static final String OPENINGS = "opening#";
    static final String STORAGES = "storage#";
    static final String CHECKS = "check#";
    static final String SHARES = "share#";
    static final String HOOKS = "hook#";
    static final String LANES = "lane#";
    static final String DELIVERIES = "delivery#";

    private static final String RECORDING = "recording";

    private Keys() {}

    /** The partition of a recording and all that belongs to it. */
    static String partition(TenantId tenant, RecordingId recording) {
        return tenant + "#" + recording;
    }

    static Map<String, AttributeValue> recording(TenantId tenant, RecordingId recording) {
        return key(partition(tenant, recording), RECORDING);
    }

    static Map<String, AttributeValue> version(TenantId tenant, RecordingId recording, int number) {
        return key(partition(tenant, recording), VERSIONS + "%06d".formatted(number));
    }

    static Map<String, AttributeValue> job(TenantId tenant, RecordingId recording, JobId job) {
        return key(partition(tenant, recording), JOBS + job.ulid());
    }

    static Map<String, AttributeValue> event(TenantId tenant, RecordingId recording, Ulid event) {
        return key(partition(tenant, recording), EVENTS + event);
    }

    static Map<String, AttributeValue> opening(TenantId tenant, RecordingId recording, Opening opening) {
        return key(partition(tenant, recording), OPENINGS + opening.opener());
    }

    /** The partition of a tenant's exports of many recordings. */
    static String exports(TenantId tenant) {
        return tenant + "#exports";
    }

    static Map<String, AttributeValue> export(TenantId tenant, ExportId export) {
        return key(exports(tenant), EXPORTS + export.ulid());
    }

    /** That somebody opened a share, by what tells one time from another. */
    static Map<String, AttributeValue> opening(Share.Place share, String opening) {
        return key(partition(share.tenant(), share.recording()), OPENINGS + share.share() + "#" + opening);
    }

    static Map<String, AttributeValue> share(Share.Place share) {
        return key(
                partition(share.tenant(), share.recording()),
                SHARES + share.share().ulid());
    }

    /** Where the share of a token is, by the token's hash. */
    static Map<String, AttributeValue> shareToken(String token) {
        return key(SHARES + token, "share");
    }

    static Map<String, AttributeValue> apiKey(String id) {
        return key("key#" + id, "key");
    }

    static Map<String, AttributeValue> idempotency(TenantId tenant, String key) {
        return key(tenant + "#idem#" + key, "idem");
    }

    /** The partition of the storages that a tenant has brought, and of what came of trying those that all have. */
    static String storages(TenantId tenant) {
        return tenant + "#storages";
    }

    static Map<String, AttributeValue> storage(TenantId tenant, StorageName name) {
        return key(storages(tenant), STORAGES + name);
    }

    static Map<String, AttributeValue> storageCheck(TenantId tenant, StorageName shared) {
        return key(storages(tenant), CHECKS + shared);
    }

    /** Where it is said which storage new recordings go to. */
    static Map<String, AttributeValue> standardStorage(TenantId tenant) {
        return key(storages(tenant), "default");
    }

    /** The partition of a tenant's webhooks. */
    static String webhooks(TenantId tenant) {
        return tenant + "#hooks";
    }

    static Map<String, AttributeValue> webhook(TenantId tenant, WebhookId webhook) {
        return key(webhooks(tenant), HOOKS + webhook.ulid());
    }

    /** The partition of what a webhook was told, and of how far it has been told. */
    static String told(TenantId tenant, WebhookId webhook) {
        return tenant + "#" + webhook;
    }

    static Map<String, AttributeValue> lane(TenantId tenant, WebhookId webhook, RecordingId recording) {
        return key(told(tenant, webhook), LANES + recording);
    }

    static Map<String, AttributeValue> delivery(TenantId tenant, WebhookId webhook, Ulid event) {
        return key(told(tenant, webhook), DELIVERIES + event);
    }

    /** The partition of the months in which a tenant has recordings. */
    static String months(TenantId tenant) {
        return tenant + "#months";
    }

    static Map<String, AttributeValue> key(String partition, String sort) {
        return Map.of("pk", text(partition), "sk", text(sort));
    }
}
