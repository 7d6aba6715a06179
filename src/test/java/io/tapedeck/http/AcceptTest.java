package io.tapedeck.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptTest {
    private static final List<String> OFFERED = List.of("application/json", "text/vtt", "text/plain");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    */*                                      | application/json
                    text/*                                   | text/vtt
                    text/plain                               | text/plain
                    TEXT/Plain                               | text/plain
                    text/plain;q=0.4, text/vtt;q=0.5         | text/vtt
                    text/*;q=0.4, text/plain; Q = 0.5        | text/plain
                    */*, application/json;q=0                | text/vtt
                    */*;q=0.1, text/plain                    | text/plain
                    text/plain;charset=utf-8;q=0.9, */*;q=0.5 | text/plain
                    ,, text/vtt ,                            | text/vtt
                    """)
    void theOneThatIsLikedBestIsTaken(String header, String best) {
        assertThat(Accept.parse(header).best(OFFERED)).contains(best);
    }

    @ParameterizedTest
    @CsvSource({"';'", "',,,;;'", "image/png", "text/vtt;q=0", "'*/*;q=0'", "text", "text/vtt;q=x", "''"})
    void nothingIsTakenWhereNothingIsAcceptable(String header) {
        assertThat(Accept.parse(header).best(OFFERED)).isEmpty();
    }

    @Test
    void ofCodingsAStarStandsForAll() {
        assertThat(Accept.parse("deflate, gzip;q=0.5").takes("gzip")).isTrue();
        assertThat(Accept.parse("*").takes("gzip")).isTrue();
        assertThat(Accept.parse("*, gzip;q=0").takes("gzip")).isFalse();
        assertThat(Accept.parse("identity").takes("gzip")).isFalse();
    }
}
