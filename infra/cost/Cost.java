import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * What a thousand calls cost, and a month without any: template.yaml's figures times call.properties' usage times
 * prices.properties. Run by "make cost".
 */
class Cost {
    private static final int CALLS = 1000;
    private static final double DAYS_OF_A_MONTH = 365 / 12.0;
    private static final int FREE_DISK = 512;

    private final Template template;
    private final Figures call;
    private final Figures price;

    private Cost(Template template, Figures call, Figures price) {
        this.template = template;
        this.call = call;
        this.price = price;
    }

    /** @param arguments the template, the one that it nests, and the folder of the two tables */
    public static void main(String... arguments) throws IOException {
        var folder = Path.of(arguments[2]);
        var cost = new Cost(
                Template.read(Path.of(arguments[0]), Path.of(arguments[1])),
                Figures.read(folder.resolve("call.properties")),
                Figures.read(folder.resolve("prices.properties")));
        print("A thousand calls of five minutes", cost.calls());
        System.out.println();
        print("A month without a call", cost.month());
    }

    private List<Row> calls() {
        var rows = new ArrayList<Row>();
        for (var function : call.functions()) {
            var times = call.list("function." + function);
            rows.add(function(function, CALLS * times[0], times[1]));
        }
        rows.add(row("API, requests", times("api.requests"), "api.request"));
        rows.add(row("table, writes", times("table.writes"), "table.write"));
        rows.add(row("table, reads", times("table.reads"), "table.read"));
        var table = times("table.kilobytes") / 1e6 * months("RetentionDays");
        rows.add(row("table, GB-months", table, "table.gigabyte-month"));
        rows.add(row("table's backups, GB-months", table, "table.backup-gigabyte-month"));
        rows.add(row("bucket, writes and lists", times("bucket.writes"), "bucket.write"));
        rows.add(row("bucket, reads", times("bucket.reads"), "bucket.read"));
        var bucket = times("bucket.megabytes") / 1000;
        rows.add(row("bucket, GB-months", bucket * months("RetentionDays"), "bucket.gigabyte-month"));
        rows.add(row("downloads, GB", bucket * call.number("downloads"), "bucket.gigabyte-out"));
        rows.add(row("key, requests", times("key.requests"), "key.request"));
        rows.add(row("event pipe, requests", times("events"), "pipe.request"));
        rows.add(row("event bus, events", times("events"), "event"));
        rows.add(row("queue, requests", times("queue.requests"), "queue.request"));
        var logs = times("log.kilobytes") / 1e6;
        rows.add(row("logs, GB", logs, "log.gigabyte"));
        rows.add(row("logs, GB-months", logs * months("LogRetentionDays"), "log.gigabyte-month"));
        rows.add(row("traces", times("traces"), "trace"));
        return rows;
    }

    private List<Row> month() {
        var sweeps = call.number("month.sweeps");
        return List.of(
                function("sweep", sweeps, call.number("month.sweep-millis")),
                row("table, reads of the sweep", sweeps * call.number("month.sweep-reads"), "table.read"),
                row("table's stream, reads of the pipes", call.number("month.stream-reads"), "table.stream-read"),
                row("queue, requests", call.number("month.queue-requests"), "queue.request"),
                row("keys", template.count("Type: AWS::KMS::Key$"), "key.month"),
                row("secrets", template.count("Type: AWS::SecretsManager::Secret$"), "secret.month"),
                row(
                        "alarms, metrics",
                        template.count("MetricStat: |^      MetricName: |SELECT "),
                        "alarm-metric.month"),
                row("metrics of our own", call.number("month.metrics"), "metric.month"),
                row("dashboard", template.count("Type: AWS::CloudWatch::Dashboard$"), "dashboard.month"));
    }

    /** Time by memory, time by disk beyond what is free, and the requests of a function. */
    private Row function(String name, double invocations, double millis) {
        var seconds = invocations * millis / 1000;
        var gigabytes = template.find("function " + name, "MemorySize")
                        .orElseGet(() -> template.number(Template.ALL_FUNCTIONS, "MemorySize"))
                / 1024;
        var disk = Math.max(0, template.find("function " + name, "Size").orElse(0.0) - FREE_DISK) / 1024;
        var architecture = template.text("Architecture", "Default");
        var dollars = seconds * gigabytes * price.number("lambda.gigabyte-second." + architecture)
                + seconds * disk * price.number("lambda.disk-gigabyte-second")
                + invocations * price.number("lambda.request");
        return new Row("function " + name + ", GB-seconds", seconds * gigabytes, dollars);
    }

