package io.tapedeck.transcript.pieces;

import io.tapedeck.audio.AudioInput;
import io.tapedeck.audio.Range;
import io.tapedeck.transcript.Recognizer;
import io.tapedeck.transcript.SpeechAudio;
import io.tapedeck.transcript.SpokenChannel;
import io.tapedeck.transcript.VoiceRanges;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/** Channels on which a word is said in every second of what they speak: {@code b17} is that of second 17 of the second channel. */
final class ScriptedSpeechAudio implements SpeechAudio {
    private static final int NUMBERS = 10_000;

    private final double duration;
    private final List<List<Range>> speech;

    /** @param speech by channel, in whole seconds */
    ScriptedSpeechAudio(double duration, List<List<Range>> speech) {
        this.duration = duration;
        this.speech = speech;
    }

    @Override
    public List<SpokenChannel> channels(AudioInput audio, Path folder, DoubleConsumer progress) {
        progress.accept(1);
        return IntStream.range(0, speech.size())
                .mapToObj(i -> channel(i, folder.resolve("channel-" + i)))
                .toList();
    }

    /** What samples of a number say. */
    static String word(int sample) {
        return (char) ('a' + sample / NUMBERS) + String.valueOf(sample % NUMBERS);
    }

    private SpokenChannel channel(int number, Path pcm) {
        var frames = (int) (duration * Recognizer.SAMPLE_RATE);
        var bytes = ByteBuffer.allocate(Short.BYTES * frames).order(ByteOrder.LITTLE_ENDIAN);
        for (var range : speech.get(number)) {
            for (int i = (int) range.start() * Recognizer.SAMPLE_RATE; i < range.end() * Recognizer.SAMPLE_RATE; i++) {
                bytes.putShort(Short.BYTES * i, (short) (number * NUMBERS + i / Recognizer.SAMPLE_RATE));
            }
        }
        try {
            Files.write(pcm, bytes.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SpokenChannel(number, pcm, new VoiceRanges(speech.get(number)));
    }
}
