package io.tapedeck.privacy.number;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.privacy.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberRecogniserTest {
    private final NumberRecogniser numbers = new NumberRecogniser("US");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A: and the last four?                        | B: 4417                             | credit-card: 4417
            A: can i have the card number                | B: um 4111 1111 1111 1111           | credit-card: 4111 1111 1111 1111
            A: which card                                | B: the visa ending in four four one two | credit-card: four four one two
            A: what's the security code                  | B: seven oh two                     | card-cvv: seven oh two
            A: when does it expire                       | B: oh four twenty seven             | card-expiry: oh four twenty seven
            A: your checking account number please       | B: double four nine one two two     | bank-account: double four nine one two two
            A: and the sort code                         | B: 20-00-00                         | bank-routing: 20-00-00
            A: the iban                                  | B: DE89 3704 0044 0532 0130 00      | iban: de89 3704 0044 0532 0130 00
            A: last four of your social?                 | B: six seven eight nine             | ssn: six seven eight nine
            A: passport number                           | B: x as in x-ray one two three four five six | passport: x as in x-ray one two three four five six
            A: driver's license                          | B: D1234567                         | driver-id: d1234567
            A: best number to reach you                  | B: 555 0132                         | phone: 555 0132
            A: date of birth                             | B: march third nineteen eighty two  | date-of-birth: march third nineteen eighty two
            A: enter your pin                            | B: four four one two                | pin: four four one two
            A: and your zip code                         | B: nine oh two one oh               | address: nine oh two one oh
            """)
    void aQuestionOfTheOtherSideTellsWhatTheAnswerIs(String question, String answer, String found) {
        assertThat(Found.in(numbers, question, answer)).contains(found);
    }

    @Test
    void theNearestPhraseThatFitsDecides() {
        assertThat(Found.in(numbers, "B: visa 4929 1234 5678 9015 exp 08/27 cvv 204"))
                .containsExactlyInAnyOrder("credit-card: 4929 1234 5678 9015", "card-expiry: 08/27", "card-cvv: 204");
    }

    @Test
    void theCodeOfACardIsOneThoughItCouldBeADate() {
        assertThat(Found.in(
                        numbers,
                        "B: my card is 4929 1234 5678 9015 expiring oh nine twenty eight code one two three and name"))
                .containsExactlyInAnyOrder(
                        "credit-card: 4929 1234 5678 9015",
                        "card-expiry: oh nine twenty eight",
                        "card-cvv: one two three");
        assertThat(Found.in(numbers, "B: the code is one two three")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            my card is four one one one                   | credit-card: four one one one
            my visa is uh four one one                    | credit-card: four one one
            the card starts with 4111                     | credit-card: 4111
            my account is four four one two               | bank-account: four four one two
            my phone number is four one five              | phone: four one five
            """)
    void aBeginningIsFoundWhereAPhraseLeadsStraightToIt(String said, String found) {
        assertThat(Found.in(numbers, "B: " + said)).containsExactly(found);
    }

    @Test
    void whoBeginsAgainIsFollowed() {
        assertThat(
                        Found.in(
                                numbers,
                                "B: my card is four one one one wait no sorry four two two two and then three three three three"))
                .containsExactly(
                        "credit-card: four one one one",
                        "credit-card: four two two two",
                        "credit-card: three three three three");
        assertThat(
                        Found.in(
                                numbers,
                                "B: my card is four one one one no let me start over it's four two two two hm and then three three three"))
                .containsExactly(
                        "credit-card: four one one one",
                        "credit-card: four two two two",
                        "credit-card: three three three");
        assertThat(
                        Found.in(
                                numbers,
                                "B: my phone number is four one five wait no sorry six one seven five five five two six seven one"))
                .containsExactly("phone: four one five", "phone: six one seven five five five two six seven one");
    }

    @Test
    void aPhraseMayFollow() {
        assertThat(Found.in(numbers, "B: four one two is my pin")).isEmpty();
        assertThat(Found.in(numbers, "B: four one two six is my pin")).containsExactly("pin: four one two six");
    }

    @Test
    void aChecksumDecidesTheLabelAndNotWhetherToMask() {
        assertThat(Found.in(numbers, "B: my account is 4111 1111 1111 1111"))
                .containsExactly("credit-card: 4111 1111 1111 1111");
        assertThat(Found.in(numbers, "B: my card number is 4111 1111 1111 1112"))
                .containsExactly("credit-card: 4111 1111 1111 1112");
        assertThat(Found.in(numbers, "B: my iban is DE89 3704 0044 0532 0130 01"))
                .contains("iban: de89 3704 0044 0532 0130 01");
    }

    @Test
    void aCardMergedWithItsExpiryIsMasked() {
        assertThat(Found.in(numbers, "B: my card is 4111 1111 1111 1111 04 27"))
                .contains("credit-card: 4111 1111 1111 1111 04 27", "card-expiry: 4111 1111 1111 1111 04 27");
    }

    @Test
    void whatTheOtherSideReadsBackIsMasked() {
        assertThat(Found.in(
                        numbers,
                        "A: your card number please",
                        "B: four five three two seven seven one one",
                        "A: seven seven one one yes",
                        "B: two two oh oh nine one eight four"))
                .contains("credit-card: seven seven one one");
    }

    @Test
    void unnamedNumbersAreMaskedFromEightDigitsOn() {
        assertThat(Found.in(numbers, "B: it is four one two six")).isEmpty();
        assertThat(Found.in(numbers, "B: it is 44 18 20 91")).containsExactly("bank-account: 44 18 20 91");
        assertThat(Found.in(numbers, "B: it is four one five five five five oh one three two"))
                .containsExactly("phone: four one five five five five oh one three two");
    }

    @Test
    void theRegionTellsWhichNumbersArePhones() {
        var british = new NumberRecogniser("GB");
        assertThat(Found.in(british, "B: it is 07700 900123")).containsExactly("phone: 07700 900123");
    }

    @Test
    void anOrderNumberIsSpentByTheNumberThatFollows() {
        assertThat(Found.in(numbers, "B: order number 5512 and the phone is 415 555 0132"))
                .containsExactly("phone: 415 555 0132");
        assertThat(Found.in(numbers, "B: my card for order 5512 is 4111 1111 1111 1111"))
                .containsExactly("credit-card: 4111 1111 1111 1111");
    }

    @Test
    void whatIsAskedForInBetweenEndsANumber() {
        assertThat(Found.in(numbers, "A: card number", "B: 4111 1111 1111 1111", "A: and the security code", "B: 204"))
                .containsExactly("credit-card: 4111 1111 1111 1111", "card-cvv: 204");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A: your total comes to four hundred and twelve dollars and sixty cents",
                "B: my order number is seven seven one three oh nine two",
                "B: order number 4417 2209 8831",
                "B: my card was charged twice on November 12 for 49.99",
                "B: i have had this phone number since 2019",
                "B: we changed the pin in 2019",
                "A: your appointment is on march third at two thirty",
                "B: the account was closed four thousand days ago",
                "B: my phone battery lasts ten hours",
                "A: it takes five to seven business days",
                "B: i paid by card at four thirty",
                "B: my card is declined for 250 dollars and it was 3 times",
                "B: my card is no longer working since 2019 it has 150 points",
                "B: the card was charged on the 3rd for 4500 yen and then 300",
                "A: your account was opened in 2019",
                "A: your phone is 500 dollars off",
                "A: your tracking number is 9400 1118 9922 3344 5566 77",
                "B: it is a 2019 model with 84,000 miles",
                "A: the warranty expires on june 5th 2028"
            })
    void whatIsCountedDatedOrOrderedStays(String turn) {
        assertThat(Found.in(numbers, turn)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "B: i was born on the twenty first of january 2001",
                "B: my birthday is 03/14/1982",
                "B: born in nineteen sixty four",
                "B: date of birth four seventeen eighty three",
                "B: december ninth nineteen eighty eight is my birthday"
            })
    void datesAreMaskedWhereSomebodyWasBornThen(String turn) {
        assertThat(Found.in(numbers, turn))
                .hasSizeGreaterThanOrEqualTo(1)
                .allMatch(found -> found.startsWith("date-of-birth"));
    }
}
