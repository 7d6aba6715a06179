package io.tapedeck.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream.UnicodeExtraFieldPolicy;

/**
 * A ZIP that is written front to back. The sizes of all files are known before they are written, so that any reader can go through
 * it front to back as well; ZIP64 is used from 4 GiB or 65,535 files on. The same files make the same bytes.
 */
public final class Archive {
    private final ZipArchiveOutputStream zip;

    /** @param out is written to and not closed */
    public Archive(OutputStream out) {
        zip = new ZipArchiveOutputStream(out);
        zip.setEncoding(US_ASCII.name());
        zip.setUseLanguageEncodingFlag(false);
        zip.setCreateUnicodeExtraFields(UnicodeExtraFieldPolicy.NEVER);
        zip.setUseZip64(Zip64Mode.AsNeeded);
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
        write(entry, new Exactly(checked, size));
        if (checked.getChecksum().getValue() != crc32 || checked.read() >= 0) {
            throw new IOException("%s has other bytes than it had before".formatted(path));
        }
        return entry;
    }

    /** Goes past a file that was written before by another archive whose bytes up to here are kept: it has as many zeros. */
    void pass(ArchiveEntry entry) throws IOException {
        write(entry, new Zeros(entry.packed()));
    }

    /** Adds the list of the files, without which it is no ZIP. */
    public void finish() throws IOException {
        zip.finish();
        zip.flush();
    }

    private void write(ArchiveEntry entry, InputStream packed) throws IOException {
        var header = new ZipArchiveEntry(entry.path());
        header.setTimeLocal(LocalDateTime.ofInstant(entry.modified(), ZoneOffset.UTC));
        header.setMethod(entry.deflated() ? ZipArchiveEntry.DEFLATED : ZipArchiveEntry.STORED);
        header.setSize(entry.size());
        header.setCompressedSize(entry.packed());
        header.setCrc(entry.crc32());
        zip.addRawArchiveEntry(header, packed);
    }

    private static byte[] deflated(byte[] content) {
        try (var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
            deflater.setInput(content);
            deflater.finish();
            var packed = new ByteArrayOutputStream();
            var buffer = new byte[8192];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            return packed.toByteArray();
        }
    }
}
