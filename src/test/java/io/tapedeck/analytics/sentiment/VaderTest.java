package io.tapedeck.analytics.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The scores are those that vaderSentiment-js 1.1.3 publishes with its tests (of the last sentence that of the original, which knows
 * "But" with a capital, too), or worked out beside them.
 */
class VaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "VADER is smart, handsome, and funny. | 0.8316",
                "VADER is not smart, handsome, nor funny. | -0.7424",
                "VADER is smart, handsome, and funny! | 0.8439",
                "VADER is very smart, handsome, and funny. | 0.8545",
                "VADER is VERY SMART, handsome, and FUNNY. | 0.9227",
                "VADER is VERY SMART, handsome, and FUNNY!!! | 0.9342",
                "VADER is VERY SMART, uber handsome, and FRIGGIN FUNNY!!! | 0.9469",
                "The book was good. | 0.4404",
                "The book was kind of good. | 0.3832",
                "The plot was good, but the characters are uncompelling and the dialog is not great. | -0.7042",
                "\"At least it isn't a horrible book.\" | 0.431",
                "Make sure you :) or :D today! | 0.8633",
                "Today SUX! | -0.5461",
                "\"Today only kinda sux! But I'll get by, lol\" | 0.5249",
            })
    void scoresAreThoseThatArePublished(String sentence, double score) {
        assertThat(Vader.score(sentence)).isEqualTo(score);
    }

    @Test
    void whatSaysNothingIsNeutral() {
        assertThat(Vader.score("The number is on the card.")).isZero();
        assertThat(Vader.score("")).isZero();
        assertThat(Vader.score("?")).isZero();
    }

    /** no: -1.2, so -1.2 / sqrt(1.44 + 15); problem: -1.7, turned over by -0.74 to 1.258. */
    @Test
    void noBeforeAWordDeniesIt() {
        assertThat(Vader.score("No.")).isEqualTo(-0.296);
        assertThat(Vader.score("No problem at the moment")).isEqualTo(0.3089);
    }

    /** doubt: -1.5, turned over to 1.11; excellent: 2.7, not turned over; their sum 3.81 / sqrt(3.81² + 15). */
    @ParameterizedTest
    @CsvSource({
        "without doubt excellent, 0.7013",
        "without a doubt excellent, 0.7013",
        "Without any doubt excellent, 0.7013",
        "without doubt an excellent, 0.7013",
        "without an excellent, -0.4585",
        "without any such excellent, -0.4585",
    })
    void withoutDoubtDeniesNothingButDoubt(String sentence, double score) {
        assertThat(Vader.score(sentence)).isEqualTo(score);
    }

    @Test
    void numbersAndNamesAreNoFeelings() {
        assertThat(Vader.score("the code is 143 187")).isZero();
        assertThat(Vader.score("on the other hand Mia drives a Kia")).isZero();
    }

    @Test
    void curlyApostrophesNegateToo() {
        assertThat(Vader.score("this isn\u2019t good"))
                .isEqualTo(Vader.score("this isn't good"))
                .isNegative();
    }

    @Test
    void capitalsAreEmphasisOnlyWhereOthersAreNot() {
        assertThat(Vader.score("THE BOOK WAS GOOD")).isEqualTo(Vader.score("the book was good"));
        assertThat(Vader.score("the book was GOOD")).isGreaterThan(Vader.score("the book was good"));
    }

    @Test
    void idiomsAreWorthSomethingElseThanTheirWords() {
        assertThat(Vader.score("and that was yeah right")).isNegative();
    }

    @Test
    void aNativeImageIsToldOfTheLexiconAndItsLicence() throws IOException {
        var resources = Path.of("src", "main", "resources");
        var settings = new Properties();
        try (var reader = Files.newBufferedReader(resources.resolve("application.properties"))) {
            settings.load(reader);
        }
        var included = FileSystems.getDefault()
                .getPathMatcher("glob:{" + settings.getProperty("quarkus.native.resources.includes") + "}");
        try (var files = Files.list(resources.resolve("io/tapedeck/analytics/sentiment"))) {
            assertThat(files.map(resources::relativize)).hasSize(3).allMatch(included::matches);
        }
    }
}
