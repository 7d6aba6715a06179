package io.tapedeck.retention;

import io.tapedeck.bulk.LateBulkExports;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Recordings;
import io.tapedeck.retention.DueStore.Due;
import io.tapedeck.retention.DueStore.Due.DueExport;
import io.tapedeck.retention.DueStore.Due.DueJob;
import io.tapedeck.retention.DueStore.Due.DueLane;
import io.tapedeck.retention.DueStore.Due.DueRecording;
import io.tapedeck.retention.DueStore.Due.DueShare;
import io.tapedeck.retention.DueStore.Due.Unreadable;
import io.tapedeck.sharing.EndedShares;
import io.tapedeck.webhook.Errand;
import io.tapedeck.webhook.Errands;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the clock does: expires and deletes recordings, destroys what was cut out for shares that have ended, fails uploads that never
 * came, makes ready again the jobs that lost their worker, and has webhooks told again that were not told. What one leaves, or misses, the next one does; several at the same
 * time do no harm.
 */
public final class Sweep {
    private static final Logger LOG = System.getLogger(Sweep.class.getName());
    private static final int BATCH = 64;
    private static final int SIDE_BY_SIDE = 16;

    private final DueStore dueStore;
    private final Recordings recordings;
    private final DueRecordings dueRecordings;
    private final LostJobs lostJobs;
    private final LateBulkExports exports;
    private final EndedShares shares;
    private final Errands errands;

    public Sweep(
            DueStore dueStore,
            Recordings recordings,
            RecordingStore store,
            Deletions deletions,
            LostJobs lostJobs,
            LateBulkExports exports,
            EndedShares shares,
            Errands errands) {
        this.dueStore = dueStore;
        this.recordings = recordings;
        this.dueRecordings = new DueRecordings(recordings, store, deletions);
        this.lostJobs = lostJobs;
        this.exports = exports;
        this.shares = shares;
        this.errands = errands;
    }

    /**
     * Does all that is due.
     *
     * @param budget how long it may take; the next sweep goes on with what is left
     */
    public Report run(Duration budget) {
        var end = System.nanoTime() + budget.toNanos();
        var now = recordings.now();
        var due = dueStore.due(now);
        var counts = new EnumMap<SweepOutcome, Integer>(SweepOutcome.class);
        var failed = new ArrayList<Due>();
        while (due.hasNext() && System.nanoTime() <= end) {
            var batch = next(due);
            var outcomes = handleAll(batch, now);
            for (int i = 0; i < batch.size(); i++) {
                var item = batch.get(i);
                outcomes.get(i)
                        .ifPresentOrElse(outcome -> counts.merge(outcome, 1, Integer::sum), () -> failed.add(item));
            }
        }
        return report(counts, failed, due);
    }

    private Report report(Map<SweepOutcome, Integer> counts, List<Due> failed, Iterator<Due> left) {
        var complete = !left.hasNext();
        var undone = complete ? failed.stream() : Stream.concat(failed.stream(), Stream.of(left.next()));
        var lag = undone.mapToLong(
                        due -> Duration.between(due.since(), recordings.now()).toSeconds())
                .max()
                .orElse(0);
        return new Report(counts, failed.size(), complete, lag);
    }

    private static List<Due> next(Iterator<Due> due) {
        var batch = new ArrayList<Due>();
        while (due.hasNext() && batch.size() < BATCH) {
            batch.add(due.next());
        }
        return batch;
    }

    private List<Optional<SweepOutcome>> handleAll(List<Due> batch, Instant now) {
        try (var pool =
                Executors.newFixedThreadPool(SIDE_BY_SIDE, Thread.ofVirtual().factory())) {
            var tasks = pool.invokeAll(batch.stream().map(due -> task(due, now)).toList());
            return IntStream.range(0, batch.size())
                    .mapToObj(i -> outcome(batch.get(i), tasks.get(i)))
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the sweep was interrupted", e);
        }
    }

    private Callable<SweepOutcome> task(Due due, Instant now) {
        return () -> switch (due) {
            case DueRecording recording -> dueRecordings.handle(recording.tenant(), recording.recording(), now);
            case DueJob job -> lostJobs.handle(job.tenant(), job.recording(), job.job());
            case DueExport export -> lookAfter(export);
            case DueShare share -> {
                shares.clear(share.share());
                yield SweepOutcome.DESTROYED;
            }
            case DueLane lane -> {
                errands.send(new Errand.Visit(lane.tenant(), lane.webhook(), lane.recording()), Duration.ZERO);
                yield SweepOutcome.REMINDED;
            }
            case Unreadable unreadable -> throw new IllegalStateException(unreadable.entry() + " cannot be read");
        };
    }

    private SweepOutcome lookAfter(DueExport due) {
        return exports.handle(due.tenant(), due.export())
                .map(export -> switch (export.execution().status()) {
                    case AWAITING_UPLOAD, QUEUED -> SweepOutcome.RESTARTED;
                    case RUNNING -> SweepOutcome.ASKED_AFTER;
                    case FAILED -> export.dispatch().due().isPresent() ? SweepOutcome.GIVEN_UP : SweepOutcome.SETTLED;
                    case SUCCEEDED -> SweepOutcome.SETTLED;
                })
                .orElse(SweepOutcome.SETTLED);
    }

    /** What became of it; empty if it could not be done. */
    private static Optional<SweepOutcome> outcome(Due due, Future<SweepOutcome> task) {
        return switch (task.state()) {
            case SUCCESS -> Optional.of(task.resultNow());
            case RUNNING, CANCELLED, FAILED -> {
                LOG.log(
                        Level.ERROR,
                        what(due) + " is due, could not be done, and will be tried again",
                        task.exceptionNow());
                yield Optional.empty();
            }
        };
    }

    private static String what(Due due) {
        return switch (due) {
            case DueRecording recording -> recording.recording().toString();
            case DueJob job -> job.job() + " of " + job.recording();
            case DueExport export -> export.export().toString();
            case DueShare share ->
                share.share().share() + " of " + share.share().recording();
            case DueLane lane -> "telling " + lane.webhook() + " of " + lane.recording();
            case Unreadable unreadable -> unreadable.entry();
        };
    }

    /**
     * What a sweep did.
     *
     * @param fates how many due things came to what
     * @param failed how many it could not deal with
     * @param complete whether it got through in its time
     * @param lag seconds since the oldest of what was left undone came due; 0 if nothing was
     */
    public record Report(Map<SweepOutcome, Integer> counts, int failed, boolean complete, long lag) {
        public Report {
            counts = Map.copyOf(counts);
        }

        /** How many due things came to that. */
        public int count(SweepOutcome outcome) {
            return counts.getOrDefault(outcome, 0);
        }

        /** How many due things it dealt with. */
        public int done() {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }
    }
}
