package io.tapedeck.transcript;

import static io.tapedeck.audio.SpeechEngine.AMAZON_TRANSCRIBE;
import static io.tapedeck.audio.SpeechEngine.OPENAI;
import static io.tapedeck.audio.SpeechEngine.POCKETSPHINX;
import static io.tapedeck.audio.SpeechEngine.WHISPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EngineChoiceTest {
    @Test
    void theOneThatIsAskedForComesBeforeTheDeploymentsAndThatBeforeTheFirst() {
        var choice = new EngineChoice(Set.of(WHISPER, OPENAI, POCKETSPHINX), Optional.of(OPENAI));

        assertThat(choice.choose(Optional.of(POCKETSPHINX))).isEqualTo(POCKETSPHINX);
        assertThat(choice.choose(Optional.empty())).isEqualTo(OPENAI);
        assertThat(new EngineChoice(Set.of(OPENAI, WHISPER), Optional.empty()).choose(Optional.empty()))
                .isEqualTo(WHISPER);
        assertThat(new EngineChoice(Set.of(WHISPER, AMAZON_TRANSCRIBE), Optional.empty()).choose(Optional.empty()))
                .isEqualTo(AMAZON_TRANSCRIBE);
    }

    @Test
    void pocketsphinxIsTakenOnlyWhereItIsNamed() {
        assertThatThrownBy(() -> new EngineChoice(Set.of(POCKETSPHINX), Optional.empty()).choose(Optional.empty()))
                .isInstanceOf(ProblemException.class);
        assertThat(new EngineChoice(Set.of(POCKETSPHINX), Optional.of(POCKETSPHINX)).choose(Optional.empty()))
                .isEqualTo(POCKETSPHINX);
    }

    @Test
    void oneThatIsMissingIsNamedWithThoseThatThereAreAndHowToSetOneUp() {
        assertThatThrownBy(() -> new EngineChoice(Set.of(OPENAI), Optional.empty()).choose(Optional.of(WHISPER)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.TRANSCRIBER_UNAVAILABLE))
                .hasMessageContainingAll("whisper", "there is openai", "make speech");
    }
}
