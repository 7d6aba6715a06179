package io.tapedeck.ffmpeg;

import io.tapedeck.recording.AudioMeasures;

/**
 * What is done first to whatever ffmpeg decodes, whoever wants it for what: its channels become discrete, and its time line
 * has no gaps.
 *
 * @param timed whether the container has a time line
 */
record Reading(int channels, boolean timed) {
    /** Of what comes from another ffmpeg. */
    static Reading plain(int channels) {
        return new Reading(channels, false);
    }

    static Reading of(Container container, int channels) {
        return new Reading(channels, container.hasTimeLine());
    }

    static Reading of(AudioMeasures input) {
        return of(Container.of(input.format()), input.channels());
    }

    /** Filters, joined by commas. */
    String filters() {
        return Places.given(channels) + "," + (timed ? TimeLine.FILTERS : "asetpts=N");
    }

    /** The same in a filter graph, from the sound track of an input on. */
    String of(int input) {
        return "[" + input + ":a:0]" + filters();
    }
}
