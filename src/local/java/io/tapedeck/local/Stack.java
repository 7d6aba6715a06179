package io.tapedeck.local;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Starts what runs beside the gateway before the first request can come, and stops it. */
@Singleton
class Stack {
    private final Settings settings;
    private final Template template;
    private final EmbeddedServers servers;
    private final DynamoDbClient dynamoDb;
    private final WorkQueue work;
    private final ErrandQueue errands;
    private final StreamPump pump;
    private final Schedule schedule;
    private final AbandonedJobs abandoned;

    Stack(
            Settings settings,
            Template template,
            EmbeddedServers servers,
            DynamoDbClient dynamoDb,
            WorkQueue work,
            ErrandQueue errands,
            StreamPump pump,
            Schedule schedule,
            AbandonedJobs abandoned) {
        this.settings = settings;
        this.template = template;
        this.servers = servers;
        this.dynamoDb = dynamoDb;
        this.work = work;
        this.errands = errands;
        this.pump = pump;
        this.schedule = schedule;
        this.abandoned = abandoned;
    }

    void start(@Observes StartupEvent event) {
        new TableSetup(template.table()).create(dynamoDb, settings.table());
        errands.start();
        abandoned.release();
        work.start();
        pump.start();
        servers.deliverNotifications();
        schedule.start();
    }

    void stop(@Observes ShutdownEvent event) throws Exception {
        pump.stop();
        work.stop();
        errands.stop();
        servers.stopNotifications();
    }
}
