package io.tapedeck.recording;

import io.tapedeck.problem.ProblemException;
import io.tapedeck.recording.Agenda.Due;
import io.tapedeck.recording.Agenda.Due.DueJob;
import io.tapedeck.recording.Agenda.Due.DueRecording;
import io.tapedeck.recording.Deletion.Reason;
import io.tapedeck.recording.Deletion.Stage;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
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
    private final RecordingStore store;
    private final Deletions deletions;
    private final LostJobs lostJobs;

    public Sweep(Agenda agenda, Recordings recordings, RecordingStore store, Deletions deletions, LostJobs lostJobs) {
        this.agenda = agenda;
        this.recordings = recordings;
        this.store = store;
        this.deletions = deletions;
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
        var done = 0;
        var failed = new HashSet<Due>();
        for (var hour = agenda.watermark(); hour <= now / HOUR; hour++) {
            done += sweep(hour, now, end, failed);
            if (System.nanoTime() > end) {
                return new Report(done, failed.size(), false);
            }
            if (failed.isEmpty()) {
                agenda.advance(Math.min(hour + 1, now / HOUR - HOURS_KEPT));
            }
        }
        return new Report(done, failed.size(), true);
    }

    private int sweep(long hour, long now, long end, Set<Due> failed) {
        var handled = new HashSet<Due>();
        while (System.nanoTime() <= end) {
            var batch = agenda.due(hour, now, BATCH + handled.size() + failed.size()).stream()
                    .filter(due -> !handled.contains(due) && !failed.contains(due))
                    .limit(BATCH)
                    .toList();
            if (batch.isEmpty()) {
                break;
            }
            handleAll(batch, now, handled, failed);
        }
        return handled.size();
    }

    private void handleAll(List<Due> batch, long now, Set<Due> handled, Set<Due> failed) {
        try (var pool =
                Executors.newFixedThreadPool(SIDE_BY_SIDE, Thread.ofVirtual().factory())) {
            var tasks = pool.invokeAll(batch.stream().map(due -> task(due, now)).toList());
            for (int i = 0; i < batch.size(); i++) {
                (succeeded(tasks.get(i)) ? handled : failed).add(batch.get(i));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the sweep was interrupted", e);
        }
    }

    private Callable<Optional<Void>> task(Due due, long now) {
        return () -> {
            switch (due) {
                case DueRecording(var tenant, var id) -> store.find(tenant, id).ifPresent(found -> handle(found, now));
                case DueJob(var tenant, var id, var job) -> lostJobs.handle(tenant, id, job);
            }
            return Optional.empty();
        };
    }

    private static boolean succeeded(Future<?> task) throws InterruptedException {
        try {
            task.get();
            return true;
        } catch (ExecutionException e) {
            LOG.log(Level.ERROR, "something due could not be done and will be tried again", e.getCause());
            return false;
        }
    }

    private void handle(CallRecording recording, long now) {
        if (recording.deletion().isPresent()) {
            goOnWith(recording, recording.deletion().get().stage(), now);
        } else if (recording.retention().isOver(now)) {
            retire(recording, now);
        } else if (recording.retention().isExpired(now)) {
            announceExpiry(recording, now);
        }
    }

    private void goOnWith(CallRecording tombstone, Stage stage, long now) {
        switch (stage) {
            case DESTROYING -> deletions.destroy(tombstone);
            case DESTROYED -> {
                if (tombstone.due().filter(due -> due <= now).isPresent()) {
                    deletions.close(tombstone);
                }
            }
            case CLOSED -> {}
        }
    }

    private void retire(CallRecording recording, long now) {
        try {
            deletions.delete(recording.tenant(), recording.id(), Actor.SWEEP, Reason.RETENTION, current -> {
                if (!current.retention().isOver(now)) {
                    throw new NoLongerDue();
                }
            });
        } catch (NoLongerDue | ProblemException e) {
            LOG.log(Level.DEBUG, "not deleted after all", e);
        }
    }

    private void announceExpiry(CallRecording recording, long now) {
        recordings.change(recording.tenant(), recording.id(), current -> {
            if (current.deletion().isPresent()
                    || !current.retention().isExpired(now)
                    || current.retention().expiryAnnounced()) {
                return Optional.empty();
            }
            var expired = current.expired(now);
            var event = recordings.event(current, EventName.EXPIRED, Actor.SWEEP);
            return Optional.of(new Change(expired, List.of(), List.of(), List.of(event)));
        });
    }

    /**
     * What a sweep did.
     *
     * @param done how many due things it dealt with
     * @param failed how many it could not deal with
     * @param complete whether it got through in its time
     */
    public record Report(int done, int failed, boolean complete) {}

    private static final class NoLongerDue extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
