package io.tapedeck.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RouteTest {
    private final Route versions = new Route("GET", "/v1/recordings/{id}/versions", "listVersions", true);
    private final Route recording = new Route("GET", "/v1/recordings/{id}", "retrieve", true);

    @Test
    void aParameterIsOneSegment() {
        assertThat(versions.match("GET", "/v1/recordings/rec_1/versions")).contains(Map.of("id", "rec_1"));
        assertThat(recording.match("GET", "/v1/recordings/rec_1/versions")).isEmpty();
    }

    @Test
    void anEncodedSlashPartsNothing() {
        assertThat(recording.match("GET", "/v1/recordings/a%2Fversions")).contains(Map.of("id", "a%2Fversions"));
    }

    @Test
    void dotSegmentsAreNotResolved() {
        assertThat(recording.match("GET", "/v1/x/../recordings/rec_1")).isEmpty();
        assertThat(recording.match("GET", "/v1/recordings/..")).contains(Map.of("id", ".."));
    }

    @Test
    void anEmptySegmentIsNoParameter() {
        assertThat(recording.match("GET", "/v1/recordings/")).isEmpty();
    }

    @Test
    void anotherMethodIsAnotherRoute() {
        assertThat(recording.match("HEAD", "/v1/recordings/rec_1")).isEmpty();
    }

    @Test
    void literalPathsComeFirstAndTheDefaultLast() {
        Route merge = new Route("GET", "/v1/recordings/merge", "merge", true);
        Route rest = new Route("ANY", Route.DEFAULT, "unmatched", false);

        assertThat(List.of(rest, recording, merge).stream().sorted(Route.BY_PRECEDENCE))
                .containsExactly(merge, recording, rest);
        assertThat(rest.match("BREW", "/pot")).contains(Map.of());
        assertThat(rest.key()).isEqualTo("$default");
    }
}
