package io.tapedeck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The bill that infra/cost computes, of the template as it is and of one with other figures. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CostTest {
    private static final Path COST = Path.of("infra", "cost");
    private static final Path WATCH = Path.of("infra", "watch.yaml");

    private String bill;
    private Map<String, Double> amounts;
    private Map<String, Double> changed;

    @BeforeAll
    void compute(@TempDir Path folder) throws Exception {
        bill = bill(Path.of("template.yaml"), WATCH);
        amounts = amounts(bill);
        var template = Files.readString(Path.of("template.yaml"))
                .replace("MemorySize: 3008", "MemorySize: 6016")
                .replace("Default: 365", "Default: 730");
        changed = amounts(bill(
                Files.writeString(folder.resolve("template.yaml"), template),
                Files.writeString(
                        folder.resolve("watch.yaml"), Files.readString(WATCH) + "      MetricName: OfAnotherAlarm\n")));
    }

    @Test
    void theGuideShowsWhatComesOut() throws IOException {
        assertThat(Files.readString(Path.of("infra", "README.md"))).contains(bill);
    }

    @Test
    void aTotalIsTheSumOfItsLines() {
        for (var part : bill.split("\n\n")) {
            var dollars = part.lines()
                    .skip(1)
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .toArray();
            var total = dollars[dollars.length - 1];

            assertThat(Arrays.stream(dollars).sum() - total).isCloseTo(total, within(0.001 * dollars.length));
        }
    }

    @Test
    void twiceTheMemoryIsTwiceTheGigabyteSeconds() {
        assertThat(changed)
                .containsEntry("function ingest, GB-seconds", 2 * amounts.get("function ingest, GB-seconds"))
                .containsEntry("function create, GB-seconds", amounts.get("function create, GB-seconds"));
    }

    @Test
    void whatIsKeptTwiceAsLongTakesTwiceTheMonths() {
        assertThat(changed).containsEntry("bucket, GB-months", 2 * amounts.get("bucket, GB-months"));
    }

    @Test
    void anAlarmMoreIsPaidForByItsMetrics() {
        assertThat(changed).containsEntry("alarms, metrics", 1 + amounts.get("alarms, metrics"));
    }

    private static Map<String, Double> amounts(String bill) {
        return bill.lines()
                .map(line -> line.split(" {2,}"))
                .filter(line -> line.length == 3 && !line[1].equals("amount"))
                .collect(toMap(line -> line[0], line -> Double.valueOf(line[1].replace(",", "")), (calls, _) -> calls));
    }

    private static String bill(Path template, Path watch) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        COST.resolve("Cost.java").toString(),
                        template.toString(),
                        watch.toString(),
                        COST.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var bill = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isZero();
        return bill;
    }
}
