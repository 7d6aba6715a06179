package io.tapedeck.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapedeck.audio.SpeechEngine;
import io.tapedeck.audio.Transcription;
import io.tapedeck.http.FieldErrors;
import io.tapedeck.http.Fields;
import io.tapedeck.json.Json;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.transcript.EngineChoice;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranscriptionRequestTest {
    private static final EngineChoice ENGINES =
            new EngineChoice(Set.of(SpeechEngine.WHISPER, SpeechEngine.POCKETSPHINX), Optional.empty());

    private final FieldErrors errors = new FieldErrors();

    @Test
    void whatIsNotSaidIsTheDefault() {
        assertThat(read("{}").by(ENGINES))
                .isEqualTo(new Transcription(SpeechEngine.WHISPER, Optional.of("en-US"), Optional.empty(), List.of()));
    }

    @Test
    void allThatCanBeAskedIsRead() {
        assertThat(read("{'language':'de-AT','engine':'pocketsphinx','speakers':3,'vocabulary':['Tapedeck']}")
                        .by(ENGINES))
                .isEqualTo(new Transcription(
                        SpeechEngine.POCKETSPHINX, Optional.of("de-AT"), Optional.of(3), List.of("Tapedeck")));
        assertThat(read("{'language':'auto'}").language()).isEmpty();
        errors.refuse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {'language':'english please'}  | /language
                    {'language':7}                 | /language
                    {'engine':'siri'}              | /engine
                    {'speakers':0}                 | /speakers
                    {'speakers':11}                | /speakers
                    {'speakers':1.5}               | /speakers
                    {'vocabulary':'Tapedeck'}      | /vocabulary
                    {'vocabulary':['']}            | /vocabulary/0
                    {'asNew':true}                 | /asNew
                    """)
    void whatCannotBeAskedIsNamed(String body, String pointer) {
        read(body);

        assertThatThrownBy(errors::refuse)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.errors())
                                .singleElement()
                                .satisfies(error -> assertThat(error.field()).isEqualTo(pointer)));
    }

    @Test
    void moreThan500WordsAreTooMany() {
        read("{'vocabulary':[%s]}".formatted(String.join(",", Collections.nCopies(501, "'a'"))));

        assertThatThrownBy(errors::refuse).isInstanceOf(ProblemException.class);
    }

    private TranscriptionRequest read(String body) {
        var object = (ObjectNode) new Json().read(body.replace('\'', '"'));
        return TranscriptionRequest.read(new Fields(object, "", errors));
    }
}
