package io.tapedeck.ffmpeg.make;

import io.tapedeck.audio.AudioInput;
import io.tapedeck.audio.AudioProcessingException;
import io.tapedeck.container.Container;
import io.tapedeck.ffmpeg.probe.FfmpegInput;
import io.tapedeck.ffmpeg.probe.Ffprobe;
import io.tapedeck.ffmpeg.probe.SoundFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What is masked, and how many bits its samples have.
 *
 * @param depth a filter after a comma, or nothing, that brings back the samples of a codec which has them of 16 bits or of 24
 */
record MaskSource(FfmpegInput input, String depth) {
    private static final Set<String> OF_EITHER_DEPTH = Set.of("flac", "alac");
    private static final String SHORT = ",aformat=sample_fmts=s16|s16p";

    /**
     * @param folder where a copy may lie
     */
    static MaskSource of(Transcoder transcoder, AudioInput audio, Path folder) {
        if (!OF_EITHER_DEPTH.contains(audio.measures().codec())) {
            return new MaskSource(FfmpegInput.of(List.of(audio), folder).getFirst(), "");
        }
        var file = folder.resolve("input");
        var input = FfmpegInput.copied(audio, file);
        try {
            var sound = SoundFile.of(file, Container.of(audio.measures().format()));
            var isShort = transcoder.ffprobe().ask(sound) instanceof Ffprobe.Answer.Found found
                    && found.sampleFormat().startsWith("s16");
            return new MaskSource(input, isShort ? SHORT : "");
        } catch (IOException e) {
            throw new AudioProcessingException("The audio could not be read", e);
        }
    }
}
