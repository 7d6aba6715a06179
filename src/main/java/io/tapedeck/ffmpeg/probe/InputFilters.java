package io.tapedeck.ffmpeg.probe;

import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.container.Container;

/**
 * What is done first to whatever ffmpeg decodes, whoever wants it for what: its channels become discrete, and its time line
 * has no gaps.
 *
 * @param timed whether the container has a time line
 */
public record InputFilters(int channels, boolean timed) {
    /** Of what comes from another ffmpeg. */
    public static InputFilters plain(int channels) {
        return new InputFilters(channels, false);
    }

    public static InputFilters of(AudioMeasures input) {
        return new InputFilters(input.channels(), Container.of(input.format()).hasTimeLine());
    }

    /** Filters, joined by commas. */
    public String filters() {
        return ChannelPlaces.given(channels) + "," + (timed ? TimeLine.FILTERS : "asetpts=N");
    }

    /** The same in a filter graph, from the sound track of an input on. */
    public String of(int input) {
        return "[" + input + ":a:0]" + filters();
    }
}
