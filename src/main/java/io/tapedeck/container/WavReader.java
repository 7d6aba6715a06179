package io.tapedeck.container;

import io.tapedeck.container.WavChunks.Chunk;
import io.tapedeck.container.WavFile.Stretch;
import io.tapedeck.container.WavHeader.Length;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Goes through the chunks of a WAV file, and of those that were simply joined to it, once. */
public final class WavReader {
    private static final int FILE_HEADER = 12;
    private static final int MOST_CHUNKS = 10_000;
    private static final int LONGEST_FORMAT = 4096;
    private static final int DS64 = 16;
    private static final long STAND_IN = 0x7fff_0000L;
    private static final long ALL_ONES = 0xffff_ffffL;
    /** Bytes by which writers count headers in. */
    private static final int LITTLE = 1024;

    private final WavChunks chunks;
    private final WavEnd ends;
    private final List<Stretch> sound = new ArrayList<>();
    private byte[] format = {};
    private boolean isOfForm = true;
    private Chunk riff;
    private long fileEnd;
    private long dataSize64 = -1;
    private Optional<Long> claimed = Optional.empty();
    private Length length = Length.RIGHT;
    private boolean isPlain = true;
    private boolean hasOther;

    WavReader(FileChannel channel) throws IOException {
        this.chunks = new WavChunks((position, count) -> Bytes.read(channel, position, count), channel.size());
        this.ends = new WavEnd(chunks);
    }

    /** Whether nothing is out of place before the sound, which must begin within these bytes, behind its one form. */
    public static boolean isPlainBeforeSound(byte[] head) throws IOException {
        var chunks = new WavChunks(
                (position, count) -> {
                    var from = (int) Math.min(position, head.length);
                    var bytes = ByteBuffer.wrap(head, from, Math.min(count, head.length - from));
                    return bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
                },
                head.length);
        var forms = 0;
        long position = FILE_HEADER;
        for (var chunk = chunks.at(position); chunk.isPresent(); chunk = chunks.at(position)) {
            if (chunk.get().id().equals("data")) {
                return forms == 1;
            }
            var isForm = chunk.get().id().equals("fmt ");
            position = chunks.after(chunk.get());
            if (position != chunk.get().paddedEnd() || isForm && !WavFormat.isPlain(content(chunks, chunk.get()))) {
                return false;
            }
            forms += isForm ? 1 : 0;
        }
        return false;
    }

    /** Empty if there is no chunk of data. */
    Optional<WavFile> read() throws IOException {
        long position = 0;
        for (int i = 0; i < MOST_CHUNKS && !chunks.isTag(position); i++) {
            var chunk = chunks.at(position);
            if (chunk.isEmpty()) {
                break;
            }
            position = i == 0 || chunks.isFile(position) ? file(chunk.get()) : next(chunk.get());
        }
        var present = sound.stream().mapToLong(Stretch::length).sum();
        isPlain &= sound.size() == 1 && WavFormat.isPlain(format);
        return claimed.map(bytes ->
                new WavFile(WavFormat.plain(format), sound, new WavHeader(bytes, present, length), isPlain, hasOther));
    }

    private long file(Chunk riff) {
        this.riff = riff;
        isOfForm = true;
        dataSize64 = -1;
        fileEnd = riff.end();
        return riff.start() - WavChunks.HEADER + FILE_HEADER;
    }

    private long next(Chunk chunk) throws IOException {
        if (chunk.id().equals("data")) {
            return data(chunk);
        }
        if (chunk.id().equals("fmt ")) {
            form(chunk);
        } else if (chunk.id().equals("ds64") && chunk.size() >= DS64) {
            sizes(chunks.reader().at(chunk.start(), DS64));
        }
        return after(chunk);
    }

    /** Of large files, whose headers have a stand-in. */
    private void sizes(ByteBuffer ds64) {
        if (ds64.limit() == DS64) {
            dataSize64 = ds64.getLong(8);
            fileEnd = riff.size() == ALL_ONES ? riff.start() + ds64.getLong(0) : fileEnd;
        }
    }

    private void form(Chunk chunk) throws IOException {
        var bytes = content(chunks, chunk);
        isPlain &= format.length == 0 && sound.isEmpty();
        if (sound.isEmpty() || format.length == 0) {
            format = bytes;
        }
        isOfForm = isAlike(format, bytes);
    }

    private static byte[] content(WavChunks chunks, Chunk form) throws IOException {
        var read = chunks.reader().at(form.start(), (int) Math.min(form.size(), LONGEST_FORMAT));
        var bytes = new byte[read.remaining()];
        read.get(bytes);
        return bytes;
    }

    /** Some writers add an empty extension. */
    private static boolean isAlike(byte[] one, byte[] other) {
        var both = Math.min(one.length, other.length);
        return Arrays.equals(one, 0, both, other, 0, both);
    }

    private long after(Chunk chunk) throws IOException {
        var after = chunks.after(chunk);
        isPlain &= after == chunk.paddedEnd();
        return after;
    }

    private long data(Chunk chunk) throws IOException {
        var size = chunk.size() == ALL_ONES && dataSize64 >= 0 ? dataSize64 : chunk.size();
        var data = new Chunk(chunk.id(), size, chunk.start());
        if (data.size() >= 0 && data.size() <= chunks.size() - data.start() && !reachesIntoTail(data)) {
            if (chunks.fill(data.paddedEnd())) {
                return take(data, data.size(), Length.RIGHT, data.paddedEnd());
            }
            if (chunks.fill(data.end())) {
                isPlain = false;
                return take(data, data.size(), Length.RIGHT, data.end());
            }
            if (isAgreedOn(data)) {
                return take(data, data.size(), Length.RIGHT, ends.nextFile(data.end()));
            }
        }
        return takeUnclaimed(data);
    }

    /** Whether the file's own length says the same, whatever was appended to it. */
    private boolean isAgreedOn(Chunk data) throws IOException {
        return data.size() > 0 && (chunks.reach(data.paddedEnd(), fileEnd) || chunks.reach(data.end(), fileEnd));
    }

    /** Some count what follows on the sound in. */
    private boolean reachesIntoTail(Chunk data) throws IOException {
        return chunks.size() - data.end() < WavChunks.HEADER && ends.tail(data.start()) < data.end();
    }

    /** What is there of sound of which the file says something else. */
    private long takeUnclaimed(Chunk data) throws IOException {
        var end = ends.of(data.start());
        var present = end - data.start();
        var isAll = end == chunks.size();
        var isStandIn = data.size() < 0 || data.size() >= STAND_IN && data.size() <= ALL_ONES;
        if (isAll && data.size() > present && !isStandIn) {
            var isWhole = Math.abs(fileEnd - chunks.size()) <= 1;
            if (isWhole && data.size() - present <= LITTLE) {
                return take(data, present, Length.RIGHT, end);
            } else if (!isWhole) {
                return take(data, data.size(), Length.CUT, end);
            }
        }
        isPlain = false;
        return take(data, data.size(), Length.UNTRUE, end);
    }

    private long take(Chunk data, long claim, Length found, long end) {
        var present = Math.min(found == Length.RIGHT ? claim : Long.MAX_VALUE, end - data.start());
        if (!isOfForm) {
            hasOther |= present > 0;
            return end;
        }
        claimed = claimed.or(() -> Optional.of(claim));
        length = found.compareTo(length) > 0 ? found : length;
        if (present > 0) {
            sound.add(new Stretch(data.start(), present));
        }
        return end;
    }
}
