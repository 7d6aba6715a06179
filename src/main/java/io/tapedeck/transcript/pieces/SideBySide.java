package io.tapedeck.transcript.pieces;

import io.tapedeck.transcript.pieces.PieceHearing.Heard;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.DoubleConsumer;

/**
 * Hears pieces, so many at a time, and begins none that would not be heard in time. One at least is heard, however little time is
 * left, or those who go on could do so forever.
 */
final class SideBySide {
    private final PieceHearing hearing;
    private final TimeLeft time;
    private final Deque<Piece> waiting;
    private final double seconds;
    private final DoubleConsumer progress;
    private final Pace pace = new Pace();
    private final List<Heard> heard = new ArrayList<>();
    /** What is under way, and the time that was left when it began. */
    private final Map<Future<Heard>, Optional<Duration>> running = new HashMap<>();

    private Optional<Throwable> failure = Optional.empty();
    private double done;

    SideBySide(PieceHearing hearing, TimeLeft time, List<Piece> pieces, DoubleConsumer progress) {
        this.hearing = hearing;
        this.time = time;
        this.waiting = new ArrayDeque<>(pieces);
        this.seconds = pieces.stream().mapToDouble(Piece::length).sum();
        this.progress = progress;
    }

    /**
     * What is said in all pieces; empty if time is up before. If one cannot be heard, those under way are heard to their end, for
     * whoever goes on, before the reason is thrown.
     *
     * @throws InterruptedException if nobody waits any more; all that was under way has ended then
     */
    Optional<List<Heard>> hear(int cores) throws InterruptedException {
        var threads = Executors.newFixedThreadPool(
                cores, task -> Thread.ofPlatform().daemon().name("piece").unstarted(task));
        try {
            hear(cores, threads);
        } finally {
            threads.shutdownNow();
            threads.close();
        }
        if (failure.isPresent()) {
            throw failure.get() instanceof RuntimeException reason ? reason : new IllegalStateException(failure.get());
        }
        return waiting.isEmpty() ? Optional.of(List.copyOf(heard)) : Optional.empty();
    }

    private void hear(int cores, ExecutorService threads) throws InterruptedException {
        var completion = new ExecutorCompletionService<Heard>(threads);
        while (true) {
            while (running.size() < cores && isNextInTime()) {
                var piece = waiting.remove();
                running.put(completion.submit(() -> hearing.hear(piece)), time.left());
            }
            if (running.isEmpty()) {
                return;
            }
            take(completion.take());
        }
    }

    private boolean isNextInTime() {
        return !waiting.isEmpty()
                && failure.isEmpty()
                && (!pace.isKnown() || time.left().map(this::isNextHeardWithin).orElse(true));
    }

    private boolean isNextHeardWithin(Duration left) {
        return pace.fits(waiting.element().length(), left);
    }

    private void take(Future<Heard> ended) throws InterruptedException {
        var leftBefore = running.remove(ended);
        try {
            var result = ended.get();
            heard.add(result);
            if (result.isNew()) {
                var sound = result.piece().length();
                time.left()
                        .ifPresent(
                                left -> pace.add(sound, leftBefore.orElse(left).minus(left)));
            }
            done += result.piece().length();
            progress.accept(Math.min(1, done / seconds));
        } catch (ExecutionException e) {
            failure = failure.or(() -> Optional.of(e.getCause()));
        }
    }
}
