package io.tapedeck.ffmpeg.analysis;

import io.tapedeck.analysis.CallSound;
import io.tapedeck.analysis.SoundAnalyzer;
import io.tapedeck.audio.AudioInput;
import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.Loudness;
import io.tapedeck.ffmpeg.measure.Decoder;
import io.tapedeck.ffmpeg.measure.LoudnessMeter;
import io.tapedeck.ffmpeg.process.FfmpegSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
        var loudness = new LoudnessMeter(
                measures.channels(), measures.sampleRate(), Optional.of(measures.loudness()), measures.channels() > 1);
        var sound = new Decoder.Sound(loudness.filters("read", "sound"), measures.sampleRate(), measures.channels());
        var log = decoder.decode(audio, folder, sound, meter, progress);
        return meter.sound(loudness(measures, loudness.found(log)));
    }

    private static List<Loudness> loudness(AudioMeasures measures, LoudnessMeter.Found found) {
        return measures.channels() > 1 ? found.each() : List.of(found.whole());
    }
}
