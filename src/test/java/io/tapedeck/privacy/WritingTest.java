package io.tapedeck.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.audio.Entity;
import io.tapedeck.transcript.Segment;
import io.tapedeck.transcript.Spoken;
import io.tapedeck.transcript.Transcript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values are found however an engine, or somebody by hand, has written them down. Masked words are "_". */
class WritingTest {
    private static final PersonalData DATA = new PersonalData("US");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            number is 415 555 SOUND 2671 ok              | number is _ _ SOUND _ ok
            my phone is four one five SOUND five five five SOUND two six seven one | my phone is _ _ _ SOUND _ _ _ SOUND _ _ _ _
            routing number is 021 SOUND 000 021          | routing number is _ SOUND _ _
            date of birth march SOUND fourteenth SOUND nineteen eighty two | date of birth _ SOUND _ SOUND _ _ _
            passport is X12 SOUND 34567                  | passport is _ SOUND _
            my name is SOUND zebulon SOUND okonkwo       | my name is SOUND _ SOUND _
            write to john SOUND at SOUND gmail dot SOUND com | write to _ SOUND _ SOUND _ _ SOUND _
            i live at forty two SOUND elm SOUND street   | i live at _ _ SOUND _ SOUND _
            """)
    void aSoundThatIsWrittenDownIsNoPartOfAnything(String said, String left) {
        for (var sound : List.of(
                "[noise]",
                "[Noise]",
                "[NOISE],",
                "[BLANK_AUDIO]",
                "[dog barking]",
                "[inaudible 00:12:15]",
                "[noise2]",
                "[00:01:12]",
                "[Speaker 1]",
                "[SPN]",
                "[music playing in the background]",
                "(inaudible)",
                "(door slams)",
                "<unk>",
                "<|nospeech|>",
                "{laughter}",
                "*cough*",
                "++noise++",
                "［noise］",
                "【laughter】",
                "♪music♪",
                "\u200b")) {
            assertThat(masked(said.replace("SOUND", sound))).isEqualTo(left.replace("SOUND", sound));
        }
    }

    @Test
    void whatStandsForSomethingTakenOutPartsAndWhatIsSaidInBracketsIsSaid() {
        assertThat(masked("my pin is 44 [credit-card] 12")).isEqualTo("my pin is 44 [credit-card] 12");
        assertThat(masked("my pin is [four] (four) [one] <two>")).isEqualTo("my pin is _ _ _ _");
        assertThat(masked("my name is [Okonkwo] (Zebulon)")).isEqualTo("my name is _ _");
        assertThat(masked("my name is [okonkwo] thanks")).isEqualTo("my name is _ thanks");
        assertThat(masked("so [jennifer laughs] ok")).isEqualTo("so _ laughs] ok");
        assertThat(masked("it is john [at] gmail [dot] com")).isEqualTo("it is _ _ _ _ _");
        assertThat(masked("it is 415 [Rauschen] 555 <musik> 2671")).isEqualTo("it is _ [Rauschen] _ <musik> _");
        assertThat(masked("it is 415[noise]555[noise]2671 ok")).isEqualTo("it is _ ok");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            card number ４１１１ １１１１ １１１１ １１１１ ok     | card number _ _ _ _ ok
            see ４１１１１１１１１１１１１１１１ ok               | see _ ok
            my pin is ٤٤١٢ ok                             | my pin is _ ok
            my ssn is १२३ ४५ ६७८९ ok                        | my ssn is _ _ _ ok
            my card number is 𝟒𝟏𝟏𝟏 𝟏𝟏𝟏𝟏 𝟏𝟏𝟏𝟏 𝟏𝟏𝟏𝟏 ok   | my card number is _ _ _ _ ok
            my pin is ➍④⁴₁ ok                             | my pin is _ ok
            my pin is 4\uFE0F\u20E34\uFE0F\u20E31\uFE0F\u20E32\uFE0F\u20E3 ok | my pin is _ ok
            my pin is 4\u03364\u03361\u03362\u0336 ok     | my pin is _ ok
            my ssn is 123\u200B45\u200B6789 ok            | my ssn is _ ok
            my ssn is \u202D123\u00AD-45\u2060-6789\u202C ok | my ssn is _ ok
            my ssn is 123‑45‐6789 ok                      | my ssn is _ ok
            my pin is fo\u200Bur four one two ok          | my pin is _ _ _ _ ok
            my name is Zoe\u0308 Mu\u0308ller ok          | my name is _ _ ok
            my name is Nu\u0301n\u0303ez ok               | my name is _ ok
            my name is N\u0308guyen ok                    | my name is _ ok
            my name is 𝐙𝐞𝐛𝐮𝐥𝐨𝐧 Ｏｋｏｎｋｗｏ ok           | my name is _ _ ok
            """)
    void charactersAreReadAsWhatTheySay(String said, String left) {
        assertThat(masked(said)).isEqualTo(left);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            see card=4111111111111111 ok                  ! see _ ok
            see card#4111111111111111 ok                  ! see _ ok
            see Kartennummer:4111111111111111 ok          ! see _ ok
            see ref:card=4111111111111111;cvv=123 ok      ! see _ ok
            tel:+14155552671 ok                           ! _ ok
            tel:(415)555-2671 ok                          ! _ ok
            see 4111_1111_1111_1111 ok                    ! see _ ok
            see 4111…1111…1111…1111 ok                    ! see _ ok
            see 4111...1111...1111...1111 ok              ! see _ ok
            see 4111—1111—1111—1111 ok                    ! see _ ok
            see 4111|1111•1111~1111 ok                    ! see _ ok
            see 4111x1111x1111x1111 ok                    ! see _ ok
            see A4111111111111111 ok                      ! see _ ok
            see card4111111111111111end ok                ! see _ ok
            see no.4111111111111111 ok                    ! see _ ok
            call 415-555-2671x123 ok                      ! call _ ok
            call (415)555-2671ext.123 ok                  ! call _ ok
            see 4,111,111,111,111,111 ok                  ! see _ ok
            see $4111111111111111 ok                      ! see _ ok
            see (card/4111111111111111) ok                ! see _ ok
            see http://x.org/?n=4111111111111111 ok       ! see _ ok
            my cvv=123 ok                                 ! my _ ok
            my pin-4412, and ssn:123-45-6789; ok          ! my _ and _ ok
            the dob:03/14/1982 ok                         ! the _ ok
            my pin is 4\u00A04\u00A01\u00A02 ok           ! my pin is _ ok
            my pin is four_four_one_two ok                ! my pin is _ ok
            """)
    void whatIsWrittenAsOneWordIsTakenApart(String said, String left) {
        assertThat(masked(said)).isEqualTo(left);
    }

    @Test
    void aCardIsFoundByItsFormWhateverElseIsLookedFor() {
        var call = call("see http://x.org/?n=4111111111111111 ok");
        assertThat(DATA.find(call, EnumSet.of(Entity.CREDIT_CARD)))
                .extracting(Span::from)
                .containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "we sell 1920x1080 screens at 16:9 for 12,50 or 3.5GHz or v1.2.3 at 10:15:33",
                "the (small) *very* small print [sic] says no",
                "room 4B or A12 and covid-19 and mp3s and 24/7",
                "a 2x4 costs $1,234,567.89 or 50%",
                "we use the .net framework",
                "half is ½ and m² is a unit",
                "order=55120 ok",
            })
    void otherWaysOfWritingStay(String said) {
        assertThat(masked(said)).isEqualTo(said);
    }

    private static String masked(String said) {
        var call = call(said);
        var words = new ArrayList<String>();
        call.segments().getFirst().words().forEach(word -> words.add(word.text()));
        for (var span : DATA.find(call, EnumSet.allOf(Entity.class))) {
            for (int i = span.from(); i < span.to(); i++) {
                words.set(i, "_");
            }
        }
        return String.join(" ", words);
    }

    private static Transcript call(String said) {
        var words = Spoken.evenly(said, 1, 0.3);
        return Spoken.transcript(60, new Segment(Spoken.CALLER, words));
    }
}
