package io.tapedeck.privacy;

import io.tapedeck.SampleAudio;
import io.tapedeck.transcript.Segment;
import io.tapedeck.transcript.Spoken;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.Word;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An example as two voices say it, each on a channel of its own.
 *
 * @param said all that is said, with its true times
 * @param raw both channels at 16 kHz, 16 bits
 */
record SpokenExample(Example example, Transcript said, byte[] raw) {
    private static final double BETWEEN_TURNS = 0.6;
    private static final int CHANNELS = 2;

    /** Whether it is written as people talk: figures and marks a synthesiser would read in its own way. */
    static boolean isSpeakable(Example example) {
        return example.transcript().segments().stream()
                .flatMap(segment -> segment.words().stream())
                .allMatch(word -> word.text().matches("[A-Za-z',.?!]+"));
    }

    /** @param voices of the channels */
    static SpokenExample of(Example example, List<Flite> voices) throws IOException {
        var segments = new ArrayList<Segment>();
        var channels = new short[CHANNELS][0];
        var time = BETWEEN_TURNS;
        for (var segment : example.transcript().segments()) {
            var channel = segment.voice().channel().orElseThrow();
            var turn = voices.get(channel)
                    .say(segment.words().stream().map(Word::text).toList());
            var words = new ArrayList<Word>();
            for (int i = 0; i < turn.words().size(); i++) {
                var when = turn.words().get(i);
                words.add(segment.words().get(i).at(time + when.start(), time + when.end()));
            }
            segments.add(new Segment(segment.voice(), words));
            channels[channel] = with(channels[channel], turn.samples(), (int) Math.round(time * Flite.RATE));
            time += turn.samples().length / (double) Flite.RATE + BETWEEN_TURNS;
        }
        return new SpokenExample(
                example, Spoken.transcript(time, segments.toArray(Segment[]::new)), interleaved(channels, time));
    }

    /** As a file at 16 kHz, or as a telephone line has it: 8 kHz in µ-law. */
    Path file(Path wav, boolean isTelephone) throws IOException {
        var pcm = Files.write(wav.resolveSibling(wav.getFileName() + ".pcm"), raw);
        var given = List.of("-f", "s16le", "-ar", "16000", "-ac", "2", "-i", pcm.toString());
        var made = isTelephone
                ? List.of("-af", "highpass=f=300,lowpass=f=3400", "-ar", "8000", "-c:a", "pcm_mulaw", wav.toString())
                : List.of("-c:a", "pcm_s16le", wav.toString());
        var arguments = new ArrayList<>(given);
        arguments.addAll(made);
        SampleAudio.ffmpeg(arguments.toArray(String[]::new));
        Files.delete(pcm);
        return wav;
    }

    private static short[] with(short[] channel, short[] turn, int at) {
        var longer = new short[at + turn.length];
        System.arraycopy(channel, 0, longer, 0, channel.length);
        System.arraycopy(turn, 0, longer, at, turn.length);
        return longer;
    }

    private static byte[] interleaved(short[][] channels, double seconds) {
        var frames = (int) Math.round(seconds * Flite.RATE);
        var raw = ByteBuffer.allocate(frames * CHANNELS * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < frames; i++) {
            for (var channel : channels) {
                raw.putShort(i < channel.length ? channel[i] : 0);
            }
        }
        return raw.array();
    }
}
