package io.tapedeck.signal.crosstalk;

import io.tapedeck.signal.ChannelSpeech;
import io.tapedeck.signal.HeardBlock;
import io.tapedeck.signal.SampleFrame;
import io.tapedeck.signal.SpeechSegments;
import io.tapedeck.signal.VoiceActivity;
import io.tapedeck.signal.VoiceDetector;
import io.tapedeck.signal.VoiceFrames;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Queue;
import java.util.stream.IntStream;

/**
 * Measures how long and when somebody speaks on each channel of a call, as {@link VoiceActivity} does on one, but knows what one
 * channel leaks into another ({@link LeakFinder}, {@link EchoFinder}).
 */
public final class SpeakingTimes {
    /** Is told of each channel, of which the first is 0. */
    public interface Listener {
        /** A listener to nothing. */
        Listener NONE = new Listener() {};

        /** Takes the frames of a channel as they are read. */
        default void read(int channel, SampleFrame frame) {}

        /** Takes what is heard on a channel, in its order but some seconds late. */
        default void hear(int channel, HeardBlock block) {}
    }

    /** What is kept of a channel. */
    private static final class Channel {
        /** Frames that are worth another look. */
        private static final int A_FEW = 3;

        private final Queue<HeardBlock> waiting = new ArrayDeque<>();
        private final SpeechSegments all;
        private final SpeechSegments own;
        private final SpeechSegments withoutEchoes;
        private final VoiceDetector detector;
        private final Surroundings surroundings;
        private final LeakTally tally;
        private final LeakFinder finder;
        private final EchoTally echoTally = new EchoTally();
        private final EchoFinder echoFinder;

        Channel(int number, int channels, int sampleRate, double softest, Listener listener) {
            var rate = VoiceFrames.rate(sampleRate);
            this.all = new SpeechSegments(sampleRate);
            this.own = new SpeechSegments(sampleRate);
            this.withoutEchoes = new SpeechSegments(sampleRate);
            this.detector = new VoiceDetector(
                    number,
                    channels,
                    sampleRate,
                    softest,
                    block -> hear(listener, number, block),
                    frame -> listener.read(number, frame));
            this.surroundings = new Surroundings(VoiceFrames.frameLength(sampleRate));
            this.tally = new LeakTally(rate);
            this.finder = new LeakFinder(new LagSearch(rate, surroundings.length()), tally);
            this.echoFinder = new EchoFinder(VoiceFrames.frameLength(sampleRate), echoTally);
        }

        private void hear(Listener listener, int number, HeardBlock block) {
            listener.hear(number, block);
            waiting.add(block);
        }

        ChannelSpeech speech() {
            if (echoTally.softer().isPresent()) {
                return speech(withoutEchoes, echoTally.softer());
            }
            return speech(tally.softer().isPresent() ? own : all, tally.softer());
        }

        private ChannelSpeech speech(SpeechSegments spoken, OptionalDouble softer) {
            var heard = all.end();
            var own = spoken.end();
            return new ChannelSpeech(heard, own, softer, all.ranges(), spoken.ranges());
        }

        /** Takes in the next block, of which another channel is the loudest. */
        void decide(Optional<Surroundings> source) {
            var leaks = new BitSet();
            var echoes = new BitSet();
            source.ifPresent(loudest -> {
                var suspects = LeakFinder.suspects(loudest, surroundings);
                leaks.or(finder.leaks(loudest, surroundings, suspects));
                echoes.or(leaks);
                if (!tally.isSure() || suspects.cardinality() >= leaks.cardinality() + A_FEW) {
                    echoes.or(echoFinder.echoes(loudest, surroundings, suspects));
                }
            });
            accept(leaks, echoes);
        }

        private void accept(BitSet leaks, BitSet echoes) {
            var frames = surroundings.current().frames();
            for (int i = 0; i < frames.size(); i++) {
                all.accept(frames.get(i), false);
                own.accept(frames.get(i), leaks.get(i));
                withoutEchoes.accept(frames.get(i), echoes.get(i));
            }
        }
    }

    private final List<Channel> channels;

    /** @param softest dBFS below which nothing is taken for speech */
    public SpeakingTimes(int channels, int sampleRate, double softest) {
        this(channels, sampleRate, softest, Listener.NONE);
    }

    /** @param softest dBFS below which nothing is taken for speech */
    public SpeakingTimes(int channels, int sampleRate, double softest, Listener listener) {
        this.channels = IntStream.range(0, channels)
                .mapToObj(i -> new Channel(i, channels, sampleRate, softest, listener))
                .toList();
    }

    /**
     * Takes samples in.
     *
     * @param pcm of the channels in turn
     * @param count samples of each channel
     */
    public void accept(short[] pcm, int count) {
        channels.forEach(channel -> channel.detector.accept(pcm, count));
        advance();
    }

    /** Of each channel, in all that came in. To be asked once, at the end. */
    public List<ChannelSpeech> speech() {
        channels.forEach(channel -> channel.detector.end());
        advance();
        channels.forEach(channel -> channel.surroundings.shift(HeardBlock.NOTHING));
        channels.forEach(this::decide);
        return channels.stream().map(Channel::speech).toList();
    }

    private void advance() {
        while (channels.stream().noneMatch(channel -> channel.waiting.isEmpty())) {
            channels.forEach(channel -> channel.surroundings.shift(channel.waiting.remove()));
            channels.forEach(this::decide);
        }
    }

    private void decide(Channel channel) {
        channel.decide(loudestBut(channel).map(source -> source.surroundings));
    }

    private Optional<Channel> loudestBut(Channel channel) {
        return channels.stream()
                .filter(other -> other != channel)
                .max(Comparator.comparingDouble(other -> other.surroundings.energy()));
    }
}
