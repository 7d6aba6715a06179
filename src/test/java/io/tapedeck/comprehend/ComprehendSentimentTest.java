package io.tapedeck.comprehend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapedeck.analytics.words.Miss;
import io.tapedeck.analytics.words.OutsideAnswer;
import io.tapedeck.analytics.words.OutsideAnswer.Given;
import io.tapedeck.analytics.words.OutsideAnswer.Missed;
import io.tapedeck.aws.AwsServer;
import io.tapedeck.aws.AwsServer.Request;
import io.tapedeck.rest.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComprehendSentimentTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(20), Duration.ofMinutes(1), Duration.ofMillis(400));
    private static final String ONE = result(0, 0.9, 0.1);

    private final AwsServer server = new AwsServer();
    private final ComprehendSentiment engine = new ComprehendSentiment(server.calls("comprehend", PATIENCE));

    ComprehendSentimentTest() throws IOException {
        server.answers(ComprehendSentimentTest::scored);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void sentencesAreSentAsJsonOneOne() {
        assertThat(scores(List.of("0.7", "\"Grüße\"\n0.2"))).isEqualTo(new Given<>(List.of(0.7, 0.0)));

        var request = server.requests.getFirst();
        assertThat(request.path()).isEqualTo("/");
        assertThat(request.header("Content-Type")).isEqualTo("application/x-amz-json-1.1");
        assertThat(request.header("X-Amz-Target")).isEqualTo("Comprehend_20171127.BatchDetectSentiment");
        assertThat(request.header("Authorization")).contains("/comprehend/");
        assertThat(request.text()).isEqualTo("""
                {"LanguageCode":"en","TextList":["0.7","\\"Grüße\\"\\n0.2"]}""");
    }

    @Test
    void aScoreIsHowSureItIsOfGoodLessHowSureItIsOfBad() {
        server.answer(200, answer(result(0, 0.25, 0.75), ""));

        assertThat(scores(List.of("x"))).isEqualTo(new Given<>(List.of(-0.5)));
    }

    @Test
    void twentySixSentencesAreTwoBatchesInTheirOrder() {
        var sentences = IntStream.range(0, 51).mapToObj(i -> "0." + (10 + i)).toList();

        assertThat(scores(sentences))
                .isEqualTo(new Given<>(sentences.stream().map(Double::valueOf).toList()));
        assertThat(server.requests).extracting(request -> texts(request).size()).containsExactly(25, 25, 1);
    }

    @Test
    void whatIsLongIsCutBetweenCharacters() {
        for (var character : List.of("a", "ü", "語", "😀")) {
            var cut = SentimentRequest.cut("x" + character.repeat(5000));
            var bytes = cut.getBytes(StandardCharsets.UTF_8);
            var each = character.getBytes(StandardCharsets.UTF_8).length;

            assertThat(bytes.length).isGreaterThan(5000 - each).isLessThanOrEqualTo(5000);
            assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(cut).doesNotContain("?", "\uFFFD");
        }
        assertThat(SentimentRequest.cut("a".repeat(5000))).hasSize(5000);
    }

    @Test
    void aBusyServiceIsAskedAgain() {
        server.answer(400, "{\"__type\": \"ThrottlingException\", \"message\": \"Rate exceeded\"}");

        assertThat(scores(List.of("0.5"))).isEqualTo(new Given<>(List.of(0.5)));
        assertThat(server.pauses).containsExactly(Duration.ofMillis(200));
    }

    @Test
    void whatItCouldNotDoIsAskedForOnceMore() {
        server.answer(200, answer(result(1, 0.5, 0), error(0) + "," + error(2)));

        assertThat(scores(List.of("0.1", "0.2", "0.3"))).isEqualTo(new Given<>(List.of(0.1, 0.5, 0.3)));
        assertThat(texts(server.requests.get(1))).containsExactly("0.1", "0.3");
    }

    @Test
    void withoutTheScoresOfAllThereIsNone() {
        server.answer(200, answer(ONE, error(1)));
        server.answer(200, answer("", error(0)));

        assertThat(scores(List.of("0.1", "0.2"))).isEqualTo(missed(Miss.UNAVAILABLE));
    }

    @ParameterizedTest
    @CsvSource({
        "AccessDeniedException",
        "InvalidRequestException",
        "UnsupportedLanguageException",
        "TextSizeLimitExceededException"
    })
    void whatItRefusesIsNotAskedAgain(String type) {
        server.answer(400, "{\"__type\": \"%s\", \"Message\": \"arn:aws:sts::1:x may not\"}".formatted(type));

        assertThat(scores(List.of("0.1"))).isEqualTo(missed(Miss.REFUSED));
        assertThat(server.requests).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>a portal</html>",
                "{\"ResultList\": [",
                "null",
                "[]",
                "{}",
                "{\"ResultList\": 5, \"ErrorList\": []}",
                "{\"ResultList\": [null], \"ErrorList\": []}",
                "{\"ResultList\": [], \"ErrorList\": []} {}"
            })
    void nonsenseIsNotUnderstood(String body) {
        server.answer(200, body);

        assertThat(scores(List.of("0.1"))).isEqualTo(missed(Miss.NOT_UNDERSTOOD));
    }

    @Test
    void scoresOfNoSentenceOrOfNoShareAreNotUnderstood() {
        for (var wrong : List.of(
                ONE + "," + ONE,
                result(1, 0.5, 0.5),
                result(-1, 0.5, 0.5),
                result(0, 1.5, 0),
                result(0, 0.5, -0.5),
                ONE.replace("\"Index\":0", "\"Index\":0.0"),
                ONE.replace("\"Index\":0", "\"Index\":99999999999"),
                ONE.replace("0.9", "\"0.9\""),
                ONE.replace("0.9", "1e999"))) {
            server.answer(200, answer(wrong, ""));
            assertThat(scores(List.of("0.1"))).as(wrong).isEqualTo(missed(Miss.NOT_UNDERSTOOD));
        }
        server.answer(200, answer(ONE, error(0)));
        assertThat(scores(List.of("0.1"))).isEqualTo(missed(Miss.NOT_UNDERSTOOD));
    }

    @Test
    void tenMegabytesAreNotUnderstood() {
        server.answer(200, Map.of(), new byte[10 << 20]);

        assertThat(scores(List.of("0.1"))).isEqualTo(missed(Miss.NOT_UNDERSTOOD));
    }

    @ParameterizedTest
    @CsvSource({"en-US, en", "de, de", "pt_BR, pt", "zh, zh", "zh-CN, zh", "zh-TW, zh-TW", "zh-Hant-HK, zh-TW", "HI, hi"
    })
    void languagesAreThoseThatItKnows(String language, String code) {
        assertThat(engine.knows(language)).isTrue();
        assertThat(ComprehendLanguages.code(language)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "", "eng", "x-klingon", "-"})
    void othersAreNot(String language) {
        assertThat(engine.knows(language)).isFalse();
    }

    private OutsideAnswer<List<Double>> scores(List<String> sentences) {
        return engine.scores(sentences, "en-US");
    }

    private static OutsideAnswer<List<Double>> missed(Miss why) {
        return new Missed<>(why);
    }

    /** Sentences that are numbers are as good as they say. */
    private static String scored(Request request) {
        var texts = texts(request);
        return answer(
                String.join(
                        ",",
                        IntStream.range(0, texts.size())
                                .mapToObj(i -> result(i, number(texts.get(i)), 0))
                                .toList()),
                "");
    }

    private static double number(String text) {
        return text.matches("[0-9.]+") ? Double.parseDouble(text) : 0;
    }

    private static List<String> texts(Request request) {
        try {
            return JSON.readTree(request.body())
                    .get("TextList")
                    .valueStream()
                    .map(JsonNode::textValue)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String answer(String results, String errors) {
        return "{\"ResultList\":[%s],\"ErrorList\":[%s]}".formatted(results, errors);
    }

    private static String result(int index, double positive, double negative) {
        return "{\"Index\":%d,\"Sentiment\":\"MIXED\",\"SentimentScore\":{\"Positive\":%s,\"Negative\":%s,\"Neutral\":0,\"Mixed\":0}}"
                .formatted(index, positive, negative);
    }

    private static String error(int index) {
        return "{\"Index\":%d,\"ErrorCode\":\"INTERNAL_SERVER_ERROR\",\"ErrorMessage\":\"x\"}".formatted(index);
    }
}
