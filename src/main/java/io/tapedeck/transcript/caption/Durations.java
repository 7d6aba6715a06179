package io.tapedeck.transcript.caption;

import java.util.ArrayList;
import java.util.List;

/** Shows each caption of a speaker for 1 to 7 s, if it can be without reaching into the one before or after it. */
record Durations(long whole) {
    /** @param whole milliseconds of the recording */
    Durations {}

    /** @param captions of one speaker, in their order */
    List<Caption> of(List<Caption> captions) {
        var shown = new ArrayList<Caption>(captions.size());
        var before = 0L;
        for (int i = 0; i < captions.size(); i++) {
            var after = i + 1 < captions.size() ? captions.get(i + 1).start() : whole;
            var caption = lasting(captions.get(i), before, after);
            shown.add(caption);
            before = caption.end();
        }
        return shown;
    }

    private Caption lasting(Caption caption, long before, long after) {
        var end = Math.min(caption.end(), caption.start() + Caption.LONGEST);
        if (end - caption.start() >= Caption.SHORTEST) {
            return caption.at(caption.start(), end);
        }
        if (caption.start() + Caption.SHORTEST <= after) {
            return caption.at(caption.start(), caption.start() + Caption.SHORTEST);
        }
        var start = Math.min(caption.start(), Math.max(before, after - Caption.SHORTEST));
        var latest = Math.min(start, Math.max(0, whole - Caption.SHORTEST));
        return caption.at(latest, Math.min(whole, Math.max(Math.max(end, after), latest + Caption.SHORTEST)));
    }
}
