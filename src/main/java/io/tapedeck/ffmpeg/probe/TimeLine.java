package io.tapedeck.ffmpeg.probe;

import io.tapedeck.audio.Plan;
import java.util.List;

/**
 * What to make of a container's time stamps: where nothing was sent or something was lost, silence takes its place, so that
 * what follows is in time.
 *
 * <p>No sound is ever left out. Time stamps that lag behind the sound before them are late by rounding or by the recorder's clock;
 * those that go back begin another stretch, such as the next of the streams joined in an Ogg file, which follows at once;
 * and so does what would come more than the longest recording later, for which no clock was right.
 */
public final class TimeLine {
    /** Time begins at the file's first sound, and ffmpeg itself straightens nothing. */
    public static final List<String> OPTIONS = List.of("-copyts", "-start_at_zero");

    /** Seconds of a gap, just below the shortest packets that are common. Time stamps may be off by as much. */
    private static final double GAP = 0.015;

    /** Seconds at the start that a decoder may need until there is sound. */
    private static final double DELAY = 0.1;

    /**
     * Register 0 has where the next sound is expected, 1 the gap before it and then its position, 2 what is added to time
     * stamps, and 3 whether another stretch begins.
     */
    private static final String POSITION = "st(1,PTS+ld(2)-ld(0));"
            + "st(3,lt(PTS,PREV_INPTS)+not(N)*lt(ld(1),%3$s*SR)+gt(ld(1),%2$d*SR));"
            + "st(2,ld(2)-if(ld(3),ld(1),0));"
            + "st(1,ld(0)+if(not(ld(3))*gte(ld(1),%1$s*SR),ld(1),0));"
            + "st(0,ld(1)+NB_SAMPLES);ld(1)";

    /** Filters, joined by commas, that make it one without gaps. */
    static final String FILTERS = "asetpts='" + POSITION.formatted(GAP, Plan.LONGEST.toSeconds(), DELAY)
            + "',aresample=async=1:first_pts=0:min_hard_comp=0.01";

    private TimeLine() {}
}
