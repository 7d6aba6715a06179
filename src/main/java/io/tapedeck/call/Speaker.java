package io.tapedeck.call;

import static java.util.Objects.requireNonNull;

import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.measure.ChannelLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A participant and what the audio tells of them.
 *
 * @param label what the transcript calls them, or would if there were one
 * @param speakingTime seconds of speech, absent where it cannot be told
 */
public record Speaker(Participant participant, Optional<String> label, Optional<Double> speakingTime) {
    public Speaker {
        requireNonNull(participant);
        requireNonNull(label);
        requireNonNull(speakingTime);
    }

    /**
     * The participants with their speech: each has that of their channel, unless they share it, and every channel that
     * nobody is named for has a participant of its own. Channels that carry the same sound count as one that belongs to
     * nobody in particular.
     *
     * @param labels what the transcript calls whoever speaks on a channel, by channel
     */
    public static List<Speaker> of(List<Participant> participants, AudioMeasures audio, Map<Integer, String> labels) {
        var duplicated = audio.layout().equals(Optional.of(ChannelLayout.DUPLICATED));
        var speakers = new ArrayList<Speaker>();
        for (var participant : participants) {
            var own =
                    participant.channel().filter(channel -> !duplicated && Participant.isAlone(channel, participants));
            speakers.add(new Speaker(
                    participant,
                    participant.channel().map(channel -> label(channel, labels)),
                    own.filter(channel -> channel < audio.speech().size()).map(audio.speech()::get)));
        }
        IntStream.range(0, duplicated ? 1 : audio.speech().size())
                .filter(channel ->
                        participants.stream().noneMatch(p -> p.channel().equals(Optional.of(channel))))
                .mapToObj(channel -> unnamed(channel, audio.speech().get(channel), labels))
                .forEach(speakers::add);
        return List.copyOf(speakers);
    }

    /** The participants of audio that has not been heard yet. */
    public static List<Speaker> of(List<Participant> participants) {
        return participants.stream()
                .map(participant -> new Speaker(participant, Optional.empty(), Optional.empty()))
                .toList();
    }

    private static Speaker unnamed(int channel, double speech, Map<Integer, String> labels) {
        var participant = new Participant(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(channel));
        return new Speaker(participant, Optional.of(label(channel, labels)), Optional.of(speech));
    }

    private static String label(int channel, Map<Integer, String> labels) {
        return labels.getOrDefault(channel, "ch_" + channel);
    }
}
