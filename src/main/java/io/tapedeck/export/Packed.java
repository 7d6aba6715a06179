package io.tapedeck.export;

import io.tapedeck.archive.PackedFile;
import io.tapedeck.audio.Export.Part;
import java.util.List;

/**
 * What was packed of a recording.
 *
 * @param files in their order
 * @param missing what was asked for and does not exist
 */
public record Packed(List<PackedFile> files, List<Part> missing) {
    public Packed {
        files = List.copyOf(files);
        missing = List.copyOf(missing);
    }
}
