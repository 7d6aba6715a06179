package io.tapedeck.local;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The embedded servers, running from the moment somebody needs one until the application stops. */
@Singleton
class EmbeddedServers {
    private final EmbeddedDynamoDb dynamoDb;
    private final EmbeddedS3 s3;

    EmbeddedServers(Settings settings, Template template, Functions functions) {
        CompletableFuture<EmbeddedDynamoDb> starting = CompletableFuture.supplyAsync(() -> EmbeddedDynamoDb.start(
                settings.dynamodbLibraries(),
                settings.inMemory()
                        ? Optional.empty()
                        : Optional.of(settings.dataDir().resolve("dynamodb"))));
        this.s3 = EmbeddedS3.start(
                settings.dataDir(),
                settings.s3Port(),
                settings.bucket(),
                settings.workerCount(),
                Secrets.in(settings.dataDir()),
                template.bucketCors(),
                event -> functions.invoke("ingest", event));
        this.dynamoDb = starting.join();
    }

    URI dynamoDb() {
        return dynamoDb.endpoint();
    }

    URI s3() {
        return s3.endpoint();
    }

    void deliverNotifications() {
        s3.deliverNotifications();
    }

    /** What is not delivered by now is delivered after the next start. */
    void stopNotifications() throws InterruptedException {
        s3.stopNotifications();
    }

    @PreDestroy
    void stop() throws Exception {
        s3.close();
        dynamoDb.close();
    }
}
