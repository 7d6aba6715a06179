package io.tapedeck.egress;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.webhook.Receiver;
import io.tapedeck.webhook.Sender.Answer;
import io.tapedeck.webhook.Sender.Sent;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpSenderTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final Receiver receiver = new Receiver();
    private final HttpSender sender = sender(MINUTE);

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void aMessageIsPostedWithItsHeaders() {
        var sent = sender.send(receiver.url(), Map.of("webhook-id", "1", "content-type", "text/plain"), "Grüße");

        assertThat(sent).isEqualTo(new Sent(new Answer.Accepted(), Optional.of(204), Optional.empty()));
        var message = receiver.messages().getFirst();
        assertThat(message.method()).isEqualTo("POST");
        assertThat(message.header("webhook-id")).isEqualTo("1");
        assertThat(message.header("content-type")).isEqualTo("text/plain");
        assertThat(message.header("user-agent")).isEqualTo("Tapedeck");
        assertThat(message.body()).isEqualTo("Grüße");
    }

    @ParameterizedTest
    @CsvSource({"200", "201", "299"})
    void allOf2xxIsTaken(int status) {
        receiver.answer(status, Map.of(), "thanks");

        assertThat(send()).isEqualTo(new Sent(new Answer.Accepted(), Optional.of(status), Optional.of("thanks")));
    }

    @ParameterizedTest
    @CsvSource({"400", "404", "500", "503"})
    void whatIsNoneOf2xxIsNotTaken(int status) {
        receiver.answer(status, Map.of(), "");

        assertThat(send().answer())
                .isEqualTo(
                        new Answer.Refused("The webhook answers with status %d.".formatted(status), Optional.empty()));
    }

    @Test
    void aRedirectIsNotFollowed() {
        receiver.answer(307, Map.of("Location", receiver.url()), "");

        assertThat(send().answer())
                .isEqualTo(new Answer.Refused(
                        "The webhook answers with status 307, and redirects are not followed.", Optional.empty()));
        assertThat(receiver.messages()).hasSize(1);
    }

    @Test
    void whoIsGoneSaysSo() {
        receiver.answer(410, Map.of(), "");

        assertThat(send().answer()).isEqualTo(new Answer.Gone());
    }

    @Test
    void timeThatIsAskedForIsTold() {
        receiver.answer(429, Map.of("Retry-After", "120"), "");

        assertThat(send().answer())
                .isEqualTo(
                        new Answer.Refused("The webhook answers with status 429.", Optional.of(Duration.ofMinutes(2))));
    }

    @Test
    void ofALongAnswer256BytesAreKept() {
        receiver.answer(500, Map.of(), "x".repeat(100_000));

        assertThat(send().excerpt()).contains("x".repeat(256));
    }

    @Test
    void whoDoesNotAnswerInTimeHangs() {
        receiver.hang();

        assertThat(sender(SHORT).send(receiver.url(), Map.of(), "x").answer()).isEqualTo(new Answer.Hung());
    }

    @Test
    void theStatusCountsWhateverBecomesOfTheRest() {
        receiver.hangAfter(202);

        assertThat(sender(SHORT).send(receiver.url(), Map.of(), "x"))
                .isEqualTo(new Sent(new Answer.Accepted(), Optional.of(202), Optional.empty()));
    }

    @Test
    void nobodyThereIsAFailure() {
        receiver.close();

        assertThat(send().answer())
                .isEqualTo(new Answer.Refused("The connection to the webhook failed.", Optional.empty()));
    }

    @Test
    void aNameThatMeansAPrivateAddressIsNotReached() {
        var guarded = new HttpSender(
                TargetRules.ofWebhooks(true),
                new GuardedResolver(_ -> new InetAddress[] {InetAddress.getLoopbackAddress()}, PublicAddress::isPublic),
                limits(MINUTE),
                null);

        assertThat(guarded.send(receiver.url(), Map.of(), "x").answer())
                .isEqualTo(new Answer.Refused("The webhook must be at a public address.", Optional.empty()));
        assertThat(receiver.messages()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://example.com/|The webhook must be an https URL.",
                "https://u:p@example.com/|The webhook must not contain a user name or password.",
                "https://example.com:8443/|The webhook must use port 443.",
                "https://localhost/|The webhook must be at a public address.",
                "https://2130706433/|The webhook must be at a public address.",
                "https://127.0.0.1/|The webhook must be at a public address.",
                "https://169.254.169.254/latest|The webhook must be at a public address.",
                "https://10.0.0.1/|The webhook must be at a public address.",
                "https://[::1]/|The webhook must be at a public address.",
                "https://[::ffff:127.0.0.1]/|The webhook must be at a public address.",
                "nowhere|The webhook is not a valid URL with a host name.",
                "https://exa mple.com|The webhook is not a valid URL."
            })
    void someAddressesAreRefusedAsTheyAre(String url, String objection) {
        assertThat(new HttpSender(false).objection(url)).contains(objection);
        assertThat(new HttpSender(false).send(url, Map.of(), "x").answer())
                .isEqualTo(new Answer.Refused(objection, Optional.empty()));
    }

    @Test
    void allOthersMayBeTried() {
        for (var url : List.of("https://example.com/hooks?a=b", "https://8.8.8.8/", "https://[2606:4700::1111]/")) {
            assertThat(new HttpSender(false).objection(url)).isEmpty();
        }
    }

    private Sent send() {
        return sender.send(receiver.url(), Map.of(), "x");
    }

    private static HttpSender sender(Duration patience) {
        return new HttpSender(
                TargetRules.ofWebhooks(true),
                new GuardedResolver(InetAddress::getAllByName, _ -> true),
                limits(patience),
                null);
    }

    private static Limits limits(Duration patience) {
        return new Limits(256, patience, MINUTE, patience, 0);
    }
}
