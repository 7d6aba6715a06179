package io.tapedeck.bench;

import static java.nio.file.StandardOpenOption.APPEND;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.TestInfo;

/**
 * Puts rows into the one table of a run, which "make bench" prints at its end. Every class of benchmarks has a JVM of its
 * own, so the table is a file.
 *
 * @param command measures these rows again, alone
 */
public record Report(String command) {
    private static final Path TABLE = Path.of("target", "bench", "table.md");
    private static final List<String> HEAD = List.of(
            "| what, unit | Tapedeck | peer | its figure | ratio | wanted | rounds | again |",
            "|---|---:|---|---:|---:|---|---:|---|");

    /** The report of a benchmark, which is named as its test. */
    public static Report of(TestInfo test) {
        return new Report(
                "make bench ONLY=" + test.getTestMethod().orElseThrow().getName());
    }

    /** Adds rows to the table. */
    public void add(Row... rows) throws IOException {
        add(List.of(rows));
    }

    /** Adds rows to the table. */
    public void add(List<Row> rows) throws IOException {
        if (Files.notExists(TABLE)) {
            Files.createDirectories(TABLE.getParent());
            Files.write(TABLE, HEAD);
        }
        Files.write(TABLE, rows.stream().map(row -> row.line(command)).toList(), APPEND);
    }
}
