package io.tapedeck.egress;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetRulesTest {
    private final TargetRules rules = TargetRules.ofSources(false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/call.wav",
                "HTTPS://EXAMPLE.COM",
                "https://example.com:443/call.wav?signature=a%2Fb#t=1",
                "https://8.8.8.8/call.wav",
                "https://[2606:4700:4700::1111]/call.wav",
                "https://xn--bcher-kva.example/call.wav",
                "https://3com.com/call.wav"
            })
    void publicHttpsIsAllowed(String url) {
        assertThat(rules.objection(URI.create(url))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/call.wav",
                "ftp://example.com/call.wav",
                "file:///etc/passwd",
                "gopher://example.com/",
                "data:audio/wav;base64,AAAA",
                "call.wav",
                "//example.com/call.wav",
                "https:///call.wav",
                "https://user@example.com/call.wav",
                "https://user:secret@example.com/call.wav",
                "https://example.com:8443/call.wav",
                "https://example.com:22/"
            })
    void otherUrlsAreNot(String url) {
        assertThat(rules.objection(URI.create(url))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST",
                "localhost.",
                "a.localhost",
                "127.1",
                "2130706433",
                "017700000001",
                "0x7f000001",
                "0x7f.0.0.1",
                "0177.0.0.1",
                "127.0.0.1.",
                "1.2.3.256",
                "1.2.3.4.5",
                "example.1",
                "[fe80::1%25eth0]"
            })
    void hostsThatMisleadAreNot(String host) {
        assertThat(rules.objection(URI.create("https://" + host + "/call.wav"))).isPresent();
    }

    @Test
    void testsMayGoAnywhereButNotWithCredentials() {
        var anywhere = TargetRules.ofSources(true);
        assertThat(anywhere.objection(URI.create("http://localhost:8080/call.wav")))
                .isEmpty();
        assertThat(anywhere.objection(URI.create("http://a:b@localhost:8080/call.wav")))
                .isPresent();
        assertThat(anywhere.objection(URI.create("file:///etc/passwd"))).isPresent();
    }
}
