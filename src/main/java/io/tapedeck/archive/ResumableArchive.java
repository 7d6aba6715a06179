package io.tapedeck.archive;

import io.tapedeck.storage.MultipartStore;
import io.tapedeck.storage.ObjectKey;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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
     * Goes on with one. The writer of ZIPs goes past the files once more, so that it knows where they are; what it writes of them is
     * in the object already.
     */
    public static ResumableArchive resume(MultipartStore store, ObjectKey key, Checkpoint from) throws IOException {
        var out = PartStream.resume(store, key, from.multipart(), from.parts(), from.tail());
        var rest = new After(out, out.size());
        var archive = new Archive(rest);
        for (var entry : from.entries()) {
            archive.pass(entry);
        }
        if (rest.left > 0) {
            throw new IOException("the checkpoint of %s does not fit its files".formatted(key));
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

    /** What is written after some bytes. */
    private static final class After extends FilterOutputStream {
        private long left;

        private After(OutputStream out, long bytes) {
            super(out);
            this.left = bytes;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            var passed = (int) Math.min(left, length);
            left -= passed;
            if (passed < length) {
                out.write(bytes, offset + passed, length - passed);
            }
        }
    }
}
