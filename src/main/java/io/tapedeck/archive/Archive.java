package io.tapedeck.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Deflater;

/**
 * A ZIP that is written front to back, and that another process can go on with after any file. The sizes of all files are known before
 * they are written, so that any reader can go through it front to back as well. The same files make the same bytes.
 */
public final class Archive {
    private static final int BUFFER = 64 * 1024;

    private final OutputStream out;
    private final ArrayList<ArchiveEntry> entries;
    private long size;

    /** @param out is written to and not closed */
    public Archive(OutputStream out) {
        this(out, List.of());
    }

    /**
     * One of which some files are written.
     *
     * @param out what comes after them is written to
     */
    Archive(OutputStream out, List<ArchiveEntry> written) {
        this.out = out;
        this.entries = new ArrayList<>(written);
        this.size = written.stream().mapToLong(ZipRecords::size).sum();
    }

    /**
     * Adds a file that is small enough for memory, compressed.
     *
     * @return what it came to
     */
    public ArchiveEntry add(String path, Instant modified, byte[] content) throws IOException {
        var crc = new CRC32();
        crc.update(content);
        var packed = deflated(content);
        var entry = new ArchiveEntry(path, modified, true, content.length, packed.length, crc.getValue());
        write(entry, new ByteArrayInputStream(packed));
        return entry;
    }

    /**
     * Adds a file as it is, which is read to its end and not closed.
     *
     * @param size bytes
     * @param crc32 of them
     * @return what it came to
     * @throws IOException also if it has other bytes than these
     */
    public ArchiveEntry store(String path, Instant modified, long size, long crc32, InputStream content)
            throws IOException {
        var entry = new ArchiveEntry(path, modified, false, size, size, crc32);
        var checked = new CheckedInputStream(content, new CRC32());
        write(entry, checked);
        if (checked.getChecksum().getValue() != crc32) {
            throw new IOException("%s has other bytes than it had before".formatted(path));
        }
        return entry;
    }

    /** What was added so far, in its order. */
    List<ArchiveEntry> entries() {
        return List.copyOf(entries);
    }

    /** Bytes of all files so far. */
    long size() {
        return size;
    }

    /** Adds the list of the files, without which it is no ZIP. */
    public void finish() throws IOException {
        var offset = 0L;
        var directory = 0L;
        for (var entry : entries) {
            var header = ZipRecords.central(entry, offset);
            out.write(header);
            directory += header.length;
            offset += ZipRecords.size(entry);
        }
        out.write(ZipRecords.end(entries.size(), directory, size));
        out.flush();
    }

    private void write(ArchiveEntry entry, InputStream packed) throws IOException {
        out.write(ZipRecords.local(entry));
        if (copy(packed, entry.packed()) != entry.packed() || packed.read() >= 0) {
            throw new IOException("%s has another length than it had before".formatted(entry.path()));
        }
        size += ZipRecords.size(entry);
        entries.add(entry);
    }

    private long copy(InputStream from, long most) throws IOException {
        var buffer = new byte[BUFFER];
        var copied = 0L;
        int read;
        while (copied < most && (read = from.read(buffer, 0, (int) Math.min(buffer.length, most - copied))) >= 0) {
            out.write(buffer, 0, read);
            copied += read;
        }
        return copied;
    }

    private static byte[] deflated(byte[] content) {
        try (var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
            deflater.setInput(content);
            deflater.finish();
            var packed = new ByteArrayOutputStream();
            var buffer = new byte[BUFFER];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            return packed.toByteArray();
        }
    }
}
