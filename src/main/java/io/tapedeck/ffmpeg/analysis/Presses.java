package io.tapedeck.ffmpeg.analysis;

import io.tapedeck.signal.keypad.KeyPress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts together what keys are heard on all channels. */
final class Presses {
    private Presses() {}

    /** In the order of their times, each once, however many channels it is heard on. */
    static List<KeyPress> of(List<List<KeyPress>> channels) {
        var ordered = channels.stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingDouble(press -> press.time().start()))
                .toList();
        var presses = new ArrayList<KeyPress>();
        for (var press : ordered) {
            if (presses.isEmpty() || !isSame(presses.getLast(), press)) {
                presses.add(press);
            }
        }
        return List.copyOf(presses);
    }

    private static boolean isSame(KeyPress one, KeyPress next) {
        return one.key() == next.key() && next.time().start() < one.time().end();
    }
}
