package io.tapedeck.amazontranscribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tapedeck.audio.Format;
import io.tapedeck.audio.Transcription;
import io.tapedeck.audio.measure.ChannelLayout;
import io.tapedeck.id.StorageName;
import io.tapedeck.problem.Failure;
import io.tapedeck.problem.TemporaryFailureException;
import io.tapedeck.s3.S3Local;
import io.tapedeck.s3.S3Server;
import io.tapedeck.transcript.Origin;
import io.tapedeck.transcript.Transcriber.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(S3Local.class)
class AmazonTranscriberTest {
    private static final String HELLO_YES = """
            "language_code": "en-US", "items": [
              {"channel_label": "ch_0", "start_time": "1.0", "end_time": "1.4", "type": "pronunciation",
               "alternatives": [{"confidence": "0.98", "content": "Hello"}]},
              {"channel_label": "ch_0", "type": "punctuation", "alternatives": [{"confidence": "0.0", "content": "?"}]},
              {"channel_label": "ch_1", "start_time": "1.2", "end_time": "%s", "type": "pronunciation",
               "alternatives": [{"confidence": "0.9", "content": "Yes"}]}]""";

    private final Engine engine;

    AmazonTranscriberTest(S3Server bucket) throws IOException {
        this.engine = new Engine(bucket);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void theRecordingIsHeardWhereItLiesAndTheResultWrittenBesideIt() {
        assertThat(engine.ask()).isEqualTo(new Answer.Handed(Duration.ofMinutes(1)));

        var request = engine.amazon.job(Engine.NAME).get("Request");
        assertThat(request.at("/Media/MediaFileUri").textValue())
                .isEqualTo("s3://recordings/audio/acme/%s/v1.wav".formatted(Calls.RECORDING));
        assertThat(request.get("OutputBucketName").textValue()).isEqualTo("recordings");
        assertThat(request.get("OutputKey").textValue())
                .isEqualTo("documents/acme/%s/%s-kept.amazon.json".formatted(Calls.RECORDING, Calls.JOB.ulid()));
        assertThat(request.get("OutputEncryptionKMSKeyId").textValue()).isEqualTo("arn:aws:kms:x");
        assertThat(request.get("MediaFormat").textValue()).isEqualTo("wav");
        assertThat(request.get("LanguageCode").textValue()).isEqualTo("en-US");
        assertThat(request.has("IdentifyLanguage")).isFalse();
    }

    @Test
    void whatIsDoneIsATranscriptByChannel() {
        engine.ask();
        engine.complete(HELLO_YES.formatted("2.0"));

        var transcript = engine.transcript(engine.ask());

        assertThat(transcript.origin())
                .isEqualTo(new Origin("amazon-transcribe", Optional.empty(), Optional.of("en-US")));
        assertThat(transcript.segments())
                .extracting(turn -> turn.voice().speaker().orElseThrow() + " " + turn.text())
                .containsExactly("ch_0 Hello?", "ch_1 Yes");
        assertThat(transcript.duration()).isEqualTo(10);
        assertThat(transcript.isDiarized()).isFalse();
    }

    @Test
    void askedAgainItGoesOnWithWhatWasBegun() {
        engine.ask();
        engine.amazon.is(Engine.NAME, "QUEUED");
        assertThat(engine.ask()).isEqualTo(new Answer.Handed(Duration.ofMinutes(1)));
        engine.amazon.is(Engine.NAME, "IN_PROGRESS");
        engine.ask();

        assertThat(engine.amazon.calls()).containsOnlyOnce("StartTranscriptionJob");
        assertThat(engine.amazon.jobs()).containsExactly(Engine.NAME);
    }

    @Test
    void ofTwoThatBeginOneIsToldOfAConflictAndWaitsAsWell() {
        engine.ask();
        engine.amazon.refuse("GetTranscriptionJob", 404, "NotFoundException", "There is none.");

        assertThat(engine.ask()).isInstanceOf(Answer.Handed.class);
        assertThat(engine.amazon.calls()).endsWith("StartTranscriptionJob");
    }

    @Test
    void aCompletionThatIsReadTwiceIsTheSame() {
        engine.ask();
        engine.complete(HELLO_YES.formatted("2.0"));

        assertThat(engine.ask()).isEqualTo(engine.ask());
    }

    @Test
    void longerRecordingsAreAskedAfterLater() {
        assertThat(engine.ask(Calls.DUAL.lasting(3600, 900).source(), Calls.in("en-US")))
                .isEqualTo(new Answer.Handed(Duration.ofMinutes(15)));
        assertThat(engine.ask(Calls.DUAL.lasting(4 * 3600, 900).source(), Calls.in("en-US")))
                .isEqualTo(new Answer.Handed(Duration.ofMinutes(30)));
    }

    @Test
    void whatHasNotEndedForADayIsGivenUp() {
        engine.ask();
        engine.clock.set(Calls.NOON.plus(Duration.ofHours(25)));

        assertThat(engine.failure(engine.ask()).code()).isEqualTo("transcriber-failed");
    }

    @ParameterizedTest
    @CsvSource({"DUAL, 2, true, 0", "DUPLICATED, 2, false, 2", "MONO, 1, false, 2"})
    void sidesAreToldApartByChannelWhereTheyHaveOneAndElseByVoice(
            ChannelLayout layout, int channels, boolean byChannel, int speakers) {
        engine.ask(Calls.DUAL.on(channels, layout).source(), Calls.in("en-US"));

        var settings = engine.amazon.job(Engine.NAME).at("/Request/Settings");
        assertThat(settings.path("ChannelIdentification").asBoolean()).isEqualTo(byChannel);
        assertThat(settings.path("ShowSpeakerLabels").asBoolean()).isEqualTo(speakers > 0);
        assertThat(settings.path("MaxSpeakerLabels").asInt()).isEqualTo(speakers);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 2", "5, 5"})
    void onOneChannelAsManySpeakersAreToldApartAsTheRequestSays(int speakers, int labels) {
        engine.ask(Calls.MONO.source(), Calls.of(speakers));

        var settings = engine.amazon.job(Engine.NAME).at("/Request/Settings");
        assertThat(settings.path("MaxSpeakerLabels").asInt()).isEqualTo(labels);
        assertThat(settings.path("ShowSpeakerLabels").asBoolean()).isEqualTo(labels > 0);
    }

    @Test
    void theLanguageIsFoundOutWhereNobodySaysIt() {
        engine.ask(Calls.DUAL.source(), Calls.inAnyLanguage());
        engine.complete("\"items\": []");
        engine.amazon.answer("GetTranscriptionJob", 200, """
                        {"TranscriptionJob": {"TranscriptionJobStatus": "COMPLETED", "LanguageCode": "fr-CA"}}""", Map.of());

        var transcript = engine.transcript(engine.ask(Calls.DUAL.source(), Calls.inAnyLanguage()));

        assertThat(engine.amazon
                        .job(Engine.NAME)
                        .at("/Request/IdentifyLanguage")
                        .booleanValue())
                .isTrue();
        assertThat(transcript.origin().language()).contains("fr-CA");
        assertThat(transcript.segments()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en, en-US", "EN-gb, en-GB", "de, de-DE", "it, it-IT", "zh-TW, zh-TW", "pl, pl-PL"})
    void aLanguageWithoutACountryIsTheUsualOne(String asked, String code) {
        engine.ask(Calls.DUAL.source(), Calls.in(asked));

        assertThat(engine.amazon.job(Engine.NAME).at("/Request/LanguageCode").textValue())
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"tlh | such as en-US", "fr-BE | fr-FR, fr-CA", "e | such as en-US"})
    void aLanguageThatIsNotKnownIsRefusedWithThoseThatAre(String asked, String right) {
        var failure = engine.failure(engine.ask(Calls.DUAL.source(), Calls.in(asked)));

        assertThat(failure.code()).isEqualTo("unsupported-language");
        assertThat(failure.message()).contains(asked);
        assertThat(right.split(", "))
                .allSatisfy(name -> assertThat(failure.message()).contains(name));
        assertThat(engine.amazon.calls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"MP3, mp3", "OGG, ogg", "M4A, m4a", "FLAC, flac", "WEBM, webm", "MP4, mp4", "AMR, amr"})
    void everyFormatThatAmazonTakesIsNamed(Format format, String name) {
        engine.ask(Calls.DUAL.in(format).source(), Calls.in("en-US"));

        assertThat(engine.amazon.job(Engine.NAME).at("/Request/MediaFormat").textValue())
                .isEqualTo(name);
    }

    @Test
    void whatAmazonDoesNotTakeIsNotSentAndTheReasonSaysWhatWouldBeRight() {
        assertRefused(Calls.DUAL.in(Format.AIFF), "does not take aiff. Convert");
        assertRefused(Calls.DUAL.in(Format.CAF), "does not take caf. Convert");
        assertRefused(Calls.DUAL.lasting(4 * 3600 + 1, 9), "four hours");
        assertRefused(Calls.DUAL.at(48_000, 1536).lasting(14_000, 9), "2 GB");
        assertRefused(Calls.DUAL.on(3, ChannelLayout.DUAL), "two channels");
        assertRefused(Calls.DUAL.at(96_000, 3072), "sampleRate");
        assertRefused(Calls.DUAL.at(4_000, 128), "sampleRate");
        assertRefused(Calls.DUAL.in(new StorageName("gcs")), "lies in gcs. Move it to s3");
        assertThat(engine.amazon.calls()).isEmpty();
    }

    private void assertRefused(Calls call, String message) {
        assertThat(engine.failure(engine.ask(call.source(), Calls.in("en-US"))))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo("unsupported-audio"))
                .satisfies(failure -> assertThat(failure.message()).contains(message));
    }

    @Test
    void ofSilenceAndOfAnInstantThereIsAnEmptyTranscriptForNothing() {
        for (var call :
                new Calls[] {Calls.DUAL.lasting(10, 0), Calls.MONO.lasting(0.4, 0.2), Calls.MONO.lasting(0, 0)}) {
            var transcript = engine.transcript(engine.ask(call.source(), Calls.in("en-US")));
            assertThat(transcript.segments()).isEmpty();
            assertThat(transcript.duration()).isEqualTo(call.duration());
        }
        assertThat(engine.amazon.calls()).isEmpty();
    }

    @Test
    void wordsBeyondTheEndDoNotSpoilTheOthers() {
        engine.ask();
        engine.complete(
                HELLO_YES.formatted("14.5").replace("\"1.0\"", "\"11.0\"").replace("\"1.4\"", "\"12.0\""));

        var transcript = engine.transcript(engine.ask());

        assertThat(transcript.text()).isEqualTo("Yes");
        assertThat(transcript.segments().getFirst().end()).isEqualTo(10);
    }

    @Test
    void aResultOfThirtyMegabytesIsRead() {
        engine.ask(Calls.DUAL.lasting(4 * 3600, 7200).source(), Calls.in("en-US"));
        var items = IntStream.range(0, 190_000)
                .mapToObj(i -> """
                        {"channel_label":"ch_%d","start_time":"%.2f","end_time":"%.2f","type":"pronunciation","id":%d,\
                        "alternatives":[{"confidence":"0.98","content":"word"}]}""".formatted(i % 2, i * 0.07, i * 0.07 + 0.06, i))
                .collect(Collectors.joining(","));
        engine.complete("\"items\":[%s]".formatted(items));

        var transcript =
                engine.transcript(engine.ask(Calls.DUAL.lasting(4 * 3600, 7200).source(), Calls.in("en-US")));

        assertThat(items.length()).isGreaterThan(25_000_000);
        assertThat(transcript.wordCount()).isEqualTo(190_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<html>Service unavailable</html>",
                "[]",
                "{}",
                "{\"results\": {\"items\": [{\"start_time\": \"x\"}]}}",
                "{\"results\": {\"language_code\": \"a\\u0007\", \"items\": []}}",
                "{\"results\": {\"items\": [{\"type\": \"pronunciation\", \"start_time\": \"5\", \"end_time\": \"1\", \"alternatives\": [{\"content\": \"a\"}]}]}}"
            })
    void aResultThatIsNoTranscriptIsAFailure(String document) {
        engine.ask();
        engine.amazon.complete(Engine.NAME, document.getBytes(StandardCharsets.UTF_8));

        assertThat(engine.failure(engine.ask()))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo("transcriber-failed"))
                .satisfies(failure -> assertThat(failure.message()).contains("cannot be read"));
    }

    @Test
    void aResultThatIsGoneIsHeardAnew() {
        engine.ask();
        engine.complete("\"items\": []");
        engine.removeResult();

        assertThatExceptionOfType(TemporaryFailureException.class).isThrownBy(engine::ask);
        assertThat(engine.ask()).isInstanceOf(Answer.Handed.class);
        engine.complete("\"items\": []");
        assertThat(engine.transcript(engine.ask()).segments()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The media format provided does not match the detected media format. | unsupported-audio | Convert",
                "Unsupported audio format | unsupported-audio | Convert",
                "Invalid sample rate for audio file. | unsupported-audio | sample rate",
                "Invalid number of channels: number of channels too large. | unsupported-audio | channels",
                "Invalid file size: file size too large. | unsupported-audio | 2 GB",
                "Your audio file must have a speech segment long enough in duration to perform automatic language identification. | language-not-identified | name language",
                "The S3 object s3://secret-bucket/acme/call.wav can't be accessed. Access Denied | transcriber-refused | policy",
                "The horse ate +49301234567 of s3://secret-bucket/acme/call.wav ann@example.com | transcriber-failed | says: The horse ate"
            })
    void whyAJobFailedIsSaidInOurWords(String reason, String code, String words) {
        engine.ask();
        engine.amazon.fail(Engine.NAME, reason);

        assertThat(engine.failure(engine.ask()))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(code))
                .satisfies(failure -> assertThat(failure.message())
                        .contains(words)
                        .doesNotContain("secret", "4930", "ann@")
                        .hasSizeLessThan(400));
    }

