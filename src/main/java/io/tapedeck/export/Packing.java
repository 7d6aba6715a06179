package io.tapedeck.export;

import io.tapedeck.archive.Archive;
import io.tapedeck.archive.PackedFile;
import io.tapedeck.audio.Export.Part;
import io.tapedeck.id.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Puts the files of one recording into an archive, and remembers them. */
final class Packing {
    private final Archive archive;
    private final String folder;
    private final Instant modified;
    private final ArrayList<PackedFile> files = new ArrayList<>();
    private final ArrayList<Part> missing = new ArrayList<>();

    /**
     * @param folder what all paths begin with
     * @param modified when the files say that they were written
     */
    Packing(Archive archive, String folder, Instant modified) {
        this.archive = archive;
        this.folder = folder;
        this.modified = modified;
    }

    /** Adds a file, or notes that the part is missing which it would have been. */
    void add(Part part, String name, Optional<byte[]> content) throws IOException {
        if (content.isPresent()) {
            add(name, content.get());
        } else {
            missing(part);
        }
    }

    void add(String name, byte[] content) throws IOException {
        archive.add(folder + name, modified, content);
        files.add(new PackedFile(folder + name, content.length, Sha256.hex(content)));
    }

    /**
     * Adds a file as it is.
     *
     * @param progress is told how many bytes were packed so far
     */
    void store(StreamedFile file, LongConsumer progress) throws IOException {
        var known = file.fingerprint();
        try (InputStream content = new CountedStream(file.content().open(), progress)) {
            archive.store(folder + file.name(), modified, known.size(), known.crc32(), content);
        }
        files.add(new PackedFile(folder + file.name(), known.size(), known.sha256()));
    }

    void missing(Part part) {
        missing.add(part);
    }

    Packed packed() {
        return new Packed(files, missing);
    }
}
