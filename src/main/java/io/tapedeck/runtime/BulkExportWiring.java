package io.tapedeck.runtime;

import io.tapedeck.bulk.BulkExportStore;
import io.tapedeck.bulk.BulkExports;
import io.tapedeck.bulk.ExportedRecordings;
import io.tapedeck.bulk.LateBulkExports;
import io.tapedeck.bulk.ProgressStore;
import io.tapedeck.concurrency.Deadline;
import io.tapedeck.dynamodb.DynamoBulkExportStore;
import io.tapedeck.dynamodb.Rows;
import io.tapedeck.dynamodb.Table;
import io.tapedeck.export.RecordingExport;
import io.tapedeck.function.exports.Exports;
import io.tapedeck.http.ExportLinks;
import io.tapedeck.http.Seal;
import io.tapedeck.json.BulkExportProgress;
import io.tapedeck.json.Json;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Recordings;
import io.tapedeck.recording.UsageStore;
import io.tapedeck.storage.DocumentStore;
import io.tapedeck.storage.MultipartStore;
import io.tapedeck.work.BulkExporting;
import io.tapedeck.work.BulkPacking;
import io.tapedeck.work.WorkDir;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts together what accepts exports of many recordings, makes them, and looks after them. */
@Singleton
class BulkExportWiring {
    @Produces
    @Singleton
    BulkExportStore store(Table table, Rows rows) {
        return new DynamoBulkExportStore(table, rows);
    }

    @Produces
    @Singleton
    ProgressStore progress(DocumentStore documents, Json json) {
        return new BulkExportProgress(documents, json);
    }

    @Produces
    @Singleton
    BulkExports exports(BulkExportStore exports, Recordings recordings, RecordingStore store) {
        return new BulkExports(exports, recordings, store);
    }

    @Produces
    @Singleton
    ExportedRecordings exported(ProgressStore progress, Recordings recordings, RecordingStore store) {
        return new ExportedRecordings(progress, recordings, store);
    }

    @Produces
    @Singleton
    ExportLinks links(Seal seal, Json json) {
        return new ExportLinks(seal, json);
    }

    @Produces
    @Singleton
    Exports views(BulkExports exports, ExportLinks links, ExportedRecordings exported) {
        return new Exports(exports, links, exported);
    }

    @Produces
    @Singleton
    LateBulkExports late(BulkExportStore store, BulkExports exports, Recordings recordings, DocumentStore documents) {
        return new LateBulkExports(store, exports, recordings, documents);
    }

    @Produces
    @Singleton
    BulkExporting exporting(
            BulkExports exports,
            BulkExportStore store,
            ProgressStore progress,
            ExportedRecordings exported,
            Recordings recordings,
            RecordingStore recordingStore,
            UsageStore usage,
            RecordingExport files,
            MultipartStore multiparts,
            DocumentStore documents,
            WorkDir workDir,
            Deadline deadline) {
        return new BulkExporting(
                exports,
                store,
                progress,
                exported,
                recordings,
                new BulkPacking(recordingStore, recordings, files, usage, documents, workDir),
                files,
                multiparts,
                documents,
                deadline);
    }
}
