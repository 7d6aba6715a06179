package io.tapedeck.log;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.List;

/**
 * Which members of a line are metrics, as CloudWatch's Embedded Metric Format says it.
 *
 * @param timestamp milliseconds since 1970
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">the
 *     specification</a>
 */
public record EmbeddedMetrics(
        @JsonProperty("Timestamp") long timestamp,
        @JsonProperty("CloudWatchMetrics") List<Directive> directives) {

    private static final String NAMESPACE = "Tapedeck";

    static EmbeddedMetrics of(Collection<Metric> metrics, String dimension, long timestamp) {
        var definitions = metrics.stream()
                .map(metric -> new Definition(metric.toString(), metric.unit()))
                .toList();
        return new EmbeddedMetrics(
                timestamp, List.of(new Directive(NAMESPACE, List.of(List.of(dimension)), definitions)));
    }

    /**
     * Metrics of a namespace.
     *
     * @param dimensions sets of members that tell series apart
     */
    public record Directive(
            @JsonProperty("Namespace") String namespace,
            @JsonProperty("Dimensions") List<List<String>> dimensions,
            @JsonProperty("Metrics") List<Definition> metrics) {}

    /** A member whose value is a metric. */
    public record Definition(
            @JsonProperty("Name") String name,
            @JsonProperty("Unit") String unit) {}
}