    private Row row(String what, double amount, String priced) {
        return new Row(what, amount, amount * price.number(priced));
    }

    private double times(String usage) {
        return CALLS * call.number(usage);
    }

    private double months(String parameter) {
        return template.number(parameter, "Default") / DAYS_OF_A_MONTH;
    }

    private static void print(String title, List<Row> rows) {
        System.out.printf(Locale.ROOT, "%-36s %14s %9s%n", title, "amount", "$");
        for (var row : rows) {
            System.out.printf(Locale.ROOT, "%-36s %,14.2f %9.3f%n", row.what(), row.amount(), row.dollars());
        }
        var total = rows.stream().mapToDouble(Row::dollars).sum();
        System.out.printf(Locale.ROOT, "%-36s %14s %9.3f%n", "total", "", total);
    }

    /** A line of the bill. */
    private record Row(String what, double amount, double dollars) {}

    /** A table of figures. */
    private record Figures(Path file, Properties values) {
        static Figures read(Path file) {
            var values = new Properties();
            try (var reader = Files.newBufferedReader(file)) {
                values.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new Figures(file, values);
        }

        List<String> functions() {
            return values.stringPropertyNames().stream()
                    .filter(name -> name.startsWith("function."))
                    .map(name -> name.substring("function.".length()))
                    .sorted()
                    .toList();
        }

        double number(String name) {
            return list(name)[0];
        }

        double[] list(String name) {
            var value = Optional.ofNullable(values.getProperty(name))
                    .orElseThrow(() -> new IllegalArgumentException(file + " has no " + name));
            return Pattern.compile(", *")
                    .splitAsStream(value.strip())
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        }
    }

    /**
     * What is read of the template: in each block of its sections, that is a key indented by two, the first value of each
     * name. A function's block can also be asked for by "function" and its name. The lines are those of the nested template too.
     */
    private record Template(List<String> lines, Map<String, Map<String, String>> blocks) {
        /** The block of what holds for all functions. */
        static final String ALL_FUNCTIONS = "Function";

        private static final Pattern BLOCK = Pattern.compile("  (\\w+):");
        private static final Pattern VALUE = Pattern.compile("\\s+(?:\\w+: \\{)?(\\w+): ([^{},\\[\\]]+)}?");
        private static final Pattern FUNCTION = Pattern.compile("      FunctionName: !Sub \\$\\{Name}-(\\w+)");

        static Template read(Path file, Path nested) throws IOException {
            var lines = new ArrayList<>(Files.readAllLines(file));
            var blocks = new HashMap<String, Map<String, String>>();
            Map<String, String> block = new HashMap<>();
            for (var line : lines) {
                var start = BLOCK.matcher(line);
                var value = VALUE.matcher(line);
                var function = FUNCTION.matcher(line);
                if (start.matches()) {
                    block = new HashMap<>();
                    blocks.put(start.group(1), block);
                } else if (function.matches()) {
                    blocks.put("function " + function.group(1), block);
                } else if (value.matches()) {
                    block.putIfAbsent(value.group(1), value.group(2));
                }
            }
            lines.addAll(Files.readAllLines(nested));
            return new Template(lines, blocks);
        }

        String text(String block, String name) {
            return Optional.ofNullable(blocks.getOrDefault(block, Map.of()).get(name))
                    .orElseThrow(() -> new IllegalArgumentException("the template has no " + name + " of " + block));
        }

        double number(String block, String name) {
            return Double.parseDouble(text(block, name));
        }

        Optional<Double> find(String block, String name) {
            return Optional.ofNullable(blocks.get(block).get(name)).map(Double::valueOf);
        }

        /** How many lines have something that matches. */
        long count(String pattern) {
            var wanted = Pattern.compile(pattern).asPredicate();
            return lines.stream().filter(wanted).count();
        }
    }
}
