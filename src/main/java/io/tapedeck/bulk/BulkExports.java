package io.tapedeck.bulk;

import io.tapedeck.audio.Export;
import io.tapedeck.id.ExportId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.recording.Actor;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Recordings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Accepts exports of many recordings, and hands them to workers. */
public final class BulkExports {
    /** Recordings that one export may have. */
    public static final int MOST = 10_000;

    /** How long an export stays with a worker of whom nothing is heard. */
    public static final Duration LEASE = Duration.ofSeconds(60);

    private static final Duration MESSAGE_LOST_AFTER = Duration.ofMinutes(10);
    private static final int PAGE = 100;

    private final BulkExportStore exports;
    private final Recordings recordings;
    private final RecordingStore store;

    public BulkExports(BulkExportStore exports, Recordings recordings, RecordingStore store) {
        this.exports = exports;
        this.recordings = recordings;
        this.store = store;
    }

    /** Accepts one. The same id again is the same export. */
    public BulkExport accept(TenantId tenant, ExportId id, Selection selection, Export contents, Actor actor) {
        exports.create(BulkExport.accepted(id, tenant, selection, contents, actor, recordings.now(), toldAgain()));
        return get(tenant, id);
    }

    /** @throws ProblemException not-found if there is none */
    public BulkExport get(TenantId tenant, ExportId id) {
        return exports.find(tenant, id).orElseThrow(BulkExports::notFound);
    }

    /** The problem of an export that does not exist, or not for this caller. */
    public static ProblemException notFound() {
        return new ProblemException(ProblemType.NOT_FOUND, "This export does not exist.");
    }

    /** Takes one for a worker; empty if it waits, is another worker's, or is over. */
    public Optional<BulkExport> claim(TenantId tenant, ExportId id) {
        var now = recordings.now();
        return exports.find(tenant, id)
                .filter(export -> export.isFree(now))
                .flatMap(export -> exports.replace(export.claimed(now, leaseEnd())));
    }

    /** When the lease ends of whoever claims or extends it now. */
    public Instant leaseEnd() {
        return recordings.now().plus(LEASE);
    }

    /** When workers are told again of what is ready now. */
    public Instant toldAgain() {
        return recordings.now().plus(MESSAGE_LOST_AFTER);
    }

    /** What is to be exported, oldest first where conditions say it; more than {@link #MOST} are not all told. */
    public List<RecordingId> selected(BulkExport export) {
        var selection = export.selection();
        if (!selection.recordings().isEmpty()) {
            return selection.recordings();
        }
        var found = new ArrayList<RecordingId>();
        var after = Optional.<String>empty();
        do {
            var page = store.list(selection.query(export.tenant(), PAGE, after));
            page.items().stream().map(CallRecording::id).forEach(found::add);
            after = page.next();
        } while (after.isPresent() && found.size() <= MOST);
        return found.reversed();
    }
}
