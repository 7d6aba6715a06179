package io.tapedeck.amazontranscribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tapedeck.audio.Transcription;
import io.tapedeck.problem.TemporaryFailureException;
import io.tapedeck.s3.S3Local;
import io.tapedeck.s3.S3Server;
import io.tapedeck.transcript.OutsideName;
import io.tapedeck.transcript.Transcriber.Answer;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A vocabulary is made for a job, used by it, and removed. */
@ExtendWith(S3Local.class)
class AmazonVocabulariesTest {
    private static final Transcription WITH_WORDS = Calls.in("en-US", "Tapedeck", "Los  Angeles", " ", "Tapedeck");
    private static final Answer IN_A_MINUTE = new Answer.Handed(Duration.ofMinutes(1));

    private final Engine engine;

    AmazonVocabulariesTest(S3Server bucket) throws IOException {
        this.engine = new Engine(bucket);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void theJobWaitsUntilItsVocabularyIsReady() {
        assertThat(ask()).isEqualTo(IN_A_MINUTE);
        assertThat(ask()).isEqualTo(IN_A_MINUTE);
        assertThat(engine.amazon.jobs()).isEmpty();
        assertThat(engine.amazon.vocabularies().get(Engine.NAME).get("Phrases").toString())
                .isEqualTo("[\"Tapedeck\",\"Los-Angeles\"]");
        assertThat(engine.amazon
                        .vocabularies()
                        .get(Engine.NAME)
                        .get("LanguageCode")
                        .textValue())
                .isEqualTo("en-US");

        begin();

        assertThat(engine.amazon
                        .job(Engine.NAME)
                        .at("/Request/Settings/VocabularyName")
                        .textValue())
                .isEqualTo(Engine.NAME);
        assertThat(engine.amazon.calls()).containsOnlyOnce("CreateVocabulary");
    }

    @Test
    void itIsGoneWhenTheJobIsDone() {
        begin();
        engine.complete("\"items\": []");

        assertThat(ask()).isInstanceOf(Answer.Done.class);

        assertThat(engine.amazon.vocabularies()).isEmpty();
        assertThat(ask()).isInstanceOf(Answer.Done.class);
    }

    @Test
    void itIsGoneWhenTheJobFailed() {
        begin();
        engine.amazon.fail(Engine.NAME, "Unsupported audio format");

        assertThat(ask()).isInstanceOf(Answer.Failed.class);

        assertThat(engine.amazon.vocabularies()).isEmpty();
    }

    @Test
    void oneThatCannotBeRemovedNowSpoilsNothing() {
        begin();
        engine.complete("\"items\": []");
        engine.amazon.refuse("DeleteVocabulary", 400, "ThrottlingException", "Rate exceeded");

        assertThat(ask()).isInstanceOf(Answer.Done.class);
    }

    @Test
    void oneThatAmazonCannotUseFailsTheJobAndIsRemoved() {
        ask();
        engine.amazon.vocabularyIs(Engine.NAME, "FAILED");

        assertThat(engine.failure(ask()).code()).isEqualTo("unusable-vocabulary");

        assertThat(engine.amazon.vocabularies()).isEmpty();
        engine.amazon.refuse("CreateVocabulary", 400, "BadRequestException", "Phrases has 1 error: 4711");
        assertThat(engine.failure(ask()).message()).contains("without digits").doesNotContain("4711");
    }

    @Test
    void ofTwoThatMakeItOneIsToldOfAConflictAndWaitsAsWell() {
        ask();
        engine.amazon.refuse("GetVocabulary", 404, "NotFoundException", "There is none.");

        assertThat(ask()).isEqualTo(IN_A_MINUTE);
        assertThat(engine.amazon.vocabularies()).hasSize(1);
    }

    @Test
    void whereThereIsNoRoomForAnotherItWaits() {
        engine.amazon.refuse("CreateVocabulary", 400, "LimitExceededException", "Too many vocabularies.");

        assertThat(ask()).isEqualTo(IN_A_MINUTE);
        assertThat(ask()).isEqualTo(IN_A_MINUTE);
        assertThat(engine.amazon.vocabularies()).hasSize(1);
    }

    @Test
    void forItTheJobWaitsADayAtMost() {
        ask();
        engine.clock.set(Calls.NOON.plus(Duration.ofHours(25)));

        assertThatExceptionOfType(TemporaryFailureException.class).isThrownBy(this::ask);
    }

    @Test
    void withoutALanguageThereIsNone() {
        var failure = engine.failure(engine.ask(Calls.DUAL.source(), Calls.inAnyLanguage("Tapedeck")));

        assertThat(failure.code()).isEqualTo("language-required");
        assertThat(engine.amazon.calls()).isEmpty();
    }

    @Test
    void toRemoveOneThatIsNotThereIsNothing() {
        var name = OutsideName.parse("tapedeck", Engine.NAME).orElseThrow();

        assertThatCode(() -> engine.vocabularies.remove(name)).doesNotThrowAnyException();
    }

    private void begin() {
        ask();
        engine.amazon.vocabularyIs(Engine.NAME, "READY");
        ask();
    }

    private Answer ask() {
        return engine.ask(Calls.DUAL.source(), WITH_WORDS);
    }
}
