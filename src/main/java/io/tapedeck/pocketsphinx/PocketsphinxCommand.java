package io.tapedeck.pocketsphinx;

import java.nio.file.Path;
import java.util.List;

/**
 * How {@code pocketsphinx_continuous} is called. It hears American English with the model that Debian has.
 *
 * @param program pocketsphinx_continuous
 */
public record PocketsphinxCommand(Path program) {
    /** The command line. */
    public List<String> line(Path wav) {
        return List.of(program.toString(), "-infile", wav.toString(), "-time", "yes", "-logfn", "/dev/null");
    }
}
