package io.tapedeck.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** How far each shard of the stream was read: one small file a shard. */
final class Checkpoints {
    private static final String END = "end";

    private final Path folder;

    Checkpoints(Path folder) {
        this.folder = folder;
    }

    /** Sequence number of the last record that was carried on. */
    Optional<String> position(String shard) {
        try {
            Path file = folder.resolve(shard);
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean ended(String shard) {
        return position(shard).filter(END::equals).isPresent();
    }

    void save(String shard, String position) {
        try {
            Files.createDirectories(folder);
            Path draft = folder.resolve(shard + ".tmp");
            Files.writeString(draft, position);
            Files.move(draft, folder.resolve(shard), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Notes that a closed shard was read to its end. */
    void end(String shard) {
        save(shard, END);
    }
}
