package io.tapedeck.archive;

import static java.util.Objects.requireNonNull;

import io.tapedeck.storage.MultipartStore.Part;
import java.util.List;

/**
 * How far an archive was written: enough for another process to go on with it.
 *
 * @param multipart the store's name for what is under way
 * @param parts those that are in the store
 * @param tail what was written after them
 * @param entries all files that were written
 */
public record Checkpoint(String multipart, List<Part> parts, byte[] tail, List<ArchiveEntry> entries) {
    public Checkpoint {
        requireNonNull(multipart);
        requireNonNull(tail);
        parts = List.copyOf(parts);
        entries = List.copyOf(entries);
    }
}
