package io.tapedeck.api;

import static org.awaitility.Awaitility.await;

import io.tapedeck.SampleAudio;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps every worker of the stack at an import that is not over before this is closed, so that other jobs wait. */
final class BusyWorkers implements AutoCloseable {
    private final Source source = new Source();
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger busy = new AtomicInteger();

    BusyWorkers(Caller caller) {
        var url = source.serve("/endless", exchange -> {
            busy.incrementAndGet();
            awaitEnd();
            Source.answer(exchange, 200, SampleAudio.TONE_WAV.bytes());
        });
        var workers = Runtime.getRuntime().availableProcessors();
        for (int i = 0; i < workers; i++) {
            caller.create(Map.of("source", Map.of("url", url)));
        }
        await().atMost(Caller.PATIENCE).until(() -> busy.get() == workers);
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        end.countDown();
    }
}
