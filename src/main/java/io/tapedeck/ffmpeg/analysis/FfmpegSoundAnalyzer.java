package io.tapedeck.ffmpeg.analysis;

import io.tapedeck.analysis.CallSound;
import io.tapedeck.analysis.SoundAnalyzer;
import io.tapedeck.audio.AudioInput;
import io.tapedeck.ffmpeg.measure.Decoder;
import io.tapedeck.ffmpeg.process.FfmpegSettings;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;

/**
 * Decodes with ffmpeg, as all other work on recordings does, and finds all while the samples stream by: as they are, for clipping
 * shows in no others. A constant offset is left in, since nothing that is found depends on it.
 */
public final class FfmpegSoundAnalyzer implements SoundAnalyzer {
    private final Decoder decoder;

    public FfmpegSoundAnalyzer(FfmpegSettings settings) {
        this.decoder = new Decoder(settings);
    }

    @Override
    public CallSound listen(AudioInput audio, Path folder, DoubleConsumer progress) {
        var measures = audio.measures();
        var meter = new CallMeter(measures);
        var sound = new Decoder.Sound("[read]anull[sound]", measures.sampleRate(), measures.channels());
        decoder.decode(audio, folder, sound, meter, progress);
        return meter.sound();
    }
}
