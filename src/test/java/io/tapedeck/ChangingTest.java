package io.tapedeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whether docs/changing.md speaks of what there is. */
class ChangingTest {
    private static final Pattern NAMED = Pattern.compile("`([^`]+)`");
    private static final Pattern CHANGE = Pattern.compile("(?m)^\\| [^|]+ \\| ([0-9]+) \\|");
    private static final List<Path> ROOTS = List.of(Path.of(""), Path.of("src/main/java/io/tapedeck"));

    private final String text;

    ChangingTest() throws IOException {
        text = Files.readString(Path.of("docs/changing.md"));
    }

    @Test
    void everyFileAndFolderThatIsNamedIsThere() {
        assertThat(found(NAMED))
                .hasSizeGreaterThan(30)
                .allSatisfy(name -> assertThat(ROOTS)
                        .as("docs/changing.md names %s, which is neither here nor in a room", name)
                        .anyMatch(root -> Files.exists(root.resolve(name))));
    }

    @Test
    void noneOfTheChangesGoesThroughMoreThanFiveRooms() {
        assertThat(found(CHANGE))
                .hasSize(13)
                .allSatisfy(rooms -> assertThat(Integer.parseInt(rooms)).isLessThanOrEqualTo(5));
    }

    private List<String> found(Pattern pattern) {
        return Stream.of(text)
                .flatMap(all -> pattern.matcher(all).results())
                .map(result -> result.group(1))
                .toList();
    }
}
