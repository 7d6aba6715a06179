package io.tapedeck.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URISyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectionTest {
    private static final URI FROM = URI.create("https://a.example/calls/from?key=1");

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            delimiter = ';',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "to.wav;https://a.example/calls/to.wav",
                "/to;https://a.example/to",
                "//b.example/to;https://b.example/to",
                "https://b.example/a call.wav;https://b.example/a%20call.wav",
                "/a call.wav?of=Ann Lee;https://a.example/a%20call.wav?of=Ann%20Lee",
                " /around ;https://a.example/around",
                "/100%.wav;https://a.example/100%25.wav",
                "/signed%2Fkept?a=b%20c&s=x%2By+z;https://a.example/signed%2Fkept?a=b%20c&s=x%2By+z",
                "/{a}|[b]^`.wav?c[0]=\"d\";https://a.example/%7Ba%7D%7C%5Bb%5D%5E%60.wav?c[0]=%22d%22",
                "https://[2001:db8::1]/[a];https://[2001:db8::1]/%5Ba%5D",
                "\\calls\\to;https://a.example/calls/to",
                "/Gespräch;https://a.example/Gespr%C3%A4ch",
                "a/b c;https://a.example/calls/a/b%20c",
                "?part=2;https://a.example/calls/from?part=2",
                "../up;https://a.example/up"
            })
    void itIsReadAsBrowsersDo(String location, String expected) throws URISyntaxException {
        assertThat(Redirection.follow(FROM, location)).hasToString(expected);
    }

    @Test
    void lineBreaksAreLeftOut() throws URISyntaxException {
        assertThat(Redirection.follow(FROM, "/a\r\n\tb\n")).hasToString("https://a.example/ab");
    }

    @Test
    void anAddressWithoutAPathHasTheShortestOne() throws URISyntaxException {
        assertThat(Redirection.follow(URI.create("https://a.example"), "to")).hasToString("https://a.example/to");
        assertThat(Redirection.follow(URI.create("https://a.example?q"), "?r")).hasToString("https://a.example/?r");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://[", "https://a b/", "http:", "://"})
    void whatIsNoAddressLeadsNowhere(String location) {
        assertThatThrownBy(() -> Redirection.follow(FROM, location)).isInstanceOf(URISyntaxException.class);
    }
}
