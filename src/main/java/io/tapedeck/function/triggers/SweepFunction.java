package io.tapedeck.function.triggers;

import io.quarkus.funqy.Funq;
import io.tapedeck.log.Invocation;
import io.tapedeck.log.InvocationLog;
import io.tapedeck.log.InvocationOutcome;
import io.tapedeck.log.InvocationOutcome.Done;
import io.tapedeck.log.Metric;
import io.tapedeck.retention.Sweep;
import io.tapedeck.retention.SweepOutcome;
import java.time.Duration;

/** Does what the clock must do; the schedule calls it. */
public class SweepFunction {
    private static final Duration BUDGET = Duration.ofMinutes(4);

    private final Sweep sweep;
    private final InvocationLog log;

    SweepFunction(Sweep sweep, InvocationLog log) {
        this.sweep = sweep;
        this.log = log;
    }

    @Funq("sweep")
    public Sweep.Report sweep() {
        try (var invocation = log.begin("sweep")) {
            invocation.measure(Metric.FAILED_JOBS, 0);
            invocation.measure(Metric.SWEPT_RECORDINGS, 0);
            var report = sweep.run(BUDGET);
            tell(invocation, report);
            return report;
        }
    }

    private static void tell(Invocation invocation, Sweep.Report report) {
        for (var outcome : SweepOutcome.values()) {
            invocation.count(outcome.toString(), report.count(outcome));
        }
        invocation.count("errors", report.failed());
        invocation.measure(
                Metric.FAILED_JOBS, report.count(SweepOutcome.ABANDONED) + report.count(SweepOutcome.GIVEN_UP));
        invocation.measure(
                Metric.SWEPT_RECORDINGS, report.count(SweepOutcome.DELETED) + report.count(SweepOutcome.EXPIRED));
        invocation.measure(Metric.SWEEP_LAG, report.lag());
        invocation.ended(outcome(report));
    }

    private static InvocationOutcome outcome(Sweep.Report report) {
        if (report.failed() > 0) {
            return Done.ERROR;
        } else if (!report.complete()) {
            return Done.UNFINISHED;
        }
        return report.done() == 0 ? Done.NOTHING_TO_DO : Done.COMPLETED;
    }
}
