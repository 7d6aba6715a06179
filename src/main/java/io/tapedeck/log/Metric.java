package io.tapedeck.log;

/** A figure that CloudWatch makes a metric of. Alarms and dashboards know it by its name and unit. */
public enum Metric {
    /** Jobs that ended without a result, for good. */
    FAILED_JOBS("FailedJobs", "Count"),

    /** Jobs that ended with a result. */
    COMPLETED_JOBS("CompletedJobs", "Count"),

    /** Length of the audio that became current. */
    AUDIO_SECONDS("AudioSeconds", "Seconds"),

    /** Files in the bucket that could not become recordings. */
    REJECTED_UPLOADS("RejectedUploads", "Count"),

    /** How long the oldest thing that is due and undone has been due; 0 once all is done. */
    SWEEP_LAG("SweepLag", "Seconds"),

    /** Recordings that the sweep deleted or whose expiry it announced. */
    SWEPT_RECORDINGS("SweptRecordings", "Count"),

    /** Webhooks that are told of nothing more since they are gone or failed for days. */
    DISABLED_WEBHOOKS("DisabledWebhooks", "Count"),

    /** Answers with a status of 500 and above. */
    SERVER_ERRORS("ServerErrors", "Count");

    private final String name;
    private final String unit;

    Metric(String name, String unit) {
        this.name = name;
        this.unit = unit;
    }

    /** One of CloudWatch's units. */
    String unit() {
        return unit;
    }

    @Override
    public String toString() {
        return name;
    }
}
