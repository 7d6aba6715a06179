package io.tapedeck.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkDirTest {
    @TempDir
    Path disk;

    @Test
    void whatAKilledProcessLeftIsRemovedAndNothingElse() throws IOException {
        var attempt = WorkDir.cleared(disk).open();
        Files.writeString(attempt.resolve("source"), "audio");
        Files.writeString(disk.resolve("other"), "not ours");

        WorkDir.cleared(disk);

        assertThat(disk).isDirectoryNotContaining(path -> path.equals(attempt)).isDirectoryContaining("glob:**other");
    }

    @Test
    void aFolderThatIsMissingIsMade() throws IOException {
        var attempt = WorkDir.cleared(disk.resolve("a/b")).open();

        assertThat(attempt).isEmptyDirectory().hasParent(disk.resolve("a/b"));
    }
}
