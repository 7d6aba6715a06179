package io.tapedeck.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Made utterances with what is personal in them marked. */
public final class Corpus {
    private static final Path FOLDER = Path.of("src", "test", "resources", "pii");

    private Corpus() {}

    /** The part by which the recognisers were made. */
    static List<Example> tuned() {
        return read("tuned.txt");
    }

    /** What was added while the recognisers were made, wherever they were wrong. */
    static List<Example> later() {
        return read("later.txt");
    }

    /** All that the recognisers were made by. */
    public static List<Example> known() {
        return Stream.concat(tuned().stream(), later().stream()).toList();
    }

    /** The part that was written before them and not looked at since. */
    static List<Example> aside() {
        return read("aside.txt");
    }

    private static List<Example> read(String file) {
        try {
            var examples = new ArrayList<Example>();
            for (var block : Files.readString(FOLDER.resolve(file)).split("(?m)^## ")) {
                if (!block.isBlank()) {
                    var lines = block.strip().lines().toList();
                    examples.add(Example.of(lines.getFirst(), lines.subList(1, lines.size())));
                }
            }
            return List.copyOf(examples);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
