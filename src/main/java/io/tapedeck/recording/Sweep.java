package io.tapedeck.recording;

import io.tapedeck.recording.Agenda.Due;
import io.tapedeck.recording.Agenda.Due.DueJob;
import io.tapedeck.recording.Agenda.Due.DueRecording;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What the clock does: expires and deletes recordings, fails uploads that never came, and makes ready again the jobs that
 * lost their worker. It goes on from where the last sweep stopped, so that a missed one is caught up, and several at the
 * same time do no harm.
 */
public final class Sweep {
    private static final Logger LOG = System.getLogger(Sweep.class.getName());
    private static final int BATCH = 200;
    private static final int SIDE_BY_SIDE = 16;
    private static final long HOUR = 3600;

    /** How long the hour before is still looked at, for writers whose clock is behind. */
    private static final long HOURS_KEPT = 1;

    private final Agenda agenda;
    private final Recordings recordings;
    private final DueRecordings dueRecordings;
    private final LostJobs lostJobs;

    public Sweep(Agenda agenda, Recordings recordings, RecordingStore store, Deletions deletions, LostJobs lostJobs) {
        this.agenda = agenda;
        this.recordings = recordings;
        this.dueRecordings = new DueRecordings(recordings, store, deletions);
        this.lostJobs = lostJobs;
    }

    /**
     * Does all that is due.
     *
     * @param budget how long it may take; the next sweep goes on with what is left
     */
    public Report run(Duration budget) {
        var end = System.nanoTime() + budget.toNanos();
        var now = recordings.now();
        var fates = new EnumMap<Fate, Integer>(Fate.class);
        var failed = new HashSet<Due>();
        var undone = OptionalLong.empty();
        for (var hour = agenda.watermark(); hour <= now / HOUR; hour++) {
            sweep(hour, now, end, fates, failed);
            var complete = System.nanoTime() <= end;
            if (undone.isEmpty() && (!complete || !failed.isEmpty())) {
                undone = OptionalLong.of(hour);
            }
            if (!complete) {
                return report(fates, failed, undone, false);
            }
            if (failed.isEmpty()) {
                agenda.advance(Math.min(hour + 1, now / HOUR - HOURS_KEPT));
            }
        }
        return report(fates, failed, undone, true);
    }

    private Report report(Map<Fate, Integer> fates, Set<Due> failed, OptionalLong undone, boolean complete) {
        var lag = undone.isPresent() ? Math.max(0, recordings.now() - undone.getAsLong() * HOUR) : 0;
        return new Report(fates, failed.size(), complete, lag);
    }

    private void sweep(long hour, long now, long end, Map<Fate, Integer> fates, Set<Due> failed) {
        var handled = new HashSet<Due>();
        while (System.nanoTime() <= end) {
            var batch = agenda.due(hour, now, BATCH + handled.size() + failed.size()).stream()
                    .filter(due -> !handled.contains(due) && !failed.contains(due))
                    .limit(BATCH)
                    .toList();
            if (batch.isEmpty()) {
                break;
            }
            var outcomes = handleAll(batch, now);
            for (int i = 0; i < batch.size(); i++) {
                (outcomes.get(i).isPresent() ? handled : failed).add(batch.get(i));
                outcomes.get(i).ifPresent(fate -> fates.merge(fate, 1, Integer::sum));
            }
        }
    }

    private List<Optional<Fate>> handleAll(List<Due> batch, long now) {
        try (var pool =
                Executors.newFixedThreadPool(SIDE_BY_SIDE, Thread.ofVirtual().factory())) {
            return pool.invokeAll(batch.stream().map(due -> task(due, now)).toList()).stream()
                    .map(Sweep::fate)
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the sweep was interrupted", e);
        }
    }

    private Callable<Fate> task(Due due, long now) {
        return () -> switch (due) {
            case DueRecording(var tenant, var id) -> dueRecordings.handle(tenant, id, now);
            case DueJob(var tenant, var id, var job) -> lostJobs.handle(tenant, id, job);
        };
    }

    /** What became of it; empty if it could not be done. */
    private static Optional<Fate> fate(Future<Fate> task) {
        return switch (task.state()) {
            case SUCCESS -> Optional.of(task.resultNow());
            case RUNNING, CANCELLED, FAILED -> {
                LOG.log(Level.ERROR, "something due could not be done and will be tried again", task.exceptionNow());
                yield Optional.empty();
            }
        };
    }

    /**
     * What a sweep did.
     *
     * @param fates how many due things came to what
     * @param failed how many it could not deal with
     * @param complete whether it got through in its time
     * @param lag seconds since the beginning of the oldest hour in which something was left undone; 0 if nothing was
     */
    public record Report(Map<Fate, Integer> fates, int failed, boolean complete, long lag) {
        public Report {
            fates = Map.copyOf(fates);
        }

        /** How many due things came to that. */
        public int count(Fate fate) {
            return fates.getOrDefault(fate, 0);
        }

        /** How many due things it dealt with. */
        public int done() {
            return fates.values().stream().mapToInt(Integer::intValue).sum();
        }
    }
}
