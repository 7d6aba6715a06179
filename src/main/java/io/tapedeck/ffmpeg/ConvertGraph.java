package io.tapedeck.ffmpeg;

import io.tapedeck.recording.AudioMeasures;
import io.tapedeck.recording.Encoding;

/** The sound of one input in another form. */
final class ConvertGraph {
    private ConvertGraph() {}

    static FilterGraph of(AudioMeasures input, Encoding encoding) {
        var filters = "[0:a:0]" + Form.of(encoding).from(input) + "[sound]";
        return new FilterGraph(filters, encoding.sampleRate(), encoding.channels(), input.duration());
    }
}
