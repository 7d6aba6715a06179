package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses and methods that are none, sent as they are written. */
@QuarkusTest
class AddressesTest {
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW");
    private static final String KEY = "Authorization: Bearer " + Api.OPERATOR_KEY;

    @Inject
    Contract contract;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1",
                "/v1/",
                "/v1/recordings/",
                "//v1/recordings",
                "/v1//recordings",
                "/v1/recordings/x/y",
                "/V1/recordings",
                "/v1/recordings/../health",
                "/v1/../health",
                "/../../etc/passwd",
                "/v1/recordings/x/../y/z",
                "/v1%2Frecordings",
                "/v1/recordings%2Fx",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/v1/recordings/%2e%2e/keys",
                "/v1/recordings/x%2Fdownload",
                "/v1/recordings/x/download/",
                "/q/health",
                "/q/dev-ui",
                "/template.yaml",
                "/.env",
                "/v2/recordings",
                "/u",
                "/u/",
                "/u/a/b",
                "/v1/keys/a/b",
                "/v1/recordings;x=1",
                "/health/",
                "/v1/recordings/x/jobs/",
                "/%00",
                "/%F0%9F%8E%A7",
                "/v1/recordings/.",
                "/v1/recordings/.."
            })
    void anAddressThatIsNoneIsNotFound(String target) {
        for (var answer : List.of(RawHttp.send("GET", target), RawHttp.send("GET", target, KEY))) {
            if (answer.status() == 401) {
                // taken as a recording's id, which only who has a key is told not to be one
                continue;
            }
            problem(answer, 404);
        }
        problem(RawHttp.send("GET", target, KEY), 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/recordings/%",
                "/v1/recordings/%4",
                "/v1/recordings/%zz",
                "/%",
                "/v1/recordings?call=%",
                "/v1/recordings?%zz=1",
                "/v1/keys/%-1",
                "/u/%"
            })
    void aBrokenPercentEncodingIsRefused(String target) {
        problem(RawHttp.send("GET", target, KEY), 400);
        problem(RawHttp.send("DELETE", target, KEY), 400);
    }

    @Test
    void anotherMethodIsToldWhichThereAre() {
        Endpoint.routes().keySet().forEach(path -> {
            var target = path.replaceAll("\\{[a-z]+}", "x");
            var methods = Endpoint.methods(target);
            for (var method :
                    METHODS.stream().filter(name -> !methods.contains(name)).toList()) {
                var answer = RawHttp.send(method, target, KEY);

                assertThat(answer.status())
                        .as("%s %s %s", method, target, answer)
                        .isEqualTo(405);
                assertThat(new TreeSet<>(Set.of(answer.header("allow").split(", "))))
                        .isEqualTo(new TreeSet<>(methods));
                if (!method.equals("HEAD")) {
                    problem(answer, 405);
                }
            }
        });
    }

    @Test
    void aTargetThatIsNoPathIsNotFound() {
        problem(RawHttp.send("OPTIONS", "*"), 404);
        problem(RawHttp.send("CONNECT", "example.com:443"), 404);
        problem(RawHttp.send("GET", "health"), 404);
    }

    @Test
    void aRequestWithoutAPathIsRefused() {
        problem(RawHttp.send("GET", "?a=b"), 400);
    }

    @Test
    void anAddressTooLongForAnybodyIsRefused() {
        assertThat(RawHttp.send("GET", "/v1/recordings?call=" + "a".repeat(20_000), KEY)
                        .status())
                .isEqualTo(414);
    }

    @Test
    void headersTooLargeForAnybodyAreRefused() {
        assertThat(RawHttp.send("GET", "/v1/recordings", "X-Large: " + "a".repeat(100_000))
                        .status())
                .isEqualTo(431);
    }

    private void problem(RawHttp answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        assertThat(contract.judge("Problem", answer.body())).isEmpty();
        assertThat(Problems.fits(status, answer.body())).as(answer.body()).isTrue();
        ContractFilter.requireDiscretion(answer.body());
    }
}
