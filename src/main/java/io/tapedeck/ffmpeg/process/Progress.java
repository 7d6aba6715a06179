package io.tapedeck.ffmpeg.process;

import io.tapedeck.process.LogTail;
import java.util.function.DoubleConsumer;
import java.util.regex.Pattern;

/** Reads what ffmpeg's option -progress makes it say, and tells how far it is: more each time, and at most all. */
public final class Progress implements LogTail.Filter {
    private static final Pattern REPORTED =
            Pattern.compile("(frame|fps|stream_\\w+|bitrate|total_size|out_time\\w*|\\w+_frames|speed|progress)=.*");
    private static final Pattern TIME = Pattern.compile("out_time_us=(\\d{1,15})");

    private final double seconds;
    private final DoubleConsumer listener;
    private double reached;

    /**
     * @param seconds that the result will last
     */
    public Progress(double seconds, DoubleConsumer listener) {
        this.seconds = seconds;
        this.listener = listener;
    }

    @Override
    public boolean keeps(String line) {
        var time = TIME.matcher(line);
        if (time.matches()) {
            tell(Long.parseLong(time.group(1)) / 1e6 / seconds);
        }
        return !REPORTED.matcher(line).matches();
    }

    private void tell(double share) {
        if (share > reached) {
            reached = Math.min(share, 1);
            listener.accept(reached);
        }
    }
}
