package io.tapedeck.transcript;

import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.AudioResult;
import io.tapedeck.audio.AudioTask;
import io.tapedeck.audio.Compression;
import io.tapedeck.audio.Conversion;
import io.tapedeck.audio.Enhancement;
import io.tapedeck.audio.Merge;
import io.tapedeck.audio.Range;
import io.tapedeck.audio.Trim;
import io.tapedeck.audio.measure.ChannelLayout;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** What is said in audio that was made of other audio, as far as it was known there. */
public final class DerivedTranscript {
    private DerivedTranscript() {}

    /**
     * The transcript of what a task made.
     *
     * @param inputs what the task worked on, and what is said there, in its order
     * @param made what it made
     * @param result what it did
     */
    public static Transcript of(AudioTask task, List<Input> inputs, AudioMeasures made, AudioResult result) {
        var first = inputs.getFirst();
        var derived = switch (task) {
            case Compression _, Conversion _ -> first.transcript();
            case Trim trim ->
                Retiming.cut(first.transcript(), trim.kept(first.audio().duration()));
            case Enhancement _ ->
                result.removed().isEmpty()
                        ? first.transcript()
                        : Retiming.closed(
                                first.transcript(),
                                Range.left(result.removed(), first.audio().duration()));
            case Merge merge -> merged(merge, inputs, made.duration());
        };
        var isMixedDown =
                made.channels() == 1 && (task instanceof Merge || first.audio().channels() > 1);
        return onChannels(derived, made.channels(), isMixedDown).within(made.duration());
    }

    /**
     * What was known to be said in audio before that was there, as far as it fits to it: channels that there are not, or that
     * sound alike, tell nobody apart.
     */
    public static Transcript fitted(Transcript known, AudioMeasures audio) {
        var isMixed = audio.channels() == 1 || audio.layout().equals(Optional.of(ChannelLayout.DUPLICATED));
        return onChannels(known, audio.channels(), isMixed).within(audio.duration());
    }

    private static Transcript merged(Merge merge, List<Input> inputs, double duration) {
        var audio = inputs.stream().map(Input::audio).toList();
        var starts = merge.starts(audio);
        var parts = IntStream.range(0, inputs.size())
                .mapToObj(i -> new MergedTranscript.Part(
                        inputs.get(i).transcript(),
                        starts.get(i),
                        ChannelMap.of(merge, audio, i),
                        alone(merge, audio, i)))
                .toList();
        return MergedTranscript.of(parts, duration);
    }

    private static OptionalInt alone(Merge merge, List<AudioMeasures> audio, int index) {
        return merge.mode() == Merge.Mode.CHANNELS && audio.get(index).channels() == 1
                ? ChannelMap.of(merge, audio, index).channel(0)
                : OptionalInt.empty();
    }

    /** Whoever had a channel that is not there any more keeps the name, which still says who it was. */
    private static Transcript onChannels(Transcript transcript, int channels, boolean isMixedDown) {
        var isGone = transcript.labels().keySet().stream().anyMatch(channel -> channel >= channels);
        return isMixedDown || isGone ? transcript.mixed() : transcript;
    }

    /** Audio and what is said in it. */
    public record Input(AudioMeasures audio, Transcript transcript) {}
}
