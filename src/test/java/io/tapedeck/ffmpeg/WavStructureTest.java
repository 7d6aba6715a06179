package io.tapedeck.ffmpeg;

import static io.tapedeck.audio.measure.Warning.Code.DURATION_MISMATCH;
import static io.tapedeck.audio.measure.Warning.Code.LEFT_OUT;
import static io.tapedeck.audio.measure.Warning.Code.TRUNCATED;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.SampleAudio;
import io.tapedeck.audio.AudioMeasures;
import io.tapedeck.audio.Codec;
import io.tapedeck.audio.Conversion;
import io.tapedeck.audio.Format;
import io.tapedeck.audio.Merge;
import io.tapedeck.audio.measure.Warning;
import io.tapedeck.container.WavFile;
import io.tapedeck.container.WavHeader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** WAV files that are put together in odd ways: what is sound is taken, and nothing else, at ingest and ever after. */
class WavStructureTest {
    private static final byte[] LINEAR = form(1, 8000, 2, 16);
    private static final byte[] EIGHT_BITS = form(1, 8000, 1, 8);

    static final List<byte[]> APPENDED = List.of(
            "{\"call\":\"abc\",\"agent\":\"x\"}".repeat(40).getBytes(StandardCharsets.US_ASCII),
            noise(9000),
            new byte[4096],
            new byte[3]);

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private byte[] sound;

    @TempDir
    Path folder;

    @BeforeEach
    void soundOfACall() {
        var wav = SampleAudio.DIALOGUE_WAV.bytes();
        sound = Arrays.copyOfRange(wav, wav.length - 320_000, wav.length);
    }

