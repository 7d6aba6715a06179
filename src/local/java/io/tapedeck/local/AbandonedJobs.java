package io.tapedeck.local;

import io.tapedeck.recording.Agenda;
import io.tapedeck.recording.Agenda.Due.DueJob;
import io.tapedeck.recording.Claims;
import io.tapedeck.recording.LostJobs;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.stream.LongStream;

/**
 * Makes ready again what an earlier process was working on when it ended. Only one process works on one machine, so what
 * is held at its start is held by nobody, and need not wait for the lease to end.
 */
@Singleton
class AbandonedJobs {
    private static final long HOUR = 3600;
    private static final int MOST = 10_000;

    private final Agenda agenda;
    private final LostJobs lostJobs;
    private final Clock clock;

    AbandonedJobs(Agenda agenda, LostJobs lostJobs, Clock clock) {
        this.agenda = agenda;
        this.lostJobs = lostJobs;
        this.clock = clock;
    }

    void release() {
        long now = clock.instant().getEpochSecond();
        long latest = now + Claims.LEASE.toSeconds();
        LongStream.rangeClosed(agenda.watermark(), latest / HOUR)
                .boxed()
                .flatMap(hour -> agenda.due(hour, latest, MOST).stream())
                .filter(DueJob.class::isInstance)
                .map(DueJob.class::cast)
                .forEach(due -> lostJobs.release(due.tenant(), due.recording(), due.job()));
    }
}
