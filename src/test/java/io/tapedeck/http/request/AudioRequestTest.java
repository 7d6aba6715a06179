package io.tapedeck.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tapedeck.audio.Action;
import io.tapedeck.audio.AudioTask;
import io.tapedeck.audio.Codec;
import io.tapedeck.audio.Compression;
import io.tapedeck.audio.Conversion;
import io.tapedeck.audio.Enhancement;
import io.tapedeck.audio.Enhancement.Normalization;
import io.tapedeck.audio.Enhancement.SilenceRemoval;
import io.tapedeck.audio.Enhancement.Strength;
import io.tapedeck.audio.Format;
import io.tapedeck.audio.Range;
import io.tapedeck.audio.Trim;
import io.tapedeck.audio.measure.Quality;
import io.tapedeck.http.Reading;
import io.tapedeck.json.Json;
import io.tapedeck.problem.FieldError;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AudioRequestTest {
    private static final Optional<Strength> MEDIUM = Optional.of(Strength.MEDIUM);
    private static final Optional<Normalization> LEVELLED = Optional.of(Normalization.USUAL);

    @Test
    void nothingSaidOfACompressionMeansMediumQuality() {
        assertThat(read(Action.COMPRESS, "{}")).isEqualTo(compression(null, null, null, Quality.MEDIUM));
        assertThat(read(Action.COMPRESS, "{'format':'mp3'}"))
                .isEqualTo(compression(Format.MP3, null, null, Quality.MEDIUM));
    }

    @Test
    void aCompressionHasOneAim() {
        assertThat(read(Action.COMPRESS, "{'bitrate':24}")).isEqualTo(compression(null, 24, null, null));
        assertThat(read(Action.COMPRESS, "{'maxSize':1000000}")).isEqualTo(compression(null, null, 1_000_000L, null));
        assertThat(read(Action.COMPRESS, "{'quality':'low','format':'ogg'}"))
                .isEqualTo(compression(Format.OGG, null, null, Quality.LOW));
        assertThat(refusal(Action.COMPRESS, "{'quality':'low','maxSize':5000,'bitrate':24}"))
                .containsExactly(
                        new FieldError("/maxSize", "cannot be combined with bitrate"),
                        new FieldError("/quality", "cannot be combined with bitrate"));
    }

    @Test
    void aConversionSaysAsMuchAsItLikes() {
        assertThat(read(Action.CONVERT, "{'format':'flac'}"))
                .isEqualTo(new Conversion(
                        Format.FLAC, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(read(
                        Action.CONVERT,
                        "{'format':'webm','codec':'opus','sampleRate':16000,'bitrate':32,'channels':1}"))
                .isEqualTo(new Conversion(
                        Format.WEBM, Optional.of(Codec.OPUS), Optional.of(16_000), Optional.of(32), Optional.of(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "mp3,mp3",
        "m4a,aac",
        "ogg,opus",
        "webm,opus",
        "ogg,vorbis",
        "webm,vorbis",
        "flac,flac",
        "ogg,flac",
        "wav,pcm_s16le",
        "wav,pcm_mulaw",
        "wav,pcm_alaw"
    })
    void aCodecGoesIntoItsContainers(String format, String codec) {
        var conversion = (Conversion) read(Action.CONVERT, "{'format':'%s','codec':'%s'}".formatted(format, codec));

        assertThat(conversion.codec()).map(Codec::toString).contains(codec);
    }

    @Test
    void aTrimKeepsAPart() {
        assertThat(read(Action.TRIM, "{'start':1.5}"))
                .isEqualTo(new Trim(Optional.of(1.5), Optional.empty(), List.of()));
        assertThat(read(Action.TRIM, "{'end':0.001}"))
                .isEqualTo(new Trim(Optional.empty(), Optional.of(0.001), List.of()));
        assertThat(read(Action.TRIM, "{'start':0,'end':7e0}"))
                .isEqualTo(new Trim(Optional.of(0.0), Optional.of(7.0), List.of()));
    }

    @Test
    void aTrimRemovesParts() {
        assertThat(read(Action.TRIM, "{'remove':[{'start':3,'end':4.25},{'start':0,'end':1}]}"))
                .isEqualTo(new Trim(Optional.empty(), Optional.empty(), List.of(new Range(3, 4.25), new Range(0, 1))));
        var hundred = "{'start':1,'end':2}" + ",{'start':1,'end':2}".repeat(99);
        assertThat(((Trim) read(Action.TRIM, "{'remove':[" + hundred + "]}")).remove())
                .hasSize(100);
        assertThat(refusal(Action.TRIM, "{'remove':[" + hundred + ",{'start':1,'end':2}]}"))
                .containsExactly(new FieldError("/remove", "must have 1 to 100 items"));
    }

    @Test
    void timeIsTakenToTheMillisecond() {
        assertThat(read(Action.TRIM, "{'start':1.23449,'end':1.23451}"))
                .isEqualTo(new Trim(Optional.of(1.234), Optional.of(1.235), List.of()));
        assertThat(refusal(Action.TRIM, "{'start':1.2341,'end':1.2342}"))
                .containsExactly(new FieldError("/end", "must be after start"));
        assertThat(read(Action.TRIM, "{'start':1e-999999999,'end':1}"))
                .isEqualTo(new Trim(Optional.of(0.0), Optional.of(1.0), List.of()));
    }

    @Test
    void nothingSaidOfAnEnhancementMeansLessNoiseAndEvenLoudness() {
        assertThat(read(Action.ENHANCE_QUALITY, "{}")).isEqualTo(new Enhancement(MEDIUM, LEVELLED, Optional.empty()));
        assertThat(read(Action.ENHANCE_QUALITY, "{'asNew':true}"))
                .isEqualTo(new Enhancement(MEDIUM, LEVELLED, Optional.empty()));
    }

    @Test
    void whoAsksForATreatmentGetsNoOther() {
        assertThat(read(Action.ENHANCE_QUALITY, "{'noiseReduction':true}"))
                .isEqualTo(new Enhancement(MEDIUM, Optional.empty(), Optional.empty()));
        assertThat(read(Action.ENHANCE_QUALITY, "{'noiseReduction':'strong','volumeNormalization':false}"))
                .isEqualTo(new Enhancement(Optional.of(Strength.STRONG), Optional.empty(), Optional.empty()));
        assertThat(read(Action.ENHANCE_QUALITY, "{'noiseReduction':false,'silenceRemoval':true}"))
                .isEqualTo(new Enhancement(Optional.empty(), Optional.empty(), Optional.of(SilenceRemoval.USUAL)));
    }

    @Test
    void trueIsATreatmentWithAllItsDefaults() {
        assertThat(read(Action.ENHANCE_QUALITY, "{'volumeNormalization':true}"))
                .isEqualTo(read(Action.ENHANCE_QUALITY, "{'volumeNormalization':{}}"))
                .isEqualTo(new Enhancement(Optional.empty(), LEVELLED, Optional.empty()));
        assertThat(read(Action.ENHANCE_QUALITY, "{'silenceRemoval':{}}"))
                .isEqualTo(read(Action.ENHANCE_QUALITY, "{'silenceRemoval':true}"));
    }

    @Test
    void aTreatmentIsToldWhatToAimAt() {
        assertThat(
                        read(
                                Action.ENHANCE_QUALITY,
                                "{'volumeNormalization':{'loudness':-23,'perChannel':true},'silenceRemoval':{'threshold':-50.5,'minimum':1,'keep':0}}"))
                .isEqualTo(new Enhancement(
                        Optional.empty(),
                        Optional.of(new Normalization(-23, -1.5, true)),
                        Optional.of(new SilenceRemoval(-50.5, 1, 0))));
    }

    @Test
    void noMoreSilenceIsKeptThanThereIs() {
        assertThat(((Enhancement) read(Action.ENHANCE_QUALITY, "{'silenceRemoval':{'minimum':0.2}}")).silenceRemoval())
                .contains(new SilenceRemoval(-45, 0.2, 0.2));
        assertThat(refusal(Action.ENHANCE_QUALITY, "{'silenceRemoval':{'keep':2.5}}"))
                .containsExactly(
                        new FieldError("/silenceRemoval/keep", "must not be greater than minimum, which is 2.0"));
    }

    @Test
    void theResultMayBecomeARecordingOfItsOwn() {
        assertThat(request(Action.TRIM, "{'start':1,'asNew':true}").asNew()).isTrue();
        assertThat(request(Action.TRIM, "{'start':1,'asNew':false}").asNew()).isFalse();
        assertThat(request(Action.TRIM, "{'start':1}").asNew()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    COMPRESS        | {}
                    COMPRESS        | {'maxSize':5000,'format':'mp3'}
                    CONVERT         | {'format':'ogg','codec':'vorbis','channels':2}
                    TRIM            | {'start':0,'end':5}
                    TRIM            | {'remove':[{'start':0,'end':5}]}
                    ENHANCE_QUALITY | {}
                    ENHANCE_QUALITY | {'noiseReduction':'light','silenceRemoval':true}
                    """)
    void whatWasAskedCanBeAskedAgain(Action action, String body) {
        var task = read(action, body);

        assertThat(read(action, new Json().request(task))).isEqualTo(task);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {'bitrate':5}               | /bitrate | must be a whole number from 6 to 320
                    {'bitrate':321}             | /bitrate | must be a whole number from 6 to 320
                    {'bitrate':24.5}            | /bitrate | must be a whole number from 6 to 320
                    {'maxSize':1023}            | /maxSize | must be a whole number from 1024 to 9007199254740992
                    {'maxSize':'1 MB'}          | /maxSize | must be a whole number from 1024 to 9007199254740992
                    {'quality':'lossless'}      | /quality | must be one of low, medium, high
                    {'quality':null}            | /quality | must be one of low, medium, high
                    {'format':'aac'}            | /format  | must be one of mp3, wav, ogg, m4a, flac, webm
                    {'format':'flac'}           | /format  | must be a format whose size can be chosen: mp3, ogg, m4a, webm
                    {'asNew':'yes'}             | /asNew   | must be true or false
                    {'codec':'opus'}            | /codec   | is unknown
                    """)
    void aCompressionThatCannotBeIsRefused(String body, String field, String message) {
        assertThat(refusal(Action.COMPRESS, body)).containsExactly(new FieldError(field, message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                       | /format     | is required
                    {'format':'opus'}                        | /format     | must be one of mp3, wav, ogg, m4a, flac, webm
                    {'format':'aiff'}                        | /format     | must be one of mp3, wav, ogg, m4a, flac, webm
                    {'format':'wav','codec':'pcm_u8'}        | /codec      | must be one of mp3, aac, opus, vorbis, flac, pcm_s16le, pcm_mulaw, pcm_alaw
                    {'format':'wav','codec':'opus'}          | /codec      | opus cannot be written to wav, which can hold pcm_s16le, pcm_mulaw, pcm_alaw
                    {'format':'m4a','codec':'mp3'}           | /codec      | mp3 cannot be written to m4a, which can hold aac
                    {'format':'ogg','codec':'aac'}           | /codec      | aac cannot be written to ogg, which can hold opus, vorbis, flac
                    {'format':'mp3','sampleRate':12000}      | /sampleRate | must be one of 8000, 11025, 16000, 22050, 24000, 32000, 44100, 48000
                    {'format':'mp3','sampleRate':'8000'}     | /sampleRate | must be one of 8000, 11025, 16000, 22050, 24000, 32000, 44100, 48000
                    {'format':'ogg','sampleRate':44100}      | /sampleRate | is not supported by opus, which supports 8000, 12000, 16000, 24000, 48000
                    {'format':'wav','bitrate':64}            | /bitrate    | cannot be chosen for pcm_s16le
                    {'format':'mp3','bitrate':500}           | /bitrate    | must be a whole number from 6 to 320
                    {'format':'mp3','channels':3}            | /channels   | must be one of 1, 2
                    {'format':'mp3','channels':true}         | /channels   | must be one of 1, 2
                    {'format':'mp3','quality':'low'}         | /quality    | is unknown
                    """)
    void aConversionThatCannotBeIsRefused(String body, String field, String message) {
        assertThat(refusal(Action.CONVERT, body)).containsExactly(new FieldError(field, message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                       | /start           | is required unless end or remove is given
                    {'asNew':true}                           | /start           | is required unless end or remove is given
                    {'start':-0.001}                         | /start           | must be a number from 0 to 10000000
                    {'start':1e300}                          | /start           | must be a number from 0 to 10000000
                    {'start':1e999999999}                    | /start           | must be a number from 0 to 10000000
                    {'start':'1'}                            | /start           | must be a number from 0 to 10000000
                    {'end':0}                                | /end             | must be a number from 0.001 to 10000000
                    {'start':2,'end':2}                      | /end             | must be after start
                    {'start':2,'end':1}                      | /end             | must be after start
                    {'start':1,'remove':[{'start':1,'end':2}]} | /remove        | cannot be combined with start or end
                    {'remove':[]}                            | /remove          | must have 1 to 100 items
                    {'remove':{'start':1,'end':2}}           | /remove          | must be a list
                    {'remove':[7]}                           | /remove/0        | must be an object
                    {'remove':[{'start':1}]}                 | /remove/0/end    | is required
                    {'remove':[{'end':1}]}                   | /remove/0/start  | is required
                    {'remove':[{'start':1,'end':2},{'start':3,'end':3}]} | /remove/1/end | must be after start
                    {'remove':[{'start':1,'end':2,'channel':0}]} | /remove/0/channel | is unknown
                    {'start':1,'length':2}                   | /length          | is unknown
                    """)
    void aTrimThatCannotBeIsRefused(String body, String field, String message) {
        assertThat(refusal(Action.TRIM, body)).containsExactly(new FieldError(field, message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {'noiseReduction':'heavy'}                  | /noiseReduction                 | must be one of true, false, light, medium, strong
                    {'noiseReduction':1}                        | /noiseReduction                 | must be one of true, false, light, medium, strong
                    {'noiseReduction':'true'}                   | /noiseReduction                 | must be one of true, false, light, medium, strong
                    {'noiseReduction':false}                    | /noiseReduction                 | must not be false unless another treatment is asked for
                    {'volumeNormalization':-16}                 | /volumeNormalization            | must be true, false or an object
                    {'volumeNormalization':{'loudness':-7.9}}   | /volumeNormalization/loudness   | must be a number from -40 to -8
                    {'volumeNormalization':{'truePeak':0.1}}    | /volumeNormalization/truePeak   | must be a number from -9 to 0
                    {'volumeNormalization':{'perChannel':1}}    | /volumeNormalization/perChannel | must be true or false
                    {'volumeNormalization':{'peak':1}}          | /volumeNormalization/peak       | is unknown
                    {'silenceRemoval':[]}                       | /silenceRemoval                 | must be true, false or an object
                    {'silenceRemoval':{'threshold':-91}}        | /silenceRemoval/threshold       | must be a number from -90 to -20
                    {'silenceRemoval':{'minimum':0.1}}          | /silenceRemoval/minimum         | must be a number from 0.2 to 60
                    {'silenceRemoval':{'minimum':60,'keep':6}}  | /silenceRemoval/keep            | must be a number from 0 to 5
                    {'strength':'light'}                        | /strength                       | is unknown
                    """)
    void anEnhancementThatCannotBeIsRefused(String body, String field, String message) {
        assertThat(refusal(Action.ENHANCE_QUALITY, body)).containsExactly(new FieldError(field, message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"INGEST", "MERGE"})
    void otherJobsAreNotAskedOfTheAudioOfOneRecording(Action action) {
        assertThat(catchThrowable(() -> read(action, "{}"))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Compression compression(Format format, Integer bitrate, Long maxSize, Quality quality) {
        return new Compression(
                Optional.ofNullable(format),
                Optional.ofNullable(bitrate),
                Optional.ofNullable(maxSize),
                Optional.ofNullable(quality));
    }

    private static AudioTask read(Action action, String body) {
        return request(action, body).task();
    }

    private static AudioRequest request(Action action, String body) {
        return Reading.of(body, (fields, _) -> AudioRequest.read(action, fields));
    }

    private static List<FieldError> refusal(Action action, String body) {
        return Reading.refusal(body, (fields, _) -> AudioRequest.read(action, fields));
    }
}
