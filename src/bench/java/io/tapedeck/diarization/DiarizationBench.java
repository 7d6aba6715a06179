package io.tapedeck.diarization;

import io.tapedeck.bench.Report;
import io.tapedeck.bench.Row;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/**
 * How wrong it is to tell the sides of a real call apart once they are mixed to one channel, with the channels as the truth:
 * without a collar, and with what overlaps.
 */
class DiarizationBench {
    private static final Path CALL = Path.of("src", "test", "resources", "audio", "call-40.wav");
    private static final int SPEAKERS = 2;
    private static final int PIECE = 150;
    private static final double PERCENT = 100;

    @Test
    void diarization(TestInfo test) throws Exception {
        var call = TwoSidedCall.of(CALL);
        var mixed = call.mixed();
        var speech = TwoSidedCall.speech(mixed);
        var sound = new HeldSound(mixed, TwoSidedCall.RATE);
        var frames = new SpeechFrames(VoiceFeatures.frames(sound), speech);
        var features = VoiceFeatures.of(sound, frames);

        var ours = call.error(new Diarization(SPEAKERS).of(sound, speech));
        var pieces = call.error(frames.turns(new Pieces(features, frames, PIECE).course(SPEAKERS)));

        Report.of(test)
                .add(new Row(
                                "error of telling two speakers apart in a call of 245 s mixed to mono",
                                "%",
                                PERCENT * ours.total(),
                                "k-means of pieces of 1.5 s",
                                PERCENT * pieces.total(),
                                1,
                                "")
                        .under(18));
    }
}
