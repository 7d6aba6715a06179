package io.tapedeck.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpacingTest {
    @Test
    void wordsArePartedAtWhiteSpace() {
        assertThat(Spacing.split(" how  are\u00a0you\n")).containsExactly("how", "are", "you");
    }

    @Test
    void whereThereAreNoSpacesCharactersArePartedAsReadersSeeThem() {
        assertThat(Spacing.split("你好, world")).containsExactly("你", "好,", "world");
        assertThat(Spacing.split("สวัสดี")).containsExactly("ส", "วั", "ส", "ดี");
    }

    @Test
    void whatIsSeenAsOneCharacterStaysWhole() {
        assertThat(Spacing.split("👩‍👩‍👧‍👦🇩🇪 नमस्ते")).containsExactly("👩‍👩‍👧‍👦🇩🇪", "नमस्ते");
    }
}
