package io.tapedeck.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalQueueTest {
    @TempDir
    Path folder;

    private final Queue<LocalQueue.Message> received = new ConcurrentLinkedQueue<>();

    @Test
    void aMessageIsDeliveredOnceAndForgotten() throws Exception {
        try (LocalQueue queue = queue(received::add)) {
            queue.send("hello");
            await().until(() -> received.size() == 1 && files().isEmpty());
        }
        assertThat(received).extracting(LocalQueue.Message::body).containsExactly("hello");
    }

    @Test
    void aFailedMessageComesAgain() throws Exception {
        try (LocalQueue queue = queue(message -> {
            received.add(message);
            if (message.receives() < 3) {
                throw new IllegalStateException("not yet");
            }
        })) {
            queue.send("hello");
            await().until(() -> received.size() == 3 && files().isEmpty());
        }
        assertThat(received).extracting(LocalQueue.Message::receives).containsExactly(1, 2, 3);
    }

    @Test
    void aMessageThatAlwaysFailsIsLaidAside() throws Exception {
        try (LocalQueue queue = queue(message -> {
            received.add(message);
            throw new IllegalStateException("never");
        })) {
            queue.send("poison");
            await().until(() -> files().isEmpty());
        }
        assertThat(received).hasSize(4);
        assertThat(list(folder.resolve("dead")))
                .hasSize(1)
                .first()
                .satisfies(file -> assertThat(file).hasContent("poison"));
    }

    @Test
    void aMessageInWorkWhenTheProcessEndsIsDeliveredByTheNext() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        try (LocalQueue queue = queue(message -> {
            begun.countDown();
            new CountDownLatch(1).await();
        })) {
            queue.send("hello");
            begun.await();
        }
        assertThat(files()).hasSize(1);

        try (LocalQueue queue = queue(received::add)) {
            queue.start();
            await().until(() -> received.size() == 1 && files().isEmpty());
        }
        assertThat(received).extracting(LocalQueue.Message::receives).containsExactly(2);
    }

    @Test
    void aRecordedMessageWaitsUntilItIsReleased() throws Exception {
        try (LocalQueue queue = queue(received::add)) {
            String kept = queue.record("kept");
            String dropped = queue.record("dropped");
            assertThat(files()).hasSize(2);

            queue.discard(dropped);
            queue.deliver(kept);
            await().until(() -> files().isEmpty());
        }
        assertThat(received).extracting(LocalQueue.Message::body).containsExactly("kept");
    }

    private LocalQueue queue(LocalQueue.Receiver receiver) {
        return new LocalQueue(folder, 2, 4, Duration.ofMillis(5), receiver);
    }

    private List<Path> files() throws IOException {
        return list(folder).stream().filter(Files::isRegularFile).toList();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}
