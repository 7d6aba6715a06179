package io.tapedeck.privacy.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.privacy.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreetsTest {
    private final Addresses addresses = new Addresses();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I live at 1428 Elm Street, Springfield, Illinois 62704. | address: 1428 elm street springfield illinois 62704
            it's twelve hundred sunset boulevard                    | address: twelve hundred sunset boulevard
            two thirty one north third street suite eight           | address: two thirty one north third street suite eight
            mail it to p o box four four one boise idaho eight three seven oh one | address: p o box four four one boise idaho eight three seven oh one
            send it to P.O. Box 771, Flagstaff, AZ 86001            | address: p.o box 771 flagstaff az 86001
            i'm at ten baker road london n w one six x e            | address: ten baker road london n w one six x e
            we are in columbus ohio four three two one five         | address: columbus ohio four three two one five
            """)
    void streetsAndWhatFollowsOnThemAreFound(String said, String found) {
        assertThat(Found.in(addresses, "B: " + said)).contains(found);
    }

    @Test
    void citiesAreFoundWhereTheyAreAskedFor() {
        assertThat(Found.in(addresses, "A: city and state", "B: denver colorado"))
                .contains("address: denver colorado");
        assertThat(Found.in(addresses, "A: which city", "B: milwaukee")).contains("address: milwaukee");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "take the second street on the left",
                "three hundred thousand square feet",
                "a two day road trip",
                "we ship to texas and new mexico only",
                "your table is booked for four under the terrace",
                "two hundred units of the four by six",
                "turn left and drive two more miles"
            })
    void otherRoadsAndPlacesStay(String said) {
        assertThat(Found.in(addresses, "B: " + said)).isEmpty();
    }
}
