package io.tapedeck.json;

import io.tapedeck.bulk.BulkExport;
import io.tapedeck.bulk.BulkExport.Archived;
import io.tapedeck.problem.Failure;
import io.tapedeck.recording.Job;
import java.time.Instant;
import java.util.Optional;

/**
 * An Export of many recordings as the HTTP contract writes it.
 *
 * @param url that the file can be fetched from, for callers who may
 */
public record BulkExportView(
        String id,
        Job.State status,
        double progress,
        Optional<Failure> failure,
        Optional<Integer> recordings,
        Optional<Integer> missing,
        Optional<Long> size,
        Optional<String> url,
        Optional<Instant> expiresAt,
        Instant created,
        Optional<Instant> started,
        Optional<Instant> finished,
        int attempts) {

    /** What the contract shows of one. */
    public static BulkExportView of(BulkExport export, Optional<String> url) {
        var archived = export.archived();
        return new BulkExportView(
                export.id().toString(),
                export.execution().status(),
                export.execution().progress(),
                export.execution().failure(),
                archived.map(Archived::recordings),
                archived.map(Archived::missing),
                archived.map(Archived::size),
                url,
                archived.map(Archived::expiresAt),
                export.created(),
                export.execution().started(),
                export.execution().finished(),
                export.execution().attempts());
    }
}
