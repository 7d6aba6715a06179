package io.tapedeck.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.tapedeck.analytics.words.OutsideWording;
import io.tapedeck.audio.Analysis;
import io.tapedeck.bench.CpuTime;
import io.tapedeck.bench.Duel;
import io.tapedeck.bench.Report;
import io.tapedeck.bench.Side;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** A call of an hour, of 12,000 words, side by side with one of eight, which is to cost eight times as much and no more. */
class AnalysisBench {
    private static final String LONG = "the same of 8 h";
    private static final double MIB = 1024 * 1024;
    private static final Analysis REQUEST = new Analysis(
            IntStream.range(0, 100)
                    .mapToObj(i -> new Analysis.Category(
                            "c" + i, List.of("send my order", "problem", "never"), Optional.empty(), false))
                    .toList(),
            3,
            true);

    private final Call hour = MadeCall.of(1);
    private final Call day = MadeCall.of(8);
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void analysis(TestInfo test) throws Exception {
        var cpu = new CpuTime();
        var time = new Duel(5, 21).of(cpu.side("Tapedeck", () -> analyse(hour)), cpu.side(LONG, () -> analyse(day)));
        var memory = new Duel(0, 21).of(allocated("Tapedeck", hour), allocated(LONG, day));
        Report.of(test)
                .add(
                        time.row("a call of 1 h with 12,000 words analysed", "ms of CPU", 0, LONG)
                                .under(1000),
                        memory.row("what that allocates in all, garbage too", "MiB", 0, LONG)
                                .under(64));
    }

    private Side allocated(String name, Call call) {
        return new Side(name, () -> {
            var before = threads.getCurrentThreadAllocatedBytes();
            analyse(call);
            return new double[] {(threads.getCurrentThreadAllocatedBytes() - before) / MIB};
        });
    }

    private static void analyse(Call call) {
        assertThat(CallAnalysis.of(call, REQUEST).analytics(OutsideWording.NONE).wording())
                .isPresent();
    }
}
