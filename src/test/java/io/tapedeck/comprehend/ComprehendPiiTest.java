package io.tapedeck.comprehend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapedeck.audio.Entity;
import io.tapedeck.aws.AwsServer;
import io.tapedeck.aws.AwsServer.Request;
import io.tapedeck.privacy.PersonalData;
import io.tapedeck.privacy.Span;
import io.tapedeck.problem.TemporaryFailureException;
import io.tapedeck.redaction.Finder;
import io.tapedeck.rest.Patience;
import io.tapedeck.transcript.Segment;
import io.tapedeck.transcript.Spoken;
import io.tapedeck.transcript.Transcript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComprehendPiiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(20), Duration.ofMinutes(1), Duration.ofMillis(400));
    private static final Set<Entity> ALL = EnumSet.allOf(Entity.class);
    private static final String NOTHING = "{\"Entities\":[]}";

    private final AwsServer server = new AwsServer();
    private final ComprehendPii detector = new ComprehendPii(server.calls("comprehend", PATIENCE));

    ComprehendPiiTest() throws IOException {
        server.answers(request -> NOTHING);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void whatIsSaidIsSentAsJsonOneOneALineATurnAndWithoutNames() {
        find(call("Who's \"there\"?", "Zoë Åberg 😀"));

        var request = server.requests.getFirst();
        assertThat(request.path()).isEqualTo("/");
        assertThat(request.header("Content-Type")).isEqualTo("application/x-amz-json-1.1");
        assertThat(request.header("X-Amz-Target")).isEqualTo("Comprehend_20171127.DetectPiiEntities");
        assertThat(request.header("Authorization")).contains("/comprehend/");
        assertThat(request.text()).isEqualTo("""
                {"LanguageCode":"en","Text":"Who's \\"there\\"?\\nZoë Åberg 😀"}""");
    }

    @Test
    void offsetsAreCodePointsAndBecomeWordsWithTheirTimesAndVoice() {
        server.answer(200, entities(entity("NAME", 0.5, 9, 18)));

        var span = find(call("well 😀 é Ann Smith here", "yes")).getFirst();

        assertThat(span).isEqualTo(new Span(Entity.NAME, 0.5, 0, 3, 5, 1.6, 2.6, Spoken.AGENT));
    }

    @Test
    void whatIsFoundOfAWordIsAllOfItAndWhatGoesOnInTheNextTurnIsASpanThere() {
        server.answer(200, entities(entity("PHONE", 0.9, 9, 17)));

        assertThat(spans(find(call("my cell: 555-0199,", "um 0100 ok")))).containsExactly("phone 0:2-3");

        server.answer(200, entities(entity("PHONE", 0.9, 8, 24)));
        assertThat(spans(find(call("call me 555 0199", "0100 ok")))).containsExactly("phone 0:2-4", "phone 1:0-2");
    }

    @ParameterizedTest
    @CsvSource({
        "ADDRESS, address",
        "BANK_ACCOUNT_NUMBER, bank-account",
        "BANK_ROUTING, bank-routing",
        "CREDIT_DEBIT_CVV, card-cvv",
        "CREDIT_DEBIT_EXPIRY, card-expiry",
        "CREDIT_DEBIT_NUMBER, credit-card",
        "DRIVER_ID, driver-id",
        "EMAIL, email",
        "INTERNATIONAL_BANK_ACCOUNT_NUMBER, iban",
        "IP_ADDRESS, ip-address",
        "NAME, name",
        "PASSPORT_NUMBER, passport",
        "PASSWORD, password",
        "PHONE, phone",
        "PIN, pin",
        "SSN, ssn",
        "CA_SOCIAL_INSURANCE_NUMBER, ssn",
        "UK_NATIONAL_INSURANCE_NUMBER, ssn",
        "US_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER, ssn",
        "URL, url",
        "USERNAME, username"
    })
    void typesHaveNamesOfOurs(String type, String entity) {
        server.answer(200, entities(entity(type, 0.7, 0, 1)));

        assertThat(spans(find(call("x y")))).containsExactly(entity + " 0:0-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DATE_TIME", "AGE", "SWIFT_CODE", "LICENSE_PLATE", "AWS_SECRET_KEY", "A_NEW_ONE", ""})
    void whatHasNoNameOfOursStays(String type) {
        server.answer(200, entities(entity(type, 0.99, 0, 6), entity("PIN", 0.9, 7, 11)));

        assertThat(spans(find(call("Monday 4412")))).containsExactly("pin 0:1-2");
    }

    @Test
    void onlyWhatIsLookedForIsFoundAndNobodyIsAskedForWhatNobodyFinds() {
        server.answer(200, entities(entity("NAME", 0.9, 0, 3), entity("PIN", 0.9, 4, 8)));
        var call = call("Ann 4412");

        assertThat(spans(detector.find(call, "en", Set.of(Entity.PIN)))).containsExactly("pin 0:1-2");
        assertThat(detector.find(call, "en", Set.of(Entity.DATE_OF_BIRTH))).isEmpty();
        assertThat(detector.find(call, "en", Set.of())).isEmpty();
        assertThat(find(Spoken.transcript(10))).isEmpty();
        assertThat(server.requests).hasSize(1);
    }

    @Test
    void aLongCallIsSentInPartsThatOverlapAndFitAndNothingIsLost() {
        server.answers(ComprehendPiiTest::everyPin);
        for (var filler : List.of("hello", "señor", "語語語", "😀😀")) {
            server.requests.clear();
            var words = IntStream.range(0, 12_000)
                    .mapToObj(i -> i % 97 == 0 ? "pin" + i : filler)
                    .toList();

            var found =
                    find(call(String.join(" ", words.subList(0, 9000)), String.join(" ", words.subList(9000, 12_000))));

            assertThat(server.requests)
                    .hasSizeGreaterThan(3)
                    .allSatisfy(request -> assertThat(text(request).getBytes(StandardCharsets.UTF_8))
                            .hasSizeBetween(1, Passage.MOST_BYTES));
            for (int i = 1; i < server.requests.size(); i++) {
                var before = text(server.requests.get(i - 1));
                var shared = text(server.requests.get(i)).substring(0, 400);
                assertThat(before.indexOf(shared)).isGreaterThan(before.length() / 2);
            }
            assertThat(places(found))
                    .isEqualTo(IntStream.range(0, 12_000)
                            .filter(i -> i % 97 == 0)
                            .mapToObj(i -> i < 9000 ? "0:" + i : "1:" + (i - 9000))
                            .collect(Collectors.toSet()));
        }
    }

    @Test
    void aBusyServiceIsAskedAgain() {
        server.answer(400, "{\"__type\": \"ThrottlingException\", \"message\": \"Rate exceeded\"}");
        server.answer(500, "{\"__type\": \"InternalServerException\"}");
        server.answer(200, entities(entity("PIN", 0.9, 0, 4)));

        assertThat(spans(find(call("4412")))).containsExactly("pin 0:0-1");
        assertThat(server.pauses).containsExactly(Duration.ofMillis(200), Duration.ofMillis(400));
    }

    @Test
    void oneThatStaysBusyIsAFailureThatPasses() {
        for (int i = 0; i < 5; i++) {
            server.answer(429, "{\"__type\": \"TooManyRequestsException\"}");
        }

        assertFails(call("4412"), "detector-unavailable");
        assertThat(server.requests).hasSize(5);
    }

    @Test
    void oneThatDoesNotAnswerIsAFailureThatPasses() {
        var hasty = new Patience(Duration.ofMillis(200), Duration.ofMillis(300), Duration.ofMillis(400));
        var waits = new ComprehendPii(server.calls("comprehend", hasty));
        for (int i = 0; i < 5; i++) {
            server.hang();
        }

        assertThatThrownBy(() -> waits.find(call("4412"), "en", ALL))
                .isInstanceOfSatisfying(
                        TemporaryFailureException.class,
                        failed -> assertThat(failed.failure().code()).isEqualTo("detector-unavailable"));
    }

    @Test
    void aPartThatCannotBeDoneFailsAllOfIt() {
        server.answer(200, entities(entity("PIN", 0.9, 0, 4)));
        server.answer(400, "{\"__type\": \"InvalidRequestException\"}");

        assertFails(call("4412 " + "hello ".repeat(5000).strip()), "detector-refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AccessDeniedException",
                "InvalidRequestException",
                "UnsupportedLanguageException",
                "TextSizeLimitExceededException"
            })
    void whatItRefusesIsNotAskedAgainAndSaysNothingOfWho(String type) {
        server.answer(400, "{\"__type\": \"%s\", \"Message\": \"arn:aws:sts::1:x may not\"}".formatted(type));

        assertFails(call("4412"), "detector-refused");
        assertThat(server.requests).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>a portal</html>",
                "{\"Entities\": [",
                "null",
                "[]",
                "{}",
                "{\"Entities\": null}",
                "{\"Entities\": {}}",
                "{\"Entities\": 5}",
                "{\"Entities\": [null]}",
                "{\"Entities\": [[]]}",
                "{\"Entities\": []} {}",
                "{\"Entities\": [], \"Entities\": []}"
            })
    void nonsenseIsAFailureAndNotNothing(String body) {
        server.answer(200, body);

        assertFails(call("4412"), "detector-failed");
    }

    @Test
    void offsetsAndScoresOfNothingInTheTextAreAFailure() {
        var right = entity("PIN", 0.9, 0, 4);
        for (var wrong : List.of(
                entity("PIN", 0.9, -1, 4),
                entity("PIN", 0.9, 0, 10),
                entity("PIN", 0.9, 4, 4),
                entity("PIN", 0.9, 4, 0),
                entity("PIN", 0.9, 4, 5),
                entity("DATE_TIME", 0.9, 90, 99),
                entity("PIN", 1.1, 0, 4),
                entity("PIN", -0.1, 0, 4),
                right.replace("0.9", "\"0.9\""),
                right.replace("0.9", "1e999"),
                right.replace("\"EndOffset\":4", "\"EndOffset\":4.0"),
                right.replace("\"EndOffset\":4", "\"EndOffset\":99999999999"),
                right.replace("\"EndOffset\":4", "\"EndOffset\":\"4\""),
                right.replace("\"EndOffset\":4", "\"End\":4"),
                right.replace("\"PIN\"", "5"),
                right.replace("\"Type\":\"PIN\",", ""))) {
            server.answer(200, entities(right, wrong));
            assertFails(call("4412 four"), "detector-failed");
        }
    }

    @Test
    void whatTakesMostOfTheCallForOneValueIsAFailure() {
        var call = call("hello ".repeat(1000).strip());
        server.answer(200, entities(entity("NAME", 0.9, 0, 1000)));
        assertThat(spans(find(call))).containsExactly("name 0:0-167");

        server.answer(200, entities(entity("NAME", 0.9, 0, 1001)));
        assertFails(call, "detector-failed");
    }

    @Test
    void tenMegabytesAreAFailure() {
        server.answer(200, Map.of(), new byte[10 << 20]);

        assertFails(call("4412"), "detector-failed");
    }

    @Test
    void theMostThatCanBeFoundInAPartIsRead() {
        server.answers(ComprehendPiiTest::everyWord);

        var found = find(call("1 ".repeat(12_000).strip()));

        assertThat(places(found)).hasSize(12_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "en-US", "en_GB", "es", "es-MX", "ES"})
    void languagesAreThoseInWhichItFindsPersonalData(String language) {
        assertThat(detector.knows(language)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr-CA", "zh-TW", "", "eng", "-"})
    void othersAreNot(String language) {
        assertThat(detector.knows(language)).isFalse();
    }

    @Test
    void itAddsToWhatIsFoundHereAndAPhraseOfTheKindsOwnIsSurerOfTheLabel() {
        var finder = new Finder(new PersonalData("US"), Optional.of(detector));
        var call = call("my pin is 4412 and Grzegorz knows it");
        server.answer(200, entities(entity("CREDIT_DEBIT_CVV", 0.99, 10, 14), entity("NAME", 0.99, 19, 27)));

        assertThat(spans(finder.find(call, ALL))).containsExactly("pin 0:3-4", "name 0:5-6");

        server.answer(403, "{\"__type\": \"AccessDeniedException\"}");
        assertThatThrownBy(() -> finder.find(call, ALL)).isInstanceOf(TemporaryFailureException.class);
    }

    private void assertFails(Transcript call, String code) {
        assertThatThrownBy(() -> find(call)).isInstanceOfSatisfying(TemporaryFailureException.class, failed -> {
            assertThat(failed.failure().code()).isEqualTo(code);
            assertThat(failed.failure().message()).contains("Amazon Comprehend").doesNotContain("arn:", "4412");
        });
    }

    private List<Span> find(Transcript call) {
        return detector.find(call, "en-US", ALL);
    }

    /** Turns of the agent and the caller, one after the other. */
    private static Transcript call(String... turns) {
        var segments = new ArrayList<Segment>();
        var time = 0.1;
        for (int i = 0; i < turns.length; i++) {
            var words = Spoken.evenly(turns[i], time, 0.5);
            segments.add(new Segment(i % 2 == 0 ? Spoken.AGENT : Spoken.CALLER, words));
            time = words.getLast().end() + 1;
        }
        return Spoken.transcript(time, segments.toArray(Segment[]::new));
    }

    private static List<String> spans(List<Span> spans) {
        return spans.stream()
                .map(span -> "%s %d:%d-%d".formatted(span.entity(), span.segment(), span.from(), span.to()))
                .toList();
    }

    private static Set<String> places(List<Span> spans) {
        return spans.stream()
                .flatMap(span -> IntStream.range(span.from(), span.to()).mapToObj(word -> span.segment() + ":" + word))
                .collect(Collectors.toSet());
    }

    /** Takes words that begin so for what they say. */
    private static String everyPin(Request request) {
        return everyOf(request, "pin[0-9]+");
    }

    private static String everyWord(Request request) {
        return everyOf(request, "[^ ]+");
    }

    private static String everyOf(Request request, String word) {
        var text = text(request);
        return entities(Pattern.compile(word)
                .matcher(text)
                .results()
                .map(match -> entity(
                        "PIN", 0.9999, text.codePointCount(0, match.start()), text.codePointCount(0, match.end())))
                .toArray(String[]::new));
    }

    private static String text(Request request) {
        try {
            return JSON.readTree(request.body()).get("Text").textValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String entities(String... entities) {
        return "{\"Entities\":[%s]}".formatted(String.join(",", entities));
    }

    private static String entity(String type, double score, int begin, int end) {
        return "{\"Score\":%s,\"Type\":\"%s\",\"BeginOffset\":%d,\"EndOffset\":%d}".formatted(score, type, begin, end);
    }
}
