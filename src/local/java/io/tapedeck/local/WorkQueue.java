package io.tapedeck.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapedeck.audio.Action;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * The queue of jobs and exports that are ready, handed to the function {@code work} as SQS hands it its messages. Jobs that
 * transcribe, which can take as long as the call did, and exports of many recordings have workers of their own, so that no other
 * waits for them.
 */
@Singleton
class WorkQueue {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_RECEIVES = 5;

    private final LocalQueue queue;
    private final LocalQueue speech;
    private final LocalQueue exports;
    private final Functions functions;

    WorkQueue(Settings settings, Functions functions) {
        this.functions = functions;
        this.queue = queue(settings, "jobs");
        this.speech = queue(settings, "speech-jobs");
        this.exports = queue(settings, "exports");
    }

    private LocalQueue queue(Settings settings, String folder) {
        return new LocalQueue(
                settings.dataDir().resolve(folder),
                settings.workerCount(),
                MAX_RECEIVES,
                Duration.ofSeconds(1),
                new SqsTrigger(functions, "work"));
    }

    void start() {
        queue.start();
        speech.start();
        exports.start();
    }

    void stop() throws InterruptedException {
        queue.close();
        speech.close();
        exports.close();
    }

    void send(String action, String tenant, String recording, String job) {
        var line = action.equals(Action.TRANSCRIBE.toString()) ? speech : queue;
        line.send(order(tenant, recording, job));
    }

    void sendExport(String tenant, String recording, String export) {
        exports.send(order(tenant, recording, export));
    }

    private static String order(String tenant, String recording, String job) {
        return JSON.createObjectNode()
                .put("tenant", tenant)
                .put("recording", recording)
                .put("job", job)
                .toString();
    }
}
