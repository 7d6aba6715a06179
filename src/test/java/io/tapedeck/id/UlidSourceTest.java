package io.tapedeck.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UlidSourceTest {
    private static final Instant NOON = Instant.ofEpochSecond(1_800_000_000L);

    private final UlidSource ids = new UlidSource(Clock.fixed(NOON, ZoneOffset.UTC), new SecureRandom());

    @Test
    void ofOneMomentEachIsGreaterThanTheOneBefore() {
        var made = Stream.generate(ids::next).limit(1000).toList();

        assertThat(made).isSorted().doesNotHaveDuplicates();
        assertThat(made).allSatisfy(id -> assertThat(id.time()).isEqualTo(NOON));
    }

    @Test
    void twoMachinesMakeDifferentOnes() {
        var other = new UlidSource(Clock.fixed(NOON, ZoneOffset.UTC), new SecureRandom());

        assertThat(ids.next()).isNotEqualTo(other.next());
    }

    @Test
    void oneFollowsAnotherEvenWhereThisClockIsBehind() {
        var early = Ulid.first(Instant.ofEpochMilli(5));
        var late = Ulid.first(NOON.plusSeconds(60));

        assertThat(ids.nextAfter(early).time()).isEqualTo(NOON);
        assertThat(ids.nextAfter(late)).isEqualTo(late.next());
    }

    @Test
    void manyThreadsGetDifferentOnes() throws InterruptedException {
        Callable<List<Ulid>> hundred =
                () -> Stream.generate(ids::next).limit(100).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Ulid>();
            threads.invokeAll(java.util.Collections.nCopies(50, hundred)).forEach(made -> all.addAll(made.resultNow()));

            assertThat(all).hasSize(5000).doesNotHaveDuplicates();
        }
    }
}
