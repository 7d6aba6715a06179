package io.tapedeck.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.UUID;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * A queue that outlives the process: every message is a file until its receiver has returned normally. Delivery is at
 * least once, in any order, by a fixed number of workers; what fails is tried again later and in the end laid aside in
 * the folder {@code dead}.
 */
final class LocalQueue implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(LocalQueue.class);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(1);

    /** What is done with a message; any exception means that it comes again. */
    interface Receiver {
        void receive(Message message) throws Exception;
    }

    /**
     * A message as its receiver sees it.
     *
     * @param receives how often it was received, this time included
     */
    record Message(String id, String body, int receives) {}

    private final Path folder;
    private final Path dead;
    private final int maxReceives;
    private final Duration firstDelay;
    private final Receiver receiver;
    private final ScheduledThreadPoolExecutor workers;

    /**
     * @param folder where its messages lie; made when it is missing
     * @param maxReceives after so many failures a message is laid aside
     * @param firstDelay wait before the second try; it doubles with every further one, up to a minute
     */
    LocalQueue(Path folder, int workers, int maxReceives, Duration firstDelay, Receiver receiver) {
        this.folder = folder;
        this.dead = folder.resolve("dead");
        this.maxReceives = maxReceives;
        this.firstDelay = firstDelay;
        this.receiver = receiver;
        this.workers = new ScheduledThreadPoolExecutor(
                workers,
                Thread.ofPlatform().name(folder.getFileName() + "-", 1).daemon().factory());
        unchecked(() -> Files.createDirectories(dead));
    }

    /** Delivers what an earlier run left behind. */
    void start() {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".msg")).sorted().forEach(file -> schedule(id(file), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a message and has it delivered. */
    void send(String body) {
        deliver(record(body));
    }

    /** Keeps a message and has it delivered later, or after a restart at once. */
    void send(String body, Duration delay) {
        schedule(record(body), delay.toMillis());
    }

    /** Keeps a message without delivering it in this run: {@link #deliver} or {@link #discard} follows, or a restart. */
    String record(String body) {
        String id = "%013d-%s".formatted(System.currentTimeMillis(), UUID.randomUUID());
        Path draft = folder.resolve(id + ".tmp");
        unchecked(() -> Files.writeString(draft, body));
        unchecked(() -> Files.move(draft, file(id, 0), StandardCopyOption.ATOMIC_MOVE));
        return id;
    }

    /** Has a recorded message delivered. */
    void deliver(String id) {
        schedule(id, 0);
    }

    /** Forgets a recorded message. */
    void discard(String id) {
        find(id).forEach(file -> unchecked(() -> Files.deleteIfExists(file)));
    }

    @Override
    public void close() throws InterruptedException {
        workers.shutdownNow();
        workers.awaitTermination(5, TimeUnit.SECONDS);
    }

    private void schedule(String id, long delayMillis) {
        if (!workers.isShutdown()) {
            workers.schedule(() -> attempt(id), delayMillis, TimeUnit.MILLISECONDS);
        }
    }

    private void attempt(String id) {
        try {
            find(id).findFirst().ifPresent(this::receive);
        } catch (RuntimeException e) {
            LOG.errorf(e, "queue %s: message %s cannot be read", folder.getFileName(), id);
        }
    }

    private void receive(Path file) {
        // who is killed each time may come to more
        int receives = Math.min(receives(file) + 1, maxReceives);
        Path received = file(id(file), receives);
        unchecked(() -> Files.move(file, received, StandardCopyOption.ATOMIC_MOVE));
        try {
            receiver.receive(new Message(id(file), Files.readString(received), receives));
            Files.delete(received);
        } catch (Exception e) {
            failed(received, receives, e);
        }
    }

    private void failed(Path file, int receives, Exception cause) {
        if (workers.isShutdown()) {
            return;
        }
        LOG.warnf("queue %s: message %s failed, time %d: %s", folder.getFileName(), id(file), receives, cause);
        if (receives >= maxReceives) {
            unchecked(() -> Files.move(file, dead.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE));
        } else {
            schedule(id(file), delay(receives).toMillis());
        }
    }

    private Duration delay(int receives) {
        Duration delay = firstDelay.multipliedBy(1L << Math.min(receives - 1, 16));
        return delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
    }

    private Stream<Path> find(String id) {
        return Stream.iterate(0, n -> n <= maxReceives, n -> n + 1)
                .map(n -> file(id, n))
                .filter(Files::exists)
                .sorted(Comparator.reverseOrder());
    }

    private Path file(String id, int receives) {
        return folder.resolve(id + "." + receives + ".msg");
    }

    private static String id(Path file) {
        return file.getFileName().toString().split("\\.")[0];
    }

    private static int receives(Path file) {
        return Integer.parseInt(file.getFileName().toString().split("\\.")[1]);
    }

    private interface FileAction {
        Object run() throws IOException;
    }

    private static void unchecked(FileAction action) {
        try {
            action.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
