package io.tapedeck.id;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantIdTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"a", "0", "acme-2", "a--", "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggg"})
    void lettersDigitsAndHyphensAreATenant(String text) {
        assertThat(TenantId.parse(text)).map(TenantId::value).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-a",
                "A",
                "a#b",
                "a/b",
                "a.b",
                "a b",
                "a\n",
                "ä",
                "..",
                "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggg"
            })
    void nothingElseIs(String text) {
        assertThat(TenantId.parse(text)).isEmpty();
    }
}
