package io.tapedeck.analytics.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.analytics.words.CategoryResult.Match;
import io.tapedeck.audio.Analysis;
import io.tapedeck.transcript.Word;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CategoriesTest {
    private static final List<Stretch> CALL = List.of(
            Talk.stretch(0, "Thank you for calling, do you want to cancel?", 0),
            Talk.stretch(1, "Yes, I cancelled my orders (plus) C++ sign-up, it's $5.00 .* really", 10),
            Talk.stretch(0, "Cancel", 20),
            Talk.stretch(1, "my order", 21));

    @Test
    void aPhraseIsFoundWithItsTimeAndSpeaker() {
        assertThat(result("cancel my order").matches())
                .containsExactly(new Match("cancel my order", new Quote(1, 10.5, 11.25, "cancelled my orders")));
    }

    @Test
    void wordsOfTwoSpeakersAreNoPhrase() {
        assertThat(result("cancel my order").count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "THANK YOU",
                "for   calling",
                "sign up",
                "sign-up",
                "c++",
                "$5.00",
                ".*",
                "(plus)",
                "plus",
                "it\u2019s"
            })
    void aPhraseIsPlainText(String phrase) {
        assertThat(result(phrase).matched()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"c", "order|cancel", "th.nk", "[a-z]+", "\\w+", "than", "ou", "really not"})
    void partsOfWordsAndPatternsAreNotFound(String phrase) {
        assertThat(result(phrase))
                .extracting(CategoryResult::matched, CategoryResult::count)
                .containsExactly(false, 0);
    }

    @Test
    void aSpeakerThatIsNamedMustSayIt() {
        assertThat(result(category("cancel", Optional.of("1"), false)).matches())
                .extracting(match -> match.quote().start())
                .containsExactly(10.5);
    }

    @Test
    void whatIsMeantToBeAbsentMatchesWhereNothingIsSaid() {
        assertThat(result(category("goodbye", Optional.empty(), true)).matched())
                .isTrue();
        assertThat(result(category("cancel", Optional.empty(), true)))
                .extracting(CategoryResult::matched, CategoryResult::count)
                .containsExactly(false, 3);
        assertThat(result(category("cancel my order", Optional.of("0"), true)).matched())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.75, 1.751, 30})
    void aPhraseSpansAPauseInWhichNobodyElseSpeaks(double second) {
        var order = List.of(Talk.words(List.of("cancel", "order"), 0, second));
        assertThat(isSaid(order)).isTrue();
        assertThat(isSaid(List.of(order.getFirst(), Talk.words("yes", second + 1))))
                .isTrue();
    }

    @Test
    void whatAnotherSaysInALongPauseBreaksIt() {
        var order = Talk.words(List.of("cancel", "order"), 0, 5);
        assertThat(isSaid(List.of(order, Talk.words("yes", 2)))).isFalse();
        assertThat(isSaid(List.of(order, Talk.words("yes", 0.1)))).isFalse();
        assertThat(isSaid(List.of(Talk.words("yes", 4.9), order))).isFalse();
    }

    @Test
    void onlyTheFirstThousandMatchesAreListed() {
        var result = Categories.of(
                        List.of(category("no", Optional.empty(), false)),
                        List.of(Talk.stretch(0, "no ".repeat(1500), 0)),
                        CategoriesTest::isBy)
                .getFirst();
        assertThat(result.count()).isEqualTo(1500);
        assertThat(result.matches()).hasSize(1000);
    }

    @Test
    void anUmbrellaOfManyPhrasesIsOneCategory() {
        var category =
                new Analysis.Category("x", List.of("cancel", "cancel my", "nothing of it"), Optional.empty(), false);
        assertThat(result(category).matches())
                .extracting(Match::phrase)
                .containsExactly("cancel", "cancel my", "cancel");
    }

    @Test
    void wordsCountOnceForACategory() {
        assertThat(said("a refund please", "refunds", "refund", "Refund", "refunded"))
                .containsExactly("refunds");
        assertThat(said("please cancel my order now", "order", "cancel my", "cancel my order", "my order now"))
                .containsExactly("cancel my order");
        assertThat(said("refund refund", "refund", "refund refund")).containsExactly("refund refund");
        assertThat(said("refund refund", "refund")).containsExactly("refund", "refund");
        assertThat(said("no no no no", "no no")).containsExactly("no no", "no no");
    }

    @Test
    void eachCategoryCountsForItself() {
        var results = Categories.of(
                List.of(category("refund", Optional.empty(), false), category("a refund", Optional.empty(), false)),
                List.of(Talk.stretch(0, "a refund", 0)),
                CategoriesTest::isBy);
        assertThat(results).extracting(CategoryResult::count).containsExactly(1, 1);
    }

    private static List<String> said(String text, String... phrases) {
        var category = new Analysis.Category("x", List.of(phrases), Optional.empty(), false);
        var stretches = List.of(Talk.stretch(0, text, 0));
        return Categories.of(List.of(category), stretches, CategoriesTest::isBy).getFirst().matches().stream()
                .map(Match::phrase)
                .toList();
    }

    private static boolean isSaid(List<List<Word>> words) {
        return Categories.of(
                        List.of(category("cancel order", Optional.empty(), false)),
                        Stretch.of(words),
                        CategoriesTest::isBy)
                .getFirst()
                .matched();
    }

    private static CategoryResult result(String phrase) {
        return result(category(phrase, Optional.empty(), false));
    }

    private static CategoryResult result(Analysis.Category category) {
        return Categories.of(List.of(category), CALL, CategoriesTest::isBy).getFirst();
    }

    private static Analysis.Category category(String phrase, Optional<String> speaker, boolean absent) {
        return new Analysis.Category("x", List.of(phrase), speaker, absent);
    }

    private static boolean isBy(int participant, String name) {
        return name.equals(String.valueOf(participant));
    }
}