    @Test
    void aReasonWithoutEndIsCut() {
        engine.ask();
        engine.amazon.fail(Engine.NAME, "no ".repeat(100_000));

        assertThat(engine.failure(engine.ask()).message()).hasSizeLessThan(400);
    }

    @Test
    void ofAmazonsOwnTroubleTheJobIsBegunAnew() {
        engine.ask();
        engine.amazon.fail(Engine.NAME, "Internal failure. Please try your request again.");

        assertThatExceptionOfType(TemporaryFailureException.class)
                .isThrownBy(engine::ask)
                .satisfies(e -> assertThat(e.failure().code()).isEqualTo("transcriber-failed"));
        assertThat(engine.ask()).isInstanceOf(Answer.Handed.class);
        assertThat(engine.amazon.job(Engine.NAME).get("TranscriptionJobStatus").textValue())
                .isEqualTo("IN_PROGRESS");
    }

    private Failure asked(Transcription request) {
        return engine.failure(engine.ask(Calls.DUAL.source(), request));
    }

    @Test
    void aLanguageThatAmazonRefusesAtOnceIsUnsupported() {
        engine.amazon.refuse(
                "StartTranscriptionJob",
                400,
                "BadRequestException",
                "1 validation error detected: Value 'wo-SN' at 'languageCode' failed to satisfy constraint");

        assertThat(asked(Calls.in("wo-SN")).code()).isEqualTo("unsupported-language");
    }
}
