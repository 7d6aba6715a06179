package io.tapedeck.dynamodb;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Runs the same task on many threads that all start at once. */
public final class SideBySide {
    private SideBySide() {}

    public static <T> List<T> run(int threads, Supplier<T> task) {
        var start = new CountDownLatch(threads);
        try (var executor = Executors.newFixedThreadPool(threads)) {
            var runs = Stream.generate(
                            () -> CompletableFuture.supplyAsync(() -> onceAllAreThere(start, task), executor))
                    .limit(threads)
                    .toList();
            return runs.stream().map(CompletableFuture::join).toList();
        }
    }

    private static <T> T onceAllAreThere(CountDownLatch start, Supplier<T> task) {
        start.countDown();
        try {
            start.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return task.get();
    }
}
