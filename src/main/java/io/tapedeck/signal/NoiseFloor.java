package io.tapedeck.signal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * Follows the level of the noise that is always there, as the lowest level of the five seconds before and of the five
 * seconds after. Where the two differ the noise has changed, and the louder counts.
 */
final class NoiseFloor {
    /** Takes a block and the noise around it, in dBFS. */
    interface Listener {
        void accept(VoiceBlock block, double noise);
    }

    private static final int REACH = 10;
    private static final int SMOOTHED = 3;

    private final Listener listener;
    private final Queue<VoiceBlock> waiting = new ArrayDeque<>();
    private final List<Double> window = new ArrayList<>();
    private int next;

    NoiseFloor(Listener listener) {
        this.listener = listener;
    }

    void accept(VoiceBlock block) {
        waiting.add(block);
        window.add(lowest(block.frames()));
        if (window.size() - next > REACH) {
            hand();
        }
        if (next > REACH) {
            window.removeFirst();
            next--;
        }
    }

    /** Hands on what waited for its future. */
    void end() {
        while (next < window.size()) {
            hand();
        }
    }

    private void hand() {
        listener.accept(waiting.remove(), noise());
        next++;
    }

    private double noise() {
        var before = window.subList(Math.max(0, next - REACH), next + 1);
        var after = window.subList(next, Math.min(window.size(), next + REACH + 1));
        var whole = before.size() > REACH && after.size() > REACH;
        return whole ? Math.max(lowestOf(before), lowestOf(after)) : Math.min(lowestOf(before), lowestOf(after));
    }

    private static double lowestOf(List<Double> levels) {
        return levels.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    /** Of means over 60 ms, so that one soft frame in speech does not count. */
    private static double lowest(List<VoiceFrame> frames) {
        var count = Math.min(SMOOTHED, frames.size());
        var lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i + count <= frames.size(); i++) {
            var sum = 0.0;
            for (int j = i; j < i + count; j++) {
                sum += frames.get(j).level();
            }
            lowest = Math.min(lowest, sum / count);
        }
        return lowest;
    }
}
