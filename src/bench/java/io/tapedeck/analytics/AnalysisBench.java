package io.tapedeck.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.analytics.words.OutsideWording;
import io.tapedeck.audio.Analysis;
import io.tapedeck.bench.CpuTime;
import io.tapedeck.bench.Duel;
import io.tapedeck.bench.Report;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** A call of an hour, of 12,000 words, side by side with one of eight, which is to cost eight times as much and no more. */
class AnalysisBench {
    private static final String LONG = "the same of 8 h";
    private static final Analysis REQUEST = new Analysis(
            IntStream.range(0, 100)
                    .mapToObj(i -> new Analysis.Category(
                            "c" + i, List.of("send my order", "problem", "never"), Optional.empty(), false))
                    .toList(),
            3,
            true);

    private final Call hour = MadeCall.of(1);
    private final Call day = MadeCall.of(8);

    @Test
    void analysis(TestInfo test) throws Exception {
        var cpu = new CpuTime();
        var time = new Duel(5, 21).of(cpu.side("Tapedeck", () -> analyse(hour)), cpu.side(LONG, () -> analyse(day)));
        Report.of(test)
                .add(time.row("the figures of a call of 1 h with 12,000 words", "ms of CPU", 0, LONG)
                        .under(1000));
    }

    private static void analyse(Call call) {
        assertThat(CallAnalysis.of(call, REQUEST).analytics(OutsideWording.NONE).wording())
                .isPresent();
    }
}
