package io.tapedeck.sharing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The latest tries at a share's password: no more than five wrong ones within any minute. One is noted before it is looked at, so that
 * many at once are no more either.
 *
 * @param wrong when the wrong ones were made
 * @param pending when those began that are being looked at
 */
public record Tries(List<Instant> wrong, List<Instant> pending) {
    /** Nobody has tried. */
    public static final Tries NONE = new Tries(List.of(), List.of());

    private static final int MOST = 5;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    /** After how long one that is still being looked at must have been given up. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    public Tries {
        wrong = List.copyOf(wrong);
        pending = List.copyOf(pending);
    }

    /** How long nobody may try; empty where somebody may, or as soon as others have been looked at. */
    public Optional<Duration> wait(Instant now) {
        var recent = recent(wrong, WINDOW, now);
        return recent.size() < MOST
                ? Optional.empty()
                : Optional.of(
                        Duration.between(now, recent.get(recent.size() - MOST).plus(WINDOW)));
    }

    /** The same with one more that is looked at; empty where there must be no more. */
    public Optional<Tries> begun(Instant now) {
        var recentlyWrong = recent(wrong, WINDOW, now);
        var underWay = recent(pending, LONGEST, now);
        return recentlyWrong.size() + underWay.size() >= MOST
                ? Optional.empty()
                : Optional.of(new Tries(recentlyWrong, with(underWay, now)));
    }

    /** The same once one that was begun then has turned out to be wrong. */
    public Tries wrong(Instant then) {
        return new Tries(with(wrong, then), without(pending, then));
    }

    /** The same once one that was begun then has turned out to be right. */
    public Tries right(Instant then) {
        return new Tries(wrong, without(pending, then));
    }

    private static List<Instant> recent(List<Instant> times, Duration within, Instant now) {
        return times.stream()
                .filter(time -> time.plus(within).isAfter(now))
                .sorted()
                .toList();
    }

    private static List<Instant> with(List<Instant> times, Instant one) {
        return Stream.concat(times.stream(), Stream.of(one)).toList();
    }

    private static List<Instant> without(List<Instant> times, Instant one) {
        var others = new ArrayList<>(times);
        others.remove(one);
        return others;
    }
}