    @Test
    void filesThatWereJoinedAreOneAfterTheOther() throws IOException {
        riff(LINEAR, sound).riff(LINEAR, Arrays.copyOf(sound, 64_000));

        var measures = heard(join(sound, Arrays.copyOf(sound, 64_000)));
        assertThat(measures.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo(DURATION_MISMATCH);
            assertThat(warning.message())
                    .isEqualTo("The file states a length of 10.000 s, but holds 12.000 s of sound.");
        });
    }

    @Test
    void filesOfUnknownLengthThatWereJoinedAreOneAfterTheOther() throws IOException {
        header("RIFF", -1).chunk("fmt ", LINEAR).chunkClaiming("data", -1, sound);
        header("RIFF", -1).chunk("fmt ", LINEAR).chunkClaiming("data", 0, Arrays.copyOf(sound, 64_000));

        assertThat(heard(join(sound, Arrays.copyOf(sound, 64_000))).warnings())
                .extracting(Warning::code)
                .containsExactly(DURATION_MISMATCH);
    }

    @Test
    void aPartOfASampleAtTheJointPutsNothingOutOfStep() throws IOException {
        riff(LINEAR, Arrays.copyOf(sound, 160_003)).riff(LINEAR, Arrays.copyOf(sound, 64_000));

        heard(join(Arrays.copyOf(sound, 160_000), Arrays.copyOf(sound, 64_000)));
    }

    @Test
    void whatWasJoinedInAnotherFormIsLeftOutAndNamed() throws IOException {
        riff(LINEAR, sound).riff(EIGHT_BITS, new byte[8000]);

        assertThat(heard(sound).warnings()).extracting(Warning::code).containsExactly(LEFT_OUT);
    }

    @Test
    void twoChunksOfDataAreOneAfterTheOther() throws IOException {
        header("RIFF", 400_100)
                .chunk("fmt ", LINEAR)
                .chunk("data", sound)
                .chunk("LIST", new byte[10])
                .chunk("data", Arrays.copyOf(sound, 64_000));

        heard(join(sound, Arrays.copyOf(sound, 64_000)));
    }

    @Test
    void theFormMayFollowTheSound() throws IOException {
        header("RIFF", 320_036).chunk("data", sound).chunk("fmt ", LINEAR);

        assertThat(heard(sound).warnings()).isEmpty();
    }

    @Test
    void soundWhoseFormFollowsMayBeJoinedToMore() throws IOException {
        header("RIFF", 320_036).chunk("data", sound).chunk("fmt ", LINEAR);
        riff(LINEAR, Arrays.copyOf(sound, 64_000));

        heard(join(sound, Arrays.copyOf(sound, 64_000)));
    }

    @Test
    void theFormMayBeToldTwice() throws IOException {
        header("RIFF", 320_060).chunk("fmt ", LINEAR).chunk("fmt ", LINEAR).chunk("data", sound);

        assertThat(heard(sound).warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 24, 32", "2, 24, 32", "2, 20, 32", "1, 16, 24", "2, 16, 32", "2, 20, 24", "2, 12, 16"})
    void samplesMayTakeMoreRoomThanTheyHaveValidBits(int channels, int valid, int bits) throws IOException {
        var wide = widened(bits / 8);
        var form = extensible(channels, valid, bits);
        header("RIFF", 20 + form.length + wide.length).chunk("fmt ", form).chunk("data", wide);

        var measures = heard(sound, wide, 320_000 / (32.0 * channels / 2));

        assertThat(measures.warnings()).extracting(Warning::code).doesNotContain(DURATION_MISMATCH, TRUNCATED);
        assertThat(measures.codec()).isEqualTo("pcm_s%dle".formatted(bits));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIST", "bext", "JUNK", "id3 "})
    void anOddChunkBeforeTheDataMayLackItsPadding(String id) throws IOException {
        header("RIFF", 320_069).chunk("fmt ", LINEAR).bare(id, 25).chunk("data", sound);

        assertThat(heard(sound).warnings()).isEmpty();
    }

    @Test
    void oddDataMayLackTheirPadding() throws IOException {
        header("RIFF", 16_067).chunk("fmt ", EIGHT_BITS).chunkClaiming("data", 15_999, noise(15_999));
        bare("LIST", 24);

        var measures = measures();
        assertThat(measures.duration()).isEqualTo(2);
        assertThat(measures.warnings())
                .filteredOn(warning -> warning.code() != Warning.Code.DC_OFFSET)
                .isEmpty();
        assertThat(WavFile.of(path()).map(WavFile::header))
                .contains(new WavHeader(15_999, 15_999, WavHeader.Length.RIGHT));
    }

    @Test
    void aLengthThatIsALittleTooLargeIsNoTruncation() throws IOException {
        header("RIFF", 320_036).chunk("fmt ", LINEAR).chunkClaiming("data", 320_044, sound);

        assertThat(heard(sound).warnings()).isEmpty();
    }

    @Test
    void aLengthThatReachesIntoWhatFollowsMakesNoSoundOfIt() throws IOException {
        header("RIFF", 320_036 + 48).chunk("fmt ", LINEAR).chunkClaiming("data", 320_044, sound);
        bare("LIST", 40);

        assertThat(heard(sound).warnings()).extracting(Warning::code).containsExactly(DURATION_MISMATCH);
    }

    @Test
    void aLengthThatCountsWhatFollowsInMakesNoSoundOfIt() throws IOException {
        header("RIFF", 320_036 + 48).chunk("fmt ", LINEAR).chunkClaiming("data", 320_048, sound);
        bare("LIST", 40);

        heard(sound);
    }

    @Test
    void tagsAfterSoundOfUnknownLengthAreNoSound() throws IOException {
        header("RIFF", -1).chunk("fmt ", LINEAR).chunkClaiming("data", -1, sound);
        bare("LIST", 400);

        heard(sound);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TAG", "APETAGEX", "ID3\3"})
    void tagsOfMp3AreNoSound(String tag) throws IOException {
        riff(LINEAR, sound);
        file.writeBytes(Arrays.copyOf(tag.getBytes(StandardCharsets.US_ASCII), 128));

        assertThat(heard(sound).warnings()).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("APPENDED")
    void whatIsAppendedToAFileWhoseLengthsAgreeIsNoSound(byte[] appended) throws IOException {
        riff(LINEAR, sound);
        file.writeBytes(appended);

        assertThat(heard(sound).warnings()).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("APPENDED")
    void whatIsAppendedBehindOtherChunksIsNoSound(byte[] appended) throws IOException {
        header("RIFF", 320_036 + 33).chunk("fmt ", LINEAR).chunk("data", sound);
        bare("LIST", 25);
        file.writeBytes(appended);

        assertThat(heard(sound).warnings()).isEmpty();
    }

    @Test
    void whatIsAppendedToALargeFileIsNoSound() throws IOException {
        var sizes = ByteBuffer.allocate(28).order(ByteOrder.LITTLE_ENDIAN);
        sizes.putLong(320_072).putLong(320_000).putLong(80_000);
        header("RF64", -1).chunk("ds64", sizes.array()).chunk("fmt ", LINEAR).chunkClaiming("data", -1, sound);
        file.writeBytes(noise(9000));

        assertThat(heard(sound).warnings()).isEmpty();
    }

    @Test
    void whatLiesBetweenFilesThatWereJoinedIsNoSound() throws IOException {
        riff(LINEAR, sound);
        file.writeBytes(new byte[5]);
        riff(LINEAR, Arrays.copyOf(sound, 64_000));

        assertThat(heard(join(sound, Arrays.copyOf(sound, 64_000))).warnings())
                .extracting(Warning::message)
                .containsExactly("The file states a length of 10.000 s, but holds 12.000 s of sound.");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 36, 32_036, -1})
    void lengthsThatDoNotAgreeAreNotTrusted(int ofFile) throws IOException {
        header("RIFF", ofFile).chunk("fmt ", LINEAR).chunkClaiming("data", ofFile == 32_036 ? 64_000 : 0, sound);

        assertThat(heard(sound).warnings()).extracting(Warning::code).containsExactly(DURATION_MISMATCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RF64", "BW64"})
    void largeFilesHaveTheirLengthApart(String id) throws IOException {
        var sizes = ByteBuffer.allocate(28).order(ByteOrder.LITTLE_ENDIAN);
        sizes.putLong(320_072).putLong(320_000).putLong(80_000);
        header(id, -1).chunk("ds64", sizes.array()).chunk("fmt ", LINEAR).chunkClaiming("data", -1, sound);
        bare("axml", 40);

        assertThat(heard(sound).warnings()).isEmpty();
    }

    @Test
    void aFileThatIsCutIsStillTruncated() throws IOException {
        header("RIFF", 320_036).chunk("fmt ", LINEAR).chunkClaiming("data", 320_000, Arrays.copyOf(sound, 319_000));

        assertThat(heard(Arrays.copyOf(sound, 319_000)).warnings())
                .extracting(Warning::code)
                .containsExactly(TRUNCATED);
    }

    /** At ingest, in an operation on one recording, and in one on several. */
    private AudioMeasures heard(byte[] expected) throws IOException {
        return heard(expected, expected, expected.length / 32.0);
    }

    /** Where a merged file keeps more bits than 16. */
    private AudioMeasures heard(byte[] expected, byte[] wide, double milliseconds) throws IOException {
        var measures = measures();
        assertThat(measures.duration()).isEqualTo(Math.round(milliseconds) / 1000.0);
        assertThat(pcm(converted())).isEqualTo(expected);
        assertThat(pcm(merged())).isEqualTo(join(wide, wide));
        return measures;
    }

    private Path converted() throws IOException {
        var wav = new Conversion(
                Format.WAV, Optional.of(Codec.PCM_S16LE), Optional.empty(), Optional.empty(), Optional.empty());
        return Producing.produced(wav, folder, path()).file();
    }

    private Path merged() throws IOException {
        var both = new Merge(List.of(), Merge.Mode.CONCATENATE, 0, 0, List.of(), Optional.empty());
        return Producing.produced(both, folder, path(), path()).file();
    }

    private AudioMeasures measures() throws IOException {
        return Measuring.measures(path());
    }

    private Path path() throws IOException {
        return Files.write(folder.resolve("odd.wav"), file.toByteArray());
    }

    private static byte[] pcm(Path wav) throws IOException {
        var header = WavFile.of(wav).orElseThrow();
        var at = header.sound().getFirst();
        return Arrays.copyOfRange(Files.readAllBytes(wav), (int) at.start(), (int) (at.start() + at.length()));
    }

    private static byte[] noise(int count) {
        var bytes = new byte[count];
        new Random(3).nextBytes(bytes);
        return bytes;
    }

    private WavStructureTest riff(byte[] form, byte[] data) {
        return header("RIFF", 28 + form.length + data.length - 8)
                .chunk("fmt ", form)
                .chunk("data", data);
    }

    private WavStructureTest header(String id, int size) {
        write(id, size);
        file.writeBytes("WAVE".getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    /** Padded as it is to be. */
    private WavStructureTest chunk(String id, byte[] content) {
        chunkClaiming(id, content.length, content);
        file.writeBytes(new byte[content.length & 1]);
        return this;
    }

    private WavStructureTest chunkClaiming(String id, int size, byte[] content) {
        write(id, size);
        file.writeBytes(content);
        return this;
    }

    /** With text in it, and never padded. */
    private WavStructureTest bare(String id, int size) {
        return chunkClaiming(
                id, size, "metadata ".repeat(100).substring(0, size).getBytes(StandardCharsets.US_ASCII));
    }

    private void write(String id, int size) {
        file.writeBytes(id.getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(size)
                .array());
    }

    private static byte[] form(int tag, int rate, int channels, int bits) {
        var frame = channels * bits / 8;
        var bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putShort((short) tag).putShort((short) channels).putInt(rate).putInt(rate * frame);
        return bytes.putShort((short) frame).putShort((short) bits).array();
    }

    private static byte[] extensible(int channels, int valid, int bits) {
        var bytes = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(form(0xfffe, 8000, channels, bits)).putShort((short) 22);
        bytes.putShort((short) valid).putInt(0);
        return bytes.putShort((short) 1)
                .put(new byte[] {0, 0, 0, 0, 0x10, 0, (byte) 0x80, 0, 0, (byte) 0xaa, 0, 0x38, (byte) 0x9b, 0x71})
                .array();
    }

    /** The sound with more bits, which are zero. */
    private byte[] widened(int bytes) {
        var wide = new byte[sound.length / 2 * bytes];
        for (int i = 0; i < sound.length / 2; i++) {
            System.arraycopy(sound, 2 * i, wide, bytes * (i + 1) - 2, 2);
        }
        return wide;
    }

    private static byte[] join(byte[] first, byte[] second) {
        var all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
