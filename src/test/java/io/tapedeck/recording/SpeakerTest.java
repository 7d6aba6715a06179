package io.tapedeck.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.Format;
import io.tapedeck.audio.measure.ChannelLayout;
import io.tapedeck.audio.measure.Loudness;
import io.tapedeck.audio.measure.Quality;
import io.tapedeck.call.Participant;
import io.tapedeck.call.Speaker;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpeakerTest {
    private final Participant agent = participant("Ann", Optional.of(0));
    private final Participant customer = participant("Bo", Optional.of(1));

    @Test
    void eachHasTheSpeechOfTheirChannel() {
        assertThat(Speaker.of(List.of(customer, agent), dual(12.5, 3.0), Map.of()))
                .containsExactly(speaker(customer, "ch_1", 3.0), speaker(agent, "ch_0", 12.5));
    }

    @Test
    void aChannelThatNobodyIsNamedForHasAParticipantOfItsOwn() {
        var unnamed = new Participant(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(0));

        assertThat(Speaker.of(List.of(customer), dual(12.5, 3.0), Map.of()))
                .containsExactly(speaker(customer, "ch_1", 3.0), speaker(unnamed, "ch_0", 12.5));
        assertThat(Speaker.of(List.of(), dual(12.5, 3.0), Map.of())).hasSize(2);
    }

    @Test
    void whoSharesAChannelHasNoSpeechOfTheirOwn() {
        var other = participant("Cy", Optional.of(0));

        assertThat(Speaker.of(List.of(agent, other, customer), dual(12.5, 3.0), Map.of()))
                .containsExactly(
                        new Speaker(agent, Optional.of("ch_0"), Optional.empty()),
                        new Speaker(other, Optional.of("ch_0"), Optional.empty()),
                        speaker(customer, "ch_1", 3.0));
    }

    @Test
    void channelsWithTheSameSoundBelongToNobodyInParticular() {
        var audio = audio(ChannelLayout.DUPLICATED, 9.0, 9.0);

        assertThat(Speaker.of(List.of(agent, customer), audio, Map.of()))
                .extracting(Speaker::speakingTime)
                .containsExactly(Optional.empty(), Optional.empty());
        assertThat(Speaker.of(List.of(), audio, Map.of()))
                .extracting(Speaker::speakingTime)
                .containsExactly(Optional.of(9.0));
    }

    @Test
    void whoIsOnNoChannelOrOnOneThatIsNotThereHasNoSpeech() {
        var somewhere = participant("Di", Optional.empty());
        var beyond = participant("Ed", Optional.of(5));

        assertThat(Speaker.of(List.of(somewhere, beyond, agent), audio(ChannelLayout.MONO, 4.0), Map.of()))
                .containsExactly(
                        new Speaker(somewhere, Optional.empty(), Optional.empty()),
                        new Speaker(beyond, Optional.of("ch_5"), Optional.empty()),
                        speaker(agent, "ch_0", 4.0));
    }

    @Test
    void beforeTheAudioIsThereNothingIsKnownOfSpeech() {
        assertThat(Speaker.of(List.of(agent))).containsExactly(new Speaker(agent, Optional.empty(), Optional.empty()));
    }

    private static Speaker speaker(Participant participant, String label, double seconds) {
        return new Speaker(participant, Optional.of(label), Optional.of(seconds));
    }

    private static Participant participant(String name, Optional<Integer> channel) {
        return new Participant(Optional.empty(), Optional.of(name), Optional.empty(), channel);
    }

    @Test
    void theyAreCalledAsTheTranscriptCallsThem() {
        assertThat(Speaker.of(List.of(customer), dual(12.5, 3.0), Map.of(0, "Ann")))
                .extracting(Speaker::label)
                .containsExactlyInAnyOrder(Optional.of("Ann"), Optional.of("ch_1"));
    }

    private static AudioMeasures dual(double... speech) {
        return audio(ChannelLayout.DUAL, speech);
    }

    private static AudioMeasures audio(ChannelLayout layout, double... speech) {
        return new AudioMeasures(
                Format.WAV,
                "pcm_s16le",
                8000,
                128.0 * speech.length,
                speech.length,
                20,
                Quality.LOSSLESS,
                new Loudness(-23, 5, Optional.of(-1.0)),
                Optional.of(layout),
                java.util.Arrays.stream(speech).boxed().toList(),
                List.of(),
                Optional.empty());
    }
}
