package io.tapedeck.bulk;

import io.tapedeck.archive.Checkpoint;
import io.tapedeck.archive.PackedFile;
import io.tapedeck.bulk.Progress.Exported;
import io.tapedeck.bulk.Progress.Missing;
import io.tapedeck.id.RecordingId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts up what an export of many recordings has come to, from where an earlier worker left it. */
public final class Tally {
    private final List<RecordingId> selected;
    private final ArrayList<Exported> exported;
    private final ArrayList<Missing> missing;
    private final ArrayList<PackedFile> files;
    private int done;

    public Tally(Progress from) {
        this.selected = from.selected();
        this.exported = new ArrayList<>(from.exported());
        this.missing = new ArrayList<>(from.missing());
        this.files = new ArrayList<>(from.files());
        this.done = from.done();
    }

    /** The recording that comes next; empty once all are done. */
    public Optional<RecordingId> next() {
        return done < selected.size() ? Optional.of(selected.get(done)) : Optional.empty();
    }

    /** The next one is in the file. */
    public void exported(Exported one, List<PackedFile> written) {
        exported.add(one);
        files.addAll(written);
        done++;
    }

    /** The next one cannot be had. */
    public void skipped(Missing one) {
        missing.add(one);
        done++;
    }

    /** A part of one that is in the file is not there. */
    public void lacks(Missing part) {
        missing.add(part);
    }

    /** From 0 to 1. */
    public double share() {
        return selected.isEmpty() ? 1 : (double) done / selected.size();
    }

    /** All of it, to be kept. */
    public Progress progress(Optional<Checkpoint> archive) {
        return new Progress(selected, done, exported, missing, files, archive);
    }
}
