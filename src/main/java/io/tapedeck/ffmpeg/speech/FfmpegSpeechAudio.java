package io.tapedeck.ffmpeg.speech;

import io.tapedeck.audio.AudioInput;
import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.AudioProcessingException;
import io.tapedeck.audio.measure.ChannelLayout;
import io.tapedeck.audio.measure.Signal;
import io.tapedeck.ffmpeg.measure.Centering;
import io.tapedeck.ffmpeg.measure.Decoder;
import io.tapedeck.ffmpeg.probe.ChannelPlaces;
import io.tapedeck.ffmpeg.probe.Probe;
import io.tapedeck.ffmpeg.process.FfmpegSettings;
import io.tapedeck.signal.crosstalk.SpeakingTimes;
import io.tapedeck.transcript.Recognizer;
import io.tapedeck.transcript.SpeechAudio;
import io.tapedeck.transcript.SpokenChannel;
import io.tapedeck.transcript.VoiceRanges;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/**
 * Decodes with ffmpeg, as all other work on recordings does, and finds speech while the samples stream by. What one channel leaks
 * into another is muted there, so that nobody hears it twice.
 */
public final class FfmpegSpeechAudio implements SpeechAudio {
    private final Decoder decoder;

    public FfmpegSpeechAudio(FfmpegSettings settings) {
        this.decoder = new Decoder(settings);
    }

    @Override
    public List<SpokenChannel> channels(AudioInput audio, Path folder, DoubleConsumer progress) {
        var sound = sound(audio.measures());
        var times = new SpeakingTimes(
                sound.channels(),
                sound.sampleRate(),
                Probe.of(audio.measures())
                        .softestSpeech(audio.measures().loudness().integrated()));
        try (var files = ChannelFiles.in(folder, sound.channels())) {
            decoder.decode(
                    audio,
                    folder,
                    sound,
                    (pcm, frames) -> {
                        times.accept(pcm, frames);
                        files.accept(pcm, frames);
                    },
                    progress);
            return spoken(files, times);
        } catch (IOException e) {
            throw new AudioProcessingException("The channels could not be written to files", e);
        }
    }

    private static Decoder.Sound sound(AudioMeasures audio) {
        var centering = new Centering(audio.signal().map(Signal::offsets).orElse(List.of()));
        var isOneSound = audio.layout().equals(Optional.of(ChannelLayout.DUPLICATED));
        var filters = centering.shift("read", "centred") + ";[centred]" + (isOneSound ? ChannelPlaces.only(0) : "anull")
                + ",aresample=" + Recognizer.SAMPLE_RATE + "[sound]";
        return new Decoder.Sound(filters, Recognizer.SAMPLE_RATE, isOneSound ? 1 : audio.channels());
    }

    private static List<SpokenChannel> spoken(ChannelFiles files, SpeakingTimes times) throws IOException {
        var speech = times.speech();
        for (int channel = 0; channel < speech.size(); channel++) {
            files.mute(channel, Leaks.of(speech.get(channel)));
        }
        return IntStream.range(0, speech.size())
                .mapToObj(i -> new SpokenChannel(
                        i, files.path(i), new VoiceRanges(speech.get(i).spoken())))
                .toList();
    }
}
