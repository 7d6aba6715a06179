package io.tapedeck.privacy.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.privacy.Example;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunsTest {
    private static final Interruption NONE = (before, after) -> false;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            four one one one                                  | 4111
            4111 1111                                         | 41111111
            555-0132                                          | 5550132
            (415) 555.0132                                    | 4155550132
            oh four twenty seven                              | 0427
            five double oh two                                | 5002
            one two triple zero five                          | 120005
            forty two seventeen                               | 4217
            forty-two seventeen                               | 4217
            nineteen eighty two                               | 1982
            nineteen oh three                                 | 1903
            twenty forty five sixteen                         | 204516
            twelve hundred                                    | 1200
            nine hundred four five six                        | 900456
            three um oh uh one okay oh                        | 3010
            four one hang on one two                          | 4112
            four dash four one                                | 441
            seven o four                                      | 704
            nought nine                                       | 09
            eight nine then four                              | 894
            """)
    void digitsAreReadFromWordsAndFigures(String said, String digits) {
        assertThat(digits(said)).containsExactly(digits);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x as in x-ray one two three four   | X1234
            d one two                          | D12
            b for bravo four four              | B44
            GB29 NWBK 6016                     | GB29NWBK6016
            double l seven two                 | LL72
            D1234567                           | D1234567
            F255-921-50                        | F25592150
            m o r g a nine five                | MORGA95
            """)
    void lettersBelongToCodes(String said, String code) {
        assertThat(Runs.ofCodes(line("B: " + said), NONE))
                .extracting(Run::characters)
                .containsExactly(code);
    }

    @Test
    void ohIsAZeroOnlyBesideDigits() {
        assertThat(digits("oh I see oh well it is four oh two oh")).containsExactly("4020");
        assertThat(digits("oh no")).isEmpty();
    }

    @Test
    void numbersAreNotAddedUp() {
        assertThat(digits("three four five hundred")).containsExactly("34500");
    }

    @Test
    void quantitiesAreTold() {
        assertThat(Runs.ofDigits(line("B: four hundred and twelve"), NONE))
                .singleElement()
                .matches(Run::isQuantity);
        assertThat(Runs.ofDigits(line("B: two thousand three hundred forty one"), NONE))
                .singleElement()
                .matches(Run::isQuantity);
    }

    @Test
    void amountsAndTimesOfDayAreNoDigits() {
        assertThat(digits("$12.50 and 84,000 at 10:15 or 5% of 3.75")).isEmpty();
    }

    @Test
    void theNumberOfDigitsMeantIsNotOneOfThem() {
        assertThat(digits("the last four oh oh one seven")).containsExactly("0017");
    }

    @Test
    void runsGoOnOverTurnsOfTheSameVoice() {
        assertThat(digits("four one one one", "A: okay", "B: two two oh nine")).containsExactly("41112209");
    }

    @Test
    void runsEndAfterEightSeconds() {
        assertThat(digits("four one ~7 one two")).containsExactly("4112");
        assertThat(digits("four one ~9 one two")).containsExactly("41", "12");
    }

    @Test
    void wordsEndRuns() {
        assertThat(digits("four one or maybe five two")).containsExactly("41", "52");
    }

    @Test
    void aThingAskedForMeanwhileEndsRuns() {
        var line = line("B: four one", "A: and the pin?", "B: five two");
        assertThat(Runs.ofDigits(line, (before, after) -> before.segment() != after.segment()))
                .extracting(Run::characters)
                .containsExactly("41", "52");
    }

    @Test
    void spelledLettersAreRuns() {
        assertThat(Runs.ofLetters(line("B: it is o k o n k w o and S-M-I-T-H.")))
                .extracting(Run::characters)
                .containsExactly("OKONKWO", "SMITH");
    }

    @Test
    void nothingTellsWhatWasSaid() {
        var line = line("B: four one one one");
        assertThat(Runs.ofDigits(line, NONE).toString()
                        + line
                        + line.at(0)
                        + Pieces.of("four")
                        + Numeral.of(line, 0, false))
                .doesNotContain("four", "4111");
    }

    private static List<String> digits(String first, String... more) {
        var turns = new ArrayList<>(List.of("B: " + first));
        turns.addAll(List.of(more));
        return Runs.ofDigits(line(turns.toArray(String[]::new)), NONE).stream()
                .map(Run::characters)
                .toList();
    }

    /** What B says. */
    private static Line line(String... turns) {
        return Conversation.of(Example.of("turns", List.of(turns)).transcript())
                .lines()
                .getFirst();
    }
}
