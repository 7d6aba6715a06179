package io.tapedeck.ffmpeg.probe;

import io.tapedeck.audio.measure.Warning;
import io.tapedeck.audio.measure.Warning.Code;
import io.tapedeck.container.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What becomes of the sound tracks of a file: those that last as long as the first are parties of the same call, and their
 * channels lie side by side.
 *
 * @param taken the first, and those that go with it
 */
public record Tracks(List<Track> taken, List<Track> left) {
    /** Seconds by which tracks of the same call may differ: recorders stop one after the other. */
    private static final double TOLERANCE = 0.25;

    /** Of all in their order; those of codecs that the container is not read with are left. */
    static Tracks of(List<Track> all, Container container) {
        var first = all.getFirst();
        var taken = new ArrayList<Track>();
        var left = new ArrayList<Track>();
        var channels = 0;
        for (var track : all) {
            var isAlike = Math.abs(track.end() - first.end()) <= TOLERANCE && container.holds(track.codec());
            if (track.equals(first) || isAlike && channels + track.channels() <= Probe.MOST_CHANNELS) {
                taken.add(track);
                channels += track.channels();
            } else {
                left.add(track);
            }
        }
        return new Tracks(List.copyOf(taken), List.copyOf(left));
    }

    /** Whether they can be read together only: by a filter that puts them side by side, or that fills their gaps. */
    public boolean needFilter() {
        return areSeveral() || taken.getFirst().isIntermittent();
    }

    boolean areSeveral() {
        return taken.size() > 1;
    }

    /** The highest rate wins. */
    PcmFormat pcmFormat() {
        return new PcmFormat(
                taken.stream().mapToInt(Track::sampleRate).max().orElseThrow(),
                taken.stream().mapToInt(Track::channels).sum());
    }

    /** Filters that put the channels of all that are taken side by side, each from the start of the file on. */
    String filters() {
        var length = Math.round(taken.stream().mapToDouble(Track::end).max().orElseThrow()
                * pcmFormat().sampleRate());
        var parts = taken.stream()
                .map(track -> "[0:a:%d]aresample=%d:async=1:first_pts=0,asetpts=N,apad=whole_len=%d,%s[track%1$d];"
                        .formatted(track.number(), pcmFormat().sampleRate(), length, unplaced(track.channels())))
                .collect(Collectors.joining());
        var pads = taken.stream().map(track -> "[track" + track.number() + "]").collect(Collectors.joining());
        return parts + pads + "amerge=inputs=" + taken.size();
    }

    /** One channel after the other, whatever places in a room they are said to have. */
    private static String unplaced(int channels) {
        return IntStream.range(0, channels)
                .mapToObj("|c%d=c%<d"::formatted)
                .collect(Collectors.joining("", "pan=" + channels + "c", ""));
    }

    public List<Warning> warnings() {
        var warnings = new ArrayList<Warning>();
        if (areSeveral()) {
            var names = taken.stream().map(Track::toString).collect(Collectors.joining(", "));
            warnings.add(new Warning(
                    Code.TRACKS_AS_CHANNELS,
                    "The file has several tracks of equal length; they became channels in this order: " + names + "."));
        }
        if (!left.isEmpty()) {
            var names = left.stream().map(Track::toString).collect(Collectors.joining(", "));
            warnings.add(new Warning(
                    Code.LEFT_OUT,
                    "The file has more tracks, which do not fit the first and were left out: " + names + "."));
        }
        return warnings;
    }
}
