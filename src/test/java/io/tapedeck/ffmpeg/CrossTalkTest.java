package io.tapedeck.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.SampleAudio;
import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.measure.ChannelLayout;
import io.tapedeck.audio.measure.Warning.Code;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With 30 s of a real call, of which the agent speaks 10.6 s and the caller 16.9 s. */
class CrossTalkTest {
    private static final String CALL =
            Path.of("src", "test", "resources", "audio", "call-40.wav").toString();
    private static final String BOTH = "[0]atrim=155:185,asetpts=PTS-STARTPTS";
    private static final String OTHER_WAY_ROUND = "pan=stereo|c0=c1|c1=c0";
    private static final String AGENT = "[0]atrim=155:164,asetpts=PTS-STARTPTS,pan=mono|c0=c0";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"20,5", "20,0", "20,30", "20,120", "6,5", "10,1", "15,20", "30,5"})
    void eachSideSpeaksAsLongAsWithoutTheOthersLeak(int softer, int later) {
        var measures = measures(leak(softer, later), "wav");

        assertThat(measures.layout()).contains(ChannelLayout.DUAL);
        assertThat(measures.speech().get(0)).isCloseTo(10.64, within(0.3));
        assertThat(measures.speech().get(1)).isCloseTo(16.94, within(0.3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-c:a pcm_mulaw", "-c:a pcm_alaw", "-ar 44100", "-ar 48000", "-ar 16000"})
    void codingAndSampleRateMakeNoDifference(String output) {
        var measures = measures(leak(20, 5), "wav", output.split(" "));

        assertThat(measures.speech().get(0)).isCloseTo(10.64, within(0.3));
        assertThat(measures.speech().get(1)).isCloseTo(16.94, within(0.3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp3", "ogg"})
    void lossyCodecsMakeLittleDifference(String format) {
        var measures = measures(leak(15, 5), format, "-b:a", "32k");

        assertThat(measures.speech().get(0)).isCloseTo(10.64, within(0.6));
        assertThat(measures.speech().get(1)).isCloseTo(16.94, within(0.6));
    }

    @Test
    void aLeakThatIsFilteredOnItsWayIsALeak() {
        var filtered = "adelay=7:all=1,volume=-14dB,highpass=300,lowpass=2800,aecho=1:1:2:0.4";

        var measures = measures(leak(filtered), "wav");

        assertThat(measures.speech().get(0)).isCloseTo(10.64, within(0.6));
        assertThat(measures.speech().get(1)).isCloseTo(16.94, within(0.6));
    }

    @Test
    void theWarningSaysHowSoftAndWhere() {
        assertThat(measures(leak(20, 5), "wav").warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo(Code.CROSS_TALK);
            assertThat(warning.message())
                    .isEqualTo("Another channel's voice is heard 20 dB softer on channels 0, 1;"
                            + " it counts as speech on its own channel only.");
        });
    }

    @Test
    void whatIsTooSoftToBeTakenForSpeechIsNoCrossTalk() {
        assertThat(measures(leak(50, 5), "wav").warnings()).isEmpty();
    }

    @Test
    void oneVoiceAndItsLeakAreNotDuplicated() {
        var graph = AGENT + ",asplit[a][b];[b]adelay=5,volume=-20dB[leak];[a][leak]join=inputs=2:map=0.0-FL|1.0-FR";

        var measures = measures(graph, "wav");

        assertThat(measures.layout()).contains(ChannelLayout.DUAL);
        assertThat(measures.speech()).hasSize(2).satisfies(speech -> {
            assertThat(speech.get(0)).isCloseTo(9, within(0.2));
            assertThat(speech.get(1)).isZero();
        });
        assertThat(measures.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.message()).contains("on channel 1;"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0.5", "0.1"})
    void whoeverSpeaksAtTheSameTimeCountsHoweverSoft(String volume) {
        var graph = AGENT + ",asplit[a][b];[b]areverse,volume=" + volume
                + "[other];[a][other]join=inputs=2:map=0.0-FL|1.0-FR";

        var measures = measures(graph, "wav");

        assertThat(measures.layout()).contains(ChannelLayout.DUAL);
        assertThat(measures.speech().get(0)).isCloseTo(9, within(0.2));
        assertThat(measures.speech().get(1)).isGreaterThan(8);
        assertThat(measures.warnings()).isEmpty();
    }

    @Test
    void aSoftVoiceCountsAboveALeakAsSoft() {
        var graph = AGENT + ",asplit=3[a][b][c];[b]areverse,volume=-14dB[other];[c]adelay=5,volume=-20dB[leak];"
                + "[other][leak]amix=inputs=2:normalize=0:duration=first[mixed];[a][mixed]join=inputs=2:map=0.0-FL|1.0-FR";

        assertThat(measures(graph, "wav").speech().get(1)).isGreaterThan(7.5);
    }

    @Test
    void aFewWordsBesidesAStrongLeakMakeTwoSpeakers() {
        var graph = AGENT + ",asplit=3[a][b][c];[a]apad=pad_dur=2[agent];[b]adelay=5,volume=0.6,apad=pad_dur=2[leak];"
                + "[c]areverse,atrim=0:1.6,volume=0.5,adelay=9200[other];"
                + "[leak][other]amix=inputs=2:normalize=0:duration=first[mixed];"
                + "[agent][mixed]join=inputs=2:map=0.0-FL|1.0-FR";

        var measures = measures(graph, "wav");

        assertThat(measures.layout()).contains(ChannelLayout.DUAL);
        assertThat(measures.speech().get(1)).isCloseTo(1.6, within(0.2));
    }

    @Test
    void aLeakIsFoundAmongManyChannels() {
        var graph = AGENT + ",asplit=3[a][b][c];[b]volume=0[silent];[c]adelay=12,volume=-18dB[leak];"
                + "[silent][a][leak]join=inputs=3:channel_layout=3.0:map=0.0-FL|1.0-FR|2.0-FC";

        var measures = measures(graph, "wav");

        assertThat(measures.speech().get(1)).isCloseTo(9, within(0.2));
        assertThat(measures.speech().get(2)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "0.125,0.4,wav,8000",
        "30,0.4,wav,8000",
        "5,-1,wav,8000",
        "30,1,wav,48000",
        "1,0.4,mp3,16000",
        "12,-0.5,ogg,48000",
        "20,0.25,wav,44100"
    })
    void oneVoiceOnBothChannelsIsDuplicatedThoughLater(double later, double gain, String format, String rate) {
        var graph = AGENT + ",aresample=48000,asplit[a][b];[b]adelay=" + Math.round(later * 48) + "S,pan=mono|c0="
                + gain + "*c0[late];[a][late]join=inputs=2:map=0.0-FL|1.0-FR";

        var measures = measures(graph, format, "-ar", rate);

        assertThat(measures.layout()).contains(ChannelLayout.DUPLICATED);
        assertThat(measures.speech().get(0)).isCloseTo(9, within(0.2));
        assertThat(measures.speech().get(1)).isCloseTo(9, within(0.2));
        assertThat(measures.warnings()).extracting(warning -> warning.code()).containsExactly(Code.DUPLICATED_CHANNELS);
    }

    private static String leak(int softer, int later) {
        return leak("adelay=" + later + ":all=1,volume=-" + softer + "dB");
    }

    private static String leak(String path) {
        return BOTH + ",asplit[own][other];[other]" + OTHER_WAY_ROUND + "," + path
                + "[leak];[own][leak]amix=inputs=2:normalize=0:duration=first";
    }

    private AudioMeasures measures(String graph, String format, String... output) {
        var file = folder.resolve("audio." + format).toString();
        var command = new ArrayList<>(List.of("-i", CALL, "-filter_complex", graph));
        command.addAll(List.of(output));
        command.add(file);
        SampleAudio.ffmpeg(command.toArray(String[]::new));
        return Measuring.measures(Path.of(file));
    }
}
