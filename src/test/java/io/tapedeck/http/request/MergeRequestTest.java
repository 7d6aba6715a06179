package io.tapedeck.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tapedeck.audio.Format;
import io.tapedeck.audio.Merge;
import io.tapedeck.audio.Merge.Mode;
import io.tapedeck.http.Reading;
import io.tapedeck.id.RecordingId;
import io.tapedeck.json.Json;
import io.tapedeck.problem.FieldError;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.recording.Details;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MergeRequestTest {
    private static final String A = "rec_01JAAAAAAAAAAAAAAAAAAAAAAA";
    private static final String B = "rec_01JBBBBBBBBBBBBBBBBBBBBBBB";
    private static final List<RecordingId> BOTH =
            List.of(RecordingId.parse(A).orElseThrow(), RecordingId.parse(B).orElseThrow());

    @Test
    void recordingsFollowEachOtherUnlessSomethingElseIsSaid() {
        var request = read("{'recordings':[A,B]}");

        assertThat(request.merge()).isEqualTo(new Merge(BOTH, Mode.CONCATENATE, 0, 0, List.of(), Optional.empty()));
        assertThat(request.details()).isEqualTo(Details.NONE);
        assertThat(request.retentionPeriod()).isEmpty();
    }

    @Test
    void theyMayHaveAGapOrACrossfadeBetweenThem() {
        assertThat(read("{'recordings':[A,B],'gap':1.5}").merge())
                .isEqualTo(new Merge(BOTH, Mode.CONCATENATE, 1.5, 0, List.of(), Optional.empty()));
        assertThat(read("{'recordings':[A,B],'crossfade':0.25,'format':'flac'}").merge())
                .isEqualTo(new Merge(BOTH, Mode.CONCATENATE, 0, 0.25, List.of(), Optional.of(Format.FLAC)));
    }

    @Test
    void theyMaySoundTogether() {
        assertThat(read("{'recordings':[A,B],'mode':'mix','offsets':[0,2.5]}").merge())
                .isEqualTo(new Merge(BOTH, Mode.MIX, 0, 0, List.of(0.0, 2.5), Optional.empty()));
        assertThat(read("{'recordings':[A,B],'mode':'channels'}").merge())
                .isEqualTo(new Merge(BOTH, Mode.CHANNELS, 0, 0, List.of(), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'recordings':[A,B]}",
                "{'recordings':[A,B],'gap':1}",
                "{'recordings':[A,B],'mode':'mix','offsets':[0,2]}"
            })
    void whatWasAskedCanBeAskedAgain(String body) {
        var merge = read(body).merge();

        assertThat(Reading.of(new Json().request(merge), MergeRequest::read).merge())
                .isEqualTo(merge);
    }

    @Test
    void oneMayBeThereTwice() {
        assertThat(read("{'recordings':[A,A]}").merge().recordings()).containsExactly(BOTH.get(0), BOTH.get(0));
    }

    @Test
    void theNewOneHasTagsAndMetadataOfItsOwn() {
        var request = read("{'recordings':[A,B],'tags':['x'],'metadata':{'a':1},'retentionPeriod':7}");

        assertThat(request.details()).isEqualTo(Details.of(List.of("x"), Optional.of("{\"a\":1}")));
        assertThat(request.retentionPeriod()).contains(7);
    }

    @Test
    void whatIsNoIdNamesNoRecording() {
        var problem = catchThrowableOfType(ProblemException.class, () -> read("{'recordings':[A,'rec_1']}"));

        assertThat(problem.type()).isEqualTo(ProblemType.NOT_FOUND);
        assertThat(problem).hasMessage("/recordings/1 names a recording that does not exist.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                     | /recordings      | is required
                    {'recordings':A}                                       | /recordings      | must be a list
                    {'recordings':[A]}                                     | /recordings      | must have 2 to 100 items
                    {'recordings':[A,7]}                                   | /recordings/1    | must be a string of 1 to 64 characters
                    {'recordings':[A,B],'mode':'append'}                   | /mode            | must be one of concatenate, mix, channels
                    {'recordings':[A,B],'gap':60.001}                      | /gap             | must be a number from 0 to 60
                    {'recordings':[A,B],'crossfade':-1}                    | /crossfade       | must be a number from 0 to 10
                    {'recordings':[A,B],'gap':1,'crossfade':1}             | /crossfade       | cannot be combined with gap
                    {'recordings':[A,B],'gap':1,'mode':'mix'}              | /gap             | is only for mode concatenate
                    {'recordings':[A,B],'crossfade':1,'mode':'channels'}   | /crossfade       | is only for mode concatenate
                    {'recordings':[A,B],'offsets':[0,1]}                   | /offsets         | is only for mode mix or channels
                    {'recordings':[A,B],'offsets':[0],'mode':'mix'}        | /offsets         | must have one item for each of the 2 recordings
                    {'recordings':[A,B],'offsets':[0,-1],'mode':'mix'}     | /offsets/1       | must be a number from 0 to 10000000
                    {'recordings':[A,B],'format':'aiff'}                   | /format          | must be one of mp3, wav, ogg, m4a, flac, webm
                    {'recordings':[A,B],'tags':['a','a']}                  | /tags            | must not contain duplicates
                    {'recordings':[A,B],'metadata':'x'}                    | /metadata        | must be an object
                    {'recordings':[A,B],'retentionPeriod':0}               | /retentionPeriod | must be a whole number from 1 to 36500
                    {'recordings':[A,B],'asNew':true}                      | /asNew           | is unknown
                    {'recordings':['x','y'],'colour':1}                    | /colour          | is unknown
                    """)
    void whatCannotBeIsRefused(String body, String field, String message) {
        assertThat(Reading.refusal(named(body), MergeRequest::read)).containsExactly(new FieldError(field, message));
    }

    private static MergeRequest read(String body) {
        return Reading.of(named(body), MergeRequest::read);
    }

    private static String named(String body) {
        return body.replaceAll("\\bA\\b", "'" + A + "'").replaceAll("\\bB\\b", "'" + B + "'");
    }
}
