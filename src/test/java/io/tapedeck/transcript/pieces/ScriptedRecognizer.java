package io.tapedeck.transcript.pieces;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.audio.Transcription;
import io.tapedeck.problem.Failure;
import io.tapedeck.transcript.Origin;
import io.tapedeck.transcript.Recognizer;
import io.tapedeck.transcript.Spoken;
import io.tapedeck.transcript.Word;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/**
 * Hears a word wherever the samples are the same for a while, which says what they are ({@link ScriptedSpeechAudio}), and does
 * meanwhile what a test says.
 */
final class ScriptedRecognizer implements Recognizer {
    /** Something that happens while a piece is heard that begins with a word. */
    interface Event {
        void happen() throws InterruptedException;
    }

    private static final OptionalDouble SURE = OptionalDouble.of(0.9);

    private final Map<String, Event> events = new ConcurrentHashMap<>();
    private final Map<String, String> texts = new ConcurrentHashMap<>();
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private Event always = () -> {};
    private Optional<Failure> refusal = Optional.empty();

    ScriptedRecognizer when(String firstWord, Event event) {
        events.put(firstWord, event);
        return this;
    }

    ScriptedRecognizer always(Event event) {
        always = event;
        return this;
    }

    /** What is heard in place of a word. */
    ScriptedRecognizer writing(String word, String text) {
        texts.put(word, text);
        return this;
    }

    ScriptedRecognizer refusing(Failure failure) {
        refusal = Optional.of(failure);
        return this;
    }

    /** The first words of the pieces that were heard, in the order in which they began. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    @Override
    public Origin origin(Transcription request) {
        return Spoken.ORIGIN;
    }

    @Override
    public Optional<Failure> refusal(Transcription request) {
        return refusal;
    }

    @Override
    public List<Word> words(Path wav, double duration, Transcription request) throws InterruptedException {
        var words = words(samples(wav));
        assertThat(words.getLast().end()).isLessThanOrEqualTo(duration + 0.001);
        var first = words.getFirst().text();
        heard.add(first);
        always.happen();
        events.getOrDefault(first, () -> {}).happen();
        return words.stream()
                .map(word -> word.written(texts.getOrDefault(word.text(), word.text())))
                .toList();
    }

    private static List<Word> words(short[] samples) {
        var words = new ArrayList<Word>();
        for (int start = 0; start < samples.length; ) {
            var end = start + 1;
            while (end < samples.length && samples[end] == samples[start]) {
                end++;
            }
            if (samples[start] != 0) {
                words.add(new Word(ScriptedSpeechAudio.word(samples[start]), seconds(start), seconds(end), SURE));
            }
            start = end;
        }
        return words;
    }

    private static double seconds(int sample) {
        return sample / (double) SAMPLE_RATE;
    }

    private static short[] samples(Path wav) {
        try (var stream = AudioSystem.getAudioInputStream(wav.toFile())) {
            var form = stream.getFormat();
            assertThat(form.getSampleRate()).isEqualTo(SAMPLE_RATE);
            assertThat(form.getChannels()).isEqualTo(1);
            assertThat(form.getSampleSizeInBits()).isEqualTo(Short.SIZE);
            var bytes = stream.readAllBytes();
            assertThat((long) bytes.length).isEqualTo(2 * stream.getFrameLength());
            var samples = new short[bytes.length / 2];
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer()
                    .get(samples);
            return samples;
        } catch (IOException | UnsupportedAudioFileException e) {
            throw new AssertionError(e);
        }
    }
}
