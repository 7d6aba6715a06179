package io.tapedeck.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.audio.Action;
import io.tapedeck.audio.RawFormat;
import io.tapedeck.audio.SpeechEngine;
import io.tapedeck.audio.Task;
import io.tapedeck.http.Reading;
import io.tapedeck.http.request.RecordingRequest.Rules;
import io.tapedeck.problem.FieldError;
import io.tapedeck.recording.Details;
import io.tapedeck.storage.ImportSource;
import io.tapedeck.storage.UploadTerms;
import io.tapedeck.transcript.EngineChoice;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingRequestTest {
    private static final EngineChoice WHISPER = new EngineChoice(Set.of(SpeechEngine.WHISPER), Optional.empty());
    private static final Rules STRICT = new Rules(false, false, WHISPER);
    private static final String SHA256 = "ab".repeat(32);

    @Test
    void nothingIsAsGood() {
        assertThat(read("{}", STRICT))
                .isEqualTo(new RecordingRequest(
                        Details.NONE,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        UploadTerms.NONE,
                        false,
                        Optional.empty(),
                        List.of()));
    }

    @Test
    void actionsAreReadInTheirOrder() {
        var request = read(
                "{'actions':[{'action':'trim','request':{'start':1}},{'action':'enhanceQuality'},{'action':'compress','request':{'asNew':false}}]}",
                STRICT);

        assertThat(request.actions())
                .extracting(Task::action)
                .containsExactly(Action.TRIM, Action.ENHANCE_QUALITY, Action.COMPRESS);
    }

    @Test
    void tenActionsAreEnough() {
        var ten = "{'action':'compress'}" + ",{'action':'compress'}".repeat(9);

        assertThat(read("{'actions':[" + ten + "]}", STRICT).actions()).hasSize(10);
        assertThat(refusal("{'actions':[" + ten + ",{'action':'compress'}]}"))
                .containsExactly(new FieldError("/actions", "must have 0 to 10 items"));
    }

    @Test
    void anUploadIsAnnounced() {
        var request = read(
                "{'upload':{'fileSize':5368709120,'contentType':'audio/ogg; codecs=opus','sha256':'%s','multipart':true,'partSize':5242880}}"
                        .formatted(SHA256),
                STRICT);

        assertThat(request.upload())
                .isEqualTo(new UploadTerms(
                        Optional.of(5_368_709_120L),
                        Optional.of("audio/ogg; codecs=opus"),
                        Optional.of(SHA256),
                        Optional.empty()));
        assertThat(request.multipart()).isTrue();
        assertThat(request.partSize()).contains(5_242_880L);
    }

    @ParameterizedTest
    @CsvSource({
        "{'codec':'pcm_mulaw'}, PCM_MULAW, 8000, 1",
        "'{''codec'':''pcm_s16le'',''sampleRate'':16000,''channels'':2}', PCM_S16LE, 16000, 2",
        "{'codec':'adpcm_g722'}, ADPCM_G722, 16000, 1",
        "{'codec':'gsm'}, GSM, 8000, 1"
    })
    void soundWithoutAHeaderIsDescribed(String json, RawFormat.Coding codec, int rate, int channels) {
        var raw = new RawFormat(codec, rate, channels);

        assertThat(read("{'upload':{'rawFormat':" + json + "}}", STRICT)
                        .upload()
                        .rawFormat())
                .contains(raw);
        assertThat(read("{'source':{'url':'https://a.example/b','rawFormat':" + json + "}}", STRICT)
                        .source()
                        .flatMap(ImportSource::rawFormat))
                .contains(raw);
    }

    @Test
    void whatCannotBeRawIsRefused() {
        assertThat(refusal("{'upload':{'rawFormat':{'sampleRate':8000}}}"))
                .containsExactly(new FieldError("/upload/rawFormat/codec", "is required"));
        assertThat(refusal("{'upload':{'rawFormat':{'codec':'gsm','sampleRate':16000,'channels':2}}}"))
                .containsExactly(
                        new FieldError("/upload/rawFormat/sampleRate", "must be 8000 for gsm"),
                        new FieldError("/upload/rawFormat/channels", "must be 1 for gsm"));
        assertThat(refusal("{'upload':{'rawFormat':{'codec':'opus'}}}"))
                .containsExactly(new FieldError(
                        "/upload/rawFormat/codec", "must be one of pcm_mulaw, pcm_alaw, pcm_s16le, adpcm_g722, gsm"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/a.wav", "HTTPS://example.org:8443/a?b#c", "https://[::1]/a"})
    void aSourceIsAnHttpsUrl(String url) {
        var request = read("{'source':{'url':'%s','sha256':'%s'}}".formatted(url, SHA256), STRICT);

        assertThat(request.source()).contains(new ImportSource(url, Optional.of(SHA256)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/a.wav", "ftp://example.org/a", "file:///etc/passwd", "//example.org/a", "/a.wav",
                "https:///a", "https://ann:secret@example.org/", "https://exa mple.org/", "https:example.org", "x",
                "data:audio/wav;base64,AA", "https://exam_ple%zz"
            })
    void noOtherSourceIsTaken(String url) {
        assertThat(refusal("{'source':{'url':'%s'}}".formatted(url)))
                .containsExactly(
                        new FieldError("/source/url", "must be an absolute https URL without user name and password"));
    }

    @Test
    void plainHttpIsTakenWhereTheDeploymentSaysSo() {
        var lenient = new Rules(false, true, WHISPER);

        assertThat(read("{'source':{'url':'http://127.0.0.1:8000/a'}}", lenient).source())
                .isPresent();
    }

    @Test
    void aKmsKeyIsTakenWhereTheStoreEncrypts() {
        var key = "arn:aws:kms:eu-central-1:123456789012:key/12345678-1234-1234-1234-123456789012";

        assertThat(read("{'encryptionKey':'%s'}".formatted(key), new Rules(true, false, WHISPER))
                        .encryptionKey())
                .contains(key);
        assertThat(refusal("{'encryptionKey':'%s'}".formatted(key)))
                .extracting(FieldError::field)
                .containsExactly("/encryptionKey");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {'upload':{'fileSize':0}}                     | /upload/fileSize    | must be a whole number from 1 to 5368709120
                    {'upload':{'fileSize':5368709121}}            | /upload/fileSize    | must be a whole number from 1 to 5368709120
                    {'upload':{'contentType':'wav'}}              | /upload/contentType | must be a media type, such as audio/wav
                    {'upload':{'sha256':'AB'}}                    | /upload/sha256      | must be 64 lower-case hexadecimal digits
                    {'upload':{'multipart':true,'partSize':1}}    | /upload/partSize    | must be a whole number from 5242880 to 5368709120
                    {'upload':{'partSize':5242880}}               | /upload/partSize    | is only for uploads with multipart: true
                    {'upload':{'url':'x'}}                        | /upload/url         | is unknown
                    {'upload':[]}                                 | /upload             | must be an object
                    {'upload':{},'source':{'url':'https://a.b'}}  | /upload             | cannot be combined with source
                    {'source':{}}                                 | /source/url         | is required
                    {'source':{'url':7}}                          | /source/url         | must be a string of 1 to 2048 characters
                    {'source':{'url':'https://a.b','headers':1}}  | /source/headers     | is unknown
                    {'encryptionKey':'mine'}                      | /encryptionKey      | must be the id or the ARN of a KMS key
                    {'retentionPeriod':1.5}                       | /retentionPeriod    | must be a whole number from 1 to 36500
                    {'actions':[{'action':'analyze','request':{'summary':1}}]} | /actions/0/request/summary | must be true or false
                    {'actions':[{'action':'redactPII','request':{'type':'mute'}}]} | /actions/0/request/type | must be one of silence, beep, deletion
                    {'actions':[{'action':'redactPII','request':{'asNew':true}}]} | /actions/0/request/asNew | cannot be true in create: its actions work on the recording that is created
                    {'actions':[{'action':'merge'}]}              | /actions/0/action   | must be one of transcribe, analyze, redactPII, compress, convert, trim, enhanceQuality
                    {'actions':[{'request':{}}]}                  | /actions/0/action   | is required
                    {'actions':[{'action':7}]}                    | /actions/0/action   | must be a string of 1 to 64 characters
                    {'actions':['trim']}                          | /actions/0          | must be an object
                    {'actions':{'action':'compress'}}             | /actions            | must be a list
                    {'actions':[{'action':'trim','request':[]}]}  | /actions/0/request  | must be an object
                    {'actions':[{'action':'compress','start':1}]} | /actions/0/start    | is unknown
                    {'actions':[{'action':'convert'}]}            | /actions/0/request/format | is required
                    {'actions':[{'action':'compress'},{'action':'trim','request':{'start':-1}}]} | /actions/1/request/start | must be a number from 0 to 10000000
                    {'actions':[{'action':'compress','request':{'asNew':true}}]} | /actions/0/request/asNew | cannot be true in create: its actions work on the recording that is created
                    {'actions':[{'action':'compress','request':{'asNew':1}}]} | /actions/0/request/asNew | must be true or false
                    {'id':'rec_1'}                                | /id                 | is read-only
                    {'expiresAt':1}                               | /expiresAt          | is read-only
                    {'legalHold':true}                            | /legalHold          | is read-only
                    {'colour':1}                                  | /colour             | is unknown
                    {'call':null}                                 | /call               | must be an object
                    """)
    void whatCannotBeIsRefused(String body, String field, String message) {
        assertThat(refusal(body)).containsExactly(new FieldError(field, message));
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThat(refusal("{'id':1,'tags':[1],'upload':{'fileSize':'x'},'startTime':2,'endTime':1}"))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("/id", "/tags/0", "/upload/fileSize", "/endTime");
    }

    private static RecordingRequest read(String body, Rules rules) {
        return Reading.of(body, (fields, _) -> RecordingRequest.read(fields, rules));
    }

    private static List<FieldError> refusal(String body) {
        return Reading.refusal(body, (fields, _) -> RecordingRequest.read(fields, STRICT));
    }
}
