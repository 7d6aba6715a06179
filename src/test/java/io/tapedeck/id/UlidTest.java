package io.tapedeck.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UlidTest {
    private static final Ulid SMALLEST = new Ulid("00000000000000000000000000");
    private static final Ulid GREATEST = new Ulid("7ZZZZZZZZZZZZZZZZZZZZZZZZZ");
    private static final long LAST_MILLIS = (1L << 48) - 1;

    @Test
    void theTimeIsThatOfTheSpecificationsExample() {
        assertThat(Ulid.of(Instant.ofEpochMilli(1_469_918_176_385L), new byte[10])
                        .value())
                .startsWith("01ARYZ6S41");
        assertThat(new Ulid("01ARYZ6S41TSV4RRFFQ69G5FAV").time()).isEqualTo(Instant.ofEpochMilli(1_469_918_176_385L));
    }

    @Test
    void theSmallestAndTheGreatestAreThoseOfTheSpecification() {
        var ones = new byte[10];
        Arrays.fill(ones, (byte) 0xFF);

        assertThat(Ulid.of(Instant.ofEpochMilli(0), new byte[10])).isEqualTo(SMALLEST);
        assertThat(Ulid.of(Instant.ofEpochMilli(LAST_MILLIS), ones)).isEqualTo(GREATEST);
        assertThat(GREATEST.time()).isEqualTo(Instant.ofEpochMilli(LAST_MILLIS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "01ARYZ6S41TSV4RRFFQ69G5FA",
                "01ARYZ6S41TSV4RRFFQ69G5FAVX",
                "81ARYZ6S41TSV4RRFFQ69G5FAV",
                "01ARYZ6S41TSV4RRFFQ69G5FAI",
                "01ARYZ6S41TSV4RRFFQ69G5FAL",
                "01ARYZ6S41TSV4RRFFQ69G5FAO",
                "01ARYZ6S41TSV4RRFFQ69G5FAU",
                "01aryz6s41tsv4rrffq69g5fav",
                "01ARYZ6S41TSV4RRFFQ69G5FA\n",
                "01ARYZ6S41TSV4RRFFQ69G5FA/",
                "01ARYZ6S41TSV4RRFFQ69G5FA٣"
            })
    void whatIsNoUlidIsNone(String text) {
        assertThat(Ulid.parse(text)).isEmpty();
        assertThat(RecordingId.parse("rec_" + text)).isEmpty();
        assertThat(JobId.parse("job_" + text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Ulid(text));
    }

    @Test
    void timeAndRandomnessAreKeptBitByBit() {
        var random = new Random(7);
        for (int i = 0; i < 1000; i++) {
            var bytes = new byte[10];
            random.nextBytes(bytes);
            var millis = random.nextLong(LAST_MILLIS + 1);
            var moment = Instant.ofEpochMilli(millis);
            var ulid = Ulid.of(moment, bytes);

            assertThat(ulid.time()).isEqualTo(moment);
            assertThat(Ulid.parse(ulid.value())).contains(ulid);
            bytes[i % 10] ^= (byte) (1 << i % 8);
            assertThat(Ulid.of(moment, bytes)).isNotEqualTo(ulid);
        }
    }

    @Test
    void textSortsByTime() {
        var ulids = Stream.of(0L, 1L, 31L, 32L, 1_800_000_000_000L, LAST_MILLIS)
                .map(millis -> Ulid.first(Instant.ofEpochMilli(millis)))
                .toList();

        assertThat(ulids).isSorted();
        assertThat(ulids.stream().map(Ulid::value).toList()).isSorted();
    }

    @Test
    void theNextIsTheSmallestThatIsGreater() {
        assertThat(new Ulid("01ARYZ6S41TSV4RRFFQ69G5FAV").next()).hasToString("01ARYZ6S41TSV4RRFFQ69G5FAW");
        assertThat(new Ulid("01ARYZ6S41TSV4RRFFQ69G5FZZ").next()).hasToString("01ARYZ6S41TSV4RRFFQ69G5G00");
        assertThat(Ulid.first(Instant.ofEpochMilli(6)).previous().next())
                .isEqualTo(Ulid.first(Instant.ofEpochMilli(6)));
        assertThat(Ulid.first(Instant.ofEpochMilli(6)).previous().time()).isEqualTo(Instant.ofEpochMilli(5));
        assertThat(SMALLEST.previous()).isEqualTo(SMALLEST);
    }

    @Test
    void idsHaveTheirPrefixAndTellWhenTheyWereMade() {
        var id = RecordingId.parse("rec_01ARYZ6S41TSV4RRFFQ69G5FAV").orElseThrow();

        assertThat(id.created()).isEqualTo(Instant.ofEpochSecond(1_469_918_176));
        assertThat(id).hasToString("rec_01ARYZ6S41TSV4RRFFQ69G5FAV");
        for (var other : List.of(
                "REC_01ARYZ6S41TSV4RRFFQ69G5FAV",
                "job_01ARYZ6S41TSV4RRFFQ69G5FAV",
                "01ARYZ6S41TSV4RRFFQ69G5FAV",
                "rec_",
                "")) {
            assertThat(RecordingId.parse(other)).isEmpty();
        }
    }
}
