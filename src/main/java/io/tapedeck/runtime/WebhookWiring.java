package io.tapedeck.runtime;

import io.quarkus.arc.DefaultBean;
import io.tapedeck.concurrency.Deadline;
import io.tapedeck.dynamodb.DynamoDeliveryStore;
import io.tapedeck.dynamodb.DynamoLaneStore;
import io.tapedeck.dynamodb.DynamoWebhookStore;
import io.tapedeck.dynamodb.Rows;
import io.tapedeck.dynamodb.Table;
import io.tapedeck.egress.HttpSender;
import io.tapedeck.function.webhooks.WebhookRequest;
import io.tapedeck.id.UlidSource;
import io.tapedeck.json.EventData;
import io.tapedeck.json.Json;
import io.tapedeck.json.WebhookMessages;
import io.tapedeck.recording.EventStore;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.secret.SecretStore;
import io.tapedeck.sqs.SqsErrands;
import io.tapedeck.webhook.Delivering;
import io.tapedeck.webhook.DeliveryStore;
import io.tapedeck.webhook.Errands;
import io.tapedeck.webhook.LaneStore;
import io.tapedeck.webhook.LaneWork;
import io.tapedeck.webhook.Messages;
import io.tapedeck.webhook.Posting;
import io.tapedeck.webhook.RetrySchedule;
import io.tapedeck.webhook.Sender;
import io.tapedeck.webhook.SigningKeys;
import io.tapedeck.webhook.WebhookStore;
import io.tapedeck.webhook.Webhooks;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/** Puts together what tells webhooks of events. */
@Singleton
class WebhookWiring {
    @Produces
    @Singleton
    WebhookStore webhookStore(Table table, Rows rows) {
        return new DynamoWebhookStore(table, rows);
    }

    @Produces
    @Singleton
    LaneStore lanes(Table table, Rows rows, Clock clock) {
        return new DynamoLaneStore(table, rows, clock);
    }

    @Produces
    @Singleton
    DeliveryStore deliveries(Table table, Rows rows, Clock clock) {
        return new DynamoDeliveryStore(table, rows, clock);
    }

    @Produces
    @Singleton
    @DefaultBean
    Errands errands(Settings.Sqs settings, Settings.S3 s3, Json json, Clock clock, Deadline deadline) {
        return SqsErrands.in(s3.region(), settings.errands().orElse(""), json::write, clock, deadline);
    }

    @Produces
    @Singleton
    Sender sender(Settings.Egress egress) {
        return new HttpSender(egress.allowPrivateTargets());
    }

    @Produces
    @Singleton
    SigningKeys keys(SecretStore secrets) {
        return new SigningKeys(secrets);
    }

    @Produces
    @Singleton
    Messages messages(EventData events, Json json) {
        return new WebhookMessages(events, json);
    }

    @Produces
    @Singleton
    WebhookRequest requests(Sender sender) {
        return new WebhookRequest(sender);
    }

    @Produces
    @Singleton
    Webhooks webhooks(
            WebhookStore store,
            DeliveryStore deliveries,
            SigningKeys keys,
            Errands errands,
            SecureRandom random,
            Clock clock) {
        return new Webhooks(store, deliveries, keys, errands, random, clock);
    }

    @Produces
    @Singleton
    Posting posting(
            WebhookStore webhooks,
            DeliveryStore deliveries,
            SigningKeys keys,
            Sender sender,
            Messages messages,
            SecureRandom random,
            Clock clock) {
        return new Posting(webhooks, deliveries, keys, sender, messages, new RetrySchedule(random), clock);
    }

    @Produces
    @Singleton
    LaneWork work(
            LaneStore lanes,
            WebhookStore webhooks,
            DeliveryStore deliveries,
            EventStore events,
            Posting posting,
            Errands errands,
            Clock clock) {
        return new LaneWork(lanes, webhooks, deliveries, events, posting, errands, clock);
    }

    @Produces
    @Singleton
    Delivering delivering(
            WebhookStore webhooks,
            LaneStore lanes,
            RecordingStore recordings,
            Messages messages,
            LaneWork work,
            Posting posting,
            Errands errands,
            UlidSource ids,
            Clock clock) {
        return new Delivering(webhooks, lanes, recordings, messages, work, posting, errands, ids, clock);
    }
}
