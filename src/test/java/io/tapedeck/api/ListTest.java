package io.tapedeck.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists over 105 recordings of three months, 35 of each. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListTest {
    private static final int PER_MONTH = 35;

    @Inject
    Api api;

    @Inject
    TestClock clock;

    private Caller caller;
    private final List<String> created = new ArrayList<>();
    private final List<Long> months = new ArrayList<>();

    @BeforeAll
    void fill() throws Exception {
        caller = api.caller();
        var noon = clock.now();
        for (var days : List.of(0, 31, 93)) {
            clock.stopAt(noon + days * 86_400L);
            months.add(clock.now());
            created.addAll(fill(days));
            clock.advance(Duration.ofSeconds(1));
        }
        clock.reset();
    }

    @AfterAll
    void resetTheClock() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 25, 100})
    void everyRecordingIsOnOnePageNewestFirst(int limit) {
        var listed = all("?limit=" + limit, limit == 1 ? 12 : Integer.MAX_VALUE);

        assertThat(listed).isEqualTo(newestFirst().subList(0, listed.size()));
        assertThat(listed).hasSize(limit == 1 ? 12 : created.size());
    }

    @Test
    void withoutALimitAPageHasTwentyFive() {
        assertThat(page("").getList("items")).hasSize(25);
    }

    @Test
    void anotherLimitMayGoOnWhereAPageEnded() {
        var first = page("?limit=10");

        var second = page("?limit=5&cursor=" + first.getString("next")).<String>getList("items.id");

        assertThat(second).isEqualTo(newestFirst().subList(10, 15));
    }

    @Test
    void aRecordingMadeMeanwhileMovesNothing() {
        var other = api.caller();
        var made = IntStream.range(0, 6)
                .mapToObj(_ -> other.create(Map.of()).getString("id"))
                .toList();
        var first = other.request().get("/v1/recordings?limit=3").jsonPath();
        other.create(Map.of());
        var second = other.request()
                .get("/v1/recordings?limit=3&cursor=" + first.getString("next"))
                .jsonPath();

        assertThat(first.<String>getList("items.id")).isEqualTo(List.of(made.get(5), made.get(4), made.get(3)));
        assertThat(second.<String>getList("items.id")).isEqualTo(List.of(made.get(2), made.get(1), made.get(0)));
        assertThat(second.getString("next")).isNull();
    }

    @Test
    void fromIsInclusiveAndToIsExclusive() {
        var second = months.get(1);

        assertThat(all("?from=%d&to=%d".formatted(second, second + 1))).hasSize(PER_MONTH);
        assertThat(all("?from=%d".formatted(second + 1))).hasSize(PER_MONTH);
        assertThat(all("?to=%d".formatted(second))).hasSize(PER_MONTH);
        assertThat(all("?from=%d&to=%d".formatted(second, second))).isEmpty();
        assertThat(all("?from=%d&to=%d".formatted(second + 1, second))).isEmpty();
        assertThat(all("?from=253402300799")).isEmpty();
        assertThat(all("?to=0")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "call=call-0, 15",
        "call=call-0&tag=even, 9",
        "assistant=assistant-1, 51",
        "assistant=assistant-1&call=call-0, 6",
        "phoneNumber=%2B491, 15",
        "phoneNumber=desk, 27",
        "phoneNumber=desk&assistant=assistant-0, 27",
        "tag=even, 54",
        "tag=even&tag=all, 54",
        "tag=even&tag=odd, 0",
        "tag=EVEN, 0",
        "status=processing, 105",
        "status=completed, 0",
        "call=nobodys, 0",
        "call=, 0",
        "call=call, 0",
        "phoneNumber=491, 0"
    })
    void conditionsMustAllHold(String query, int expected) {
        assertThat(all("?limit=20&" + query)).hasSize(expected).doesNotHaveDuplicates();
    }

    @Test
    void deletedOnesAreListedOnlyWhenAskedFor() {
        var other = api.caller();
        var ids = IntStream.range(0, 4)
                .mapToObj(_ -> other.create(Map.of("call", Map.of("id", "c"), "tags", List.of("t")))
                        .getString("id"))
                .toList();
        other.delete(ids.get(0)).statusCode(200);
        other.delete(ids.get(2)).statusCode(200);

        assertThat(other.request().get("/v1/recordings").jsonPath().<String>getList("items.id"))
                .isEqualTo(List.of(ids.get(3), ids.get(1)));
        assertThat(other.request().get("/v1/recordings?call=c").jsonPath().<String>getList("items.id"))
                .isEqualTo(List.of(ids.get(3), ids.get(1)));
        assertThat(other.request()
                        .get("/v1/recordings?status=deleted")
                        .jsonPath()
                        .<String>getList("items.id"))
                .isEqualTo(List.of(ids.get(2), ids.get(0)));
        assertThat(other.request()
                        .get("/v1/recordings?status=deleted&call=c")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
        assertThat(other.request()
                        .get("/v1/recordings?status=deleted&tag=t")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
    }

    @Test
    void aCursorIsGoodForItsListAndItsTenantOnly() {
        var cursor = page("?limit=1&tag=even").getString("next");

        page("?limit=1&tag=even&cursor=" + cursor);
        for (var query : List.of(
                "",
                "&tag=odd",
                "&tag=even&tag=all",
                "&tag=even&call=call-0",
                "&tag=even&from=1",
                "&tag=even&status=processing")) {
            refused(caller, "?limit=1&cursor=" + cursor + query, "cursor");
        }
        refused(api.caller(), "?limit=1&tag=even&cursor=" + cursor, "cursor");
    }

    @Test
    void aTamperedCursorIsRefused() {
        var cursor = page("?limit=1").getString("next");

        for (int i = 0; i < cursor.length(); i += 7) {
            var other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            refused(caller, "?cursor=" + cursor.substring(0, i) + other + cursor.substring(i + 1), "cursor");
        }
        for (var none : List.of("", ".", "x", "null", created.getFirst(), cursor + "A", cursor.replace(".", ""))) {
            refused(caller, "?cursor=" + none, "cursor");
        }
    }

    @Test
    void aCursorOfEventsIsNoneOfRecordings() {
        var events = caller.request()
                .get("/v1/recordings/{id}/events?limit=1", created.getFirst())
                .jsonPath();
        caller.update(created.getFirst(), Map.of("legalHold", true));
        var page = caller.request()
                .get("/v1/recordings/{id}/events?limit=1", created.getFirst())
                .jsonPath();

        assertThat(events.getList("items")).hasSize(1);
        refused(caller, "?cursor=" + page.getString("next"), "cursor");
        caller.request()
                .get("/v1/recordings/{id}/events?cursor=" + page.getString("next"), created.get(1))
                .then()
                .statusCode(400);
        caller.request()
                .get("/v1/recordings/{id}/events?cursor=" + page.getString("next"), created.getFirst())
                .then()
                .body("items.type", is(List.of("recording.updated")))
                .body("next", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit",
        "limit=101, limit",
        "limit=ten, limit",
        "limit=, limit",
        "limit=1&limit=2, limit",
        "from=-1, from",
        "to=1e9, to",
        "from=253402300800, from",
        "status=gone, status",
        "status=, status",
        "call=a&call=b, call",
        "Limit=1, Limit",
        "colour=red, colour",
        "order=asc, order"
    })
    void whatCannotBeAskedIsRefused(String query, String field) {
        refused(caller, "?" + query, field);
    }

    @Test
    void aConditionLongerThanAnIdIsRefused() {
        for (var parameter : List.of("call", "assistant", "phoneNumber")) {
            refused(caller, "?" + parameter + "=" + "a".repeat(257), parameter);
            refused(caller, "?" + parameter + "=" + "a".repeat(3000), parameter);
        }
        assertThat(all("?tag=" + "a".repeat(3000))).isEmpty();
    }

    @Test
    void hundredsOfConditionsAreRefused() {
        var tags = String.join("&", Collections.nCopies(400, "tag=a"));

        refused(caller, "?" + tags, "tag");
        assertThat(all("?" + String.join("&", Collections.nCopies(50, "tag=all"))))
                .hasSize(created.size());
    }

    private List<String> newestFirst() {
        var ids = new ArrayList<>(created);
        ids.sort(Collections.reverseOrder());
        return ids;
    }

    private List<String> all(String query) {
        return all(query, Integer.MAX_VALUE);
    }

    private List<String> all(String query, int most) {
        var ids = new ArrayList<String>();
        var page = page(query);
        ids.addAll(page.getList("items.id"));
        while (page.getString("next") != null && ids.size() < most) {
            page = page(query + "&cursor=" + page.getString("next"));
            ids.addAll(page.getList("items.id"));
        }
        return ids;
    }

    private JsonPath page(String query) {
        return caller.request()
                .urlEncodingEnabled(false)
                .get("/v1/recordings" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static void refused(Caller caller, String query, String field) {
        caller.request()
                .urlEncodingEnabled(false)
                .get("/v1/recordings" + query)
                .then()
                .statusCode(400)
                .body("errors.field", is(List.of(field)));
    }

    private List<String> fill(int days) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var requests = IntStream.range(0, PER_MONTH)
                    .<Callable<String>>mapToObj(
                            i -> () -> caller.create(body(i)).getString("id"))
                    .toList();
            return threads.invokeAll(requests).stream().map(Future::resultNow).toList();
        }
    }

    private static Map<String, Object> body(int i) {
        return Map.of(
                "call", Map.of("id", "call-" + i % 7),
                "assistant", Map.of("id", "assistant-" + i % 2),
                "phoneNumber",
                        i % 4 == 0 ? Map.of("id", "desk", "number", "+49" + i % 7) : Map.of("number", "+49" + i % 7),
                "tags", List.of("all", i % 2 == 0 ? "even" : "odd"));
    }
}
