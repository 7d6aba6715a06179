package io.tapedeck.archive;

import io.tapedeck.storage.MultipartStore;
import io.tapedeck.storage.ObjectKey;
import java.io.IOException;
import java.util.Optional;

/** An archive that is written to an object, and that another process can go on with after any file. */
public final class ResumableArchive {
    private final PartStream out;
    private final Archive archive;

    private ResumableArchive(PartStream out, Archive archive) {
        this.out = out;
        this.archive = archive;
    }

    /** Begins one. */
    public static ResumableArchive begin(MultipartStore store, ObjectKey key) {
        var out = PartStream.begin(store, key, "application/zip", Optional.empty());
        return new ResumableArchive(out, new Archive(out));
    }

    /**
     * Goes on with one.
     *
     * @throws IllegalArgumentException if what was written is not what its files come to
     */
    public static ResumableArchive resume(MultipartStore store, ObjectKey key, Checkpoint from) {
        var out = PartStream.resume(store, key, from.multipart(), from.parts(), from.tail());
        var archive = new Archive(out, from.entries());
        if (archive.size() != out.size()) {
            throw new IllegalArgumentException("the checkpoint of %s does not fit its files".formatted(key));
        }
        return new ResumableArchive(out, archive);
    }

    /** What files are added to. */
    public Archive files() {
        return archive;
    }

    /** Bytes that were written. */
    public long size() {
        return out.size();
    }

    /** What is enough to go on after the last file. */
    public Checkpoint checkpoint() {
        return new Checkpoint(out.multipart(), out.parts(), out.tail(), archive.entries());
    }

    /**
     * Makes it an object.
     *
     * @throws IOException if what was written before is not there any more
     */
    public void complete() throws IOException {
        archive.finish();
        out.complete();
    }

    /** Forgets it, unless it was completed. */
    public void abort() {
        out.abort();
    }
}
