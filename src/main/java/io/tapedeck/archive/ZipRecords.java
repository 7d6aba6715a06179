package io.tapedeck.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * What stands between the files of a ZIP, by PKWARE's APPNOTE 6.3.10. The fields of ZIP64 are there where something does not fit into
 * four bytes, or the number of files into two. {@code java.util.zip} writes the same, but nobody can go on with what it has begun.
 */
final class ZipRecords {
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int END64 = 0x06064b50;
    private static final int LOCATOR64 = 0x07064b50;

    private static final int LOCAL_LENGTH = 30;
    private static final int CENTRAL_LENGTH = 46;
    private static final int END_LENGTH = 22;
    private static final int END64_LENGTH = 56;
    private static final int LOCATOR64_LENGTH = 20;
    private static final int EXTRA_HEAD = 4;

    private static final short EXTRA64 = 1;
    private static final short DEFLATED = 8;
    private static final short STORED = 0;
    /** 2.0, for deflate. */
    private static final short VERSION = 20;
    /** 4.5, for ZIP64. */
    private static final short VERSION64 = 45;

    private static final long FOUR_BYTES = 0xffff_ffffL;
    private static final int TWO_BYTES = 0xffff;
    private static final int FIRST_YEAR = 1980;

    private ZipRecords() {}

    /** Bytes of a file with what stands before it. */
    static long size(ArchiveEntry entry) {
        return LOCAL_LENGTH + entry.path().length() + localExtra(entry) + entry.packed();
    }

    /** What stands before a file. */
    static byte[] local(ArchiveEntry entry) {
        var extra = localExtra(entry);
        var to = buffer(LOCAL_LENGTH + entry.path().length() + extra);
        to.putInt(LOCAL).putShort(version(extra > 0));
        putFile(to, entry, extra > 0);
        to.putShort((short) entry.path().length()).putShort((short) extra);
        to.put(entry.path().getBytes(US_ASCII));
        if (extra > 0) {
            to.putShort(EXTRA64).putShort((short) (extra - EXTRA_HEAD));
            to.putLong(entry.size()).putLong(entry.packed());
        }
        return to.array();
    }

    /**
     * What stands in the list of files.
     *
     * @param offset of the file's local record
     */
    static byte[] central(ArchiveEntry entry, long offset) {
        var isLarge = localExtra(entry) > 0;
        var isFar = offset >= FOUR_BYTES;
        var values = (isLarge ? 2 * Long.BYTES : 0) + (isFar ? Long.BYTES : 0);
        var extra = values == 0 ? 0 : EXTRA_HEAD + values;
        var to = buffer(CENTRAL_LENGTH + entry.path().length() + extra);
        to.putInt(CENTRAL).putShort(version(extra > 0)).putShort(version(extra > 0));
        putFile(to, entry, isLarge);
        to.putShort((short) entry.path().length()).putShort((short) extra);
        // no comment, on the first disk, nothing else to say of the file
        to.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
        to.putInt((int) Math.min(offset, FOUR_BYTES));
        to.put(entry.path().getBytes(US_ASCII));
        if (extra > 0) {
            to.putShort(EXTRA64).putShort((short) values);
        }
        if (isLarge) {
            to.putLong(entry.size()).putLong(entry.packed());
        }
        if (isFar) {
            to.putLong(offset);
        }
        return to.array();
    }

    /**
     * What ends it.
     *
     * @param directory bytes of the list of files
     * @param offset of that list
     */
    static byte[] end(int files, long directory, long offset) {
        var isLarge = files >= TWO_BYTES || directory >= FOUR_BYTES || offset >= FOUR_BYTES;
        var to = buffer(END_LENGTH + (isLarge ? END64_LENGTH + LOCATOR64_LENGTH : 0));
        if (isLarge) {
            to.putInt(END64).putLong(END64_LENGTH - 12).putShort(VERSION64).putShort(VERSION64);
            to.putInt(0)
                    .putInt(0)
                    .putLong(files)
                    .putLong(files)
                    .putLong(directory)
                    .putLong(offset);
            to.putInt(LOCATOR64).putInt(0).putLong(offset + directory).putInt(1);
        }
        to.putInt(END).putShort((short) 0).putShort((short) 0);
        to.putShort((short) Math.min(files, TWO_BYTES)).putShort((short) Math.min(files, TWO_BYTES));
        to.putInt((int) Math.min(directory, FOUR_BYTES)).putInt((int) Math.min(offset, FOUR_BYTES));
        to.putShort((short) 0);
        return to.array();
    }

    /** From the flags, of which none is set, to the sizes. */
    private static void putFile(ByteBuffer to, ArchiveEntry entry, boolean isLarge) {
        to.putShort((short) 0).putShort(entry.deflated() ? DEFLATED : STORED);
        to.putInt(time(entry.modified())).putInt((int) entry.crc32());
        to.putInt((int) (isLarge ? FOUR_BYTES : entry.packed()));
        to.putInt((int) (isLarge ? FOUR_BYTES : entry.size()));
    }

    private static int localExtra(ArchiveEntry entry) {
        return entry.size() >= FOUR_BYTES || entry.packed() >= FOUR_BYTES ? EXTRA_HEAD + 2 * Long.BYTES : 0;
    }

    private static short version(boolean isLarge) {
        return isLarge ? VERSION64 : VERSION;
    }

    /** As DOS wrote it: two bytes of time, two of date, in UTC. */
    private static int time(Instant modified) {
        var at = LocalDateTime.ofInstant(modified, ZoneOffset.UTC);
        var years = Math.clamp(at.getYear() - FIRST_YEAR, 0, 127);
        var date = years << 9 | at.getMonthValue() << 5 | at.getDayOfMonth();
        var time = at.getHour() << 11 | at.getMinute() << 5 | at.getSecond() / 2;
        return date << 16 | time;
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
