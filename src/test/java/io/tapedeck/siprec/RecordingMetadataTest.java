package io.tapedeck.siprec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tapedeck.call.Participant;
import io.tapedeck.call.Reference;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A document in the form of RFC 7865, and others that are not. */
class RecordingMetadataTest {
    private static final String COMPLETE = complete();

    @Example
    void aDocumentInTheFormOfTheRfcTellsCallTimesAndParticipants() {
        assertThat(RecordingMetadata.read(COMPLETE))
                .isEqualTo(new RecordedCall(
                        new Reference("ab30317f1a784dc48ff824d0d3715d86", Optional.empty()),
                        Optional.of(Instant.parse("2026-03-01T09:30:00Z")),
                        Optional.of(Instant.parse("2026-03-01T09:34:05Z")),
                        List.of(
                                participant("sip:bob@biloxi.example", "Roberto Esempio", 1),
                                participant("sip:paul@biloxi.example", "Paul Sample", 0))));
    }

    @Example
    void aSessionOfWhichNoTimesAreToldHasThoseOfItsParticipants() {
        var document = COMPLETE.replaceAll("<(start|stop)-time>.*", "")
                .replace(
                        "</associate-time>\n  </participantsessionassoc>",
                        "</associate-time><disassociate-time>2026-03-01T09:34:00Z</disassociate-time></participantsessionassoc>");

        var call = RecordingMetadata.read(document);

        assertThat(call.startTime()).contains(Instant.parse("2026-03-01T09:30:00Z"));
        assertThat(call.endTime()).contains(Instant.parse("2026-03-01T09:34:00Z"));
    }

    @Example
    void aCallWithoutASipSessionIdHasTheClientsOwn() {
        assertThat(RecordingMetadata.read(COMPLETE.replaceAll("<sipSessionID>.*", ""))
                        .call()
                        .id())
                .isEqualTo("hVpd7YQgRW2nD22h7q60JQ==");
    }

    @Example
    void whoSendsWhatOthersSendHasNoChannel() {
        var mixed = COMPLETE.replace("<send>i1Pz3to5hGk8fuXl+PbwCw==", "<send>UAAMm5GRQKSCMVvLyl4rFw==");

        assertThat(RecordingMetadata.read(mixed).participants())
                .extracting(Participant::channel)
                .containsOnly(Optional.empty());
    }

    @Example
    void documentTypesAndEntitiesAreRefused() {
        refused(
                "<!DOCTYPE recording [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + body("&x;"),
                "document type or an entity");
        refused("<!DOCTYPE recording SYSTEM 'http://127.0.0.1:1/x.dtd'>" + body("x"), "document type or an entity");
        refused(body("&x;"), "the metadata");
    }

    @Example
    void whatIsNoSuchDocumentIsRefusedAndSaysWhy() {
        refused("", "must be well-formed");
        refused("{}", "must be well-formed");
        refused("<recording>", "must be well-formed");
        refused("<recording/>", "of the namespace urn:ietf:params:xml:ns:recording:1");
        refused("<recording xmlns='urn:ietf:params:xml:ns:recording:1'/>", "must have a session");
        refused(COMPLETE.replace(">complete<", ">partial<"), "datamode complete");
        refused(COMPLETE.replace("09:34:05Z", "09:24:05Z"), "stops before it starts");
        refused(COMPLETE.replace("09:34:05Z", "09:34:05"), "stop-time at line 15");
        refused(
                COMPLETE.replace("Paul Sample", "x".repeat(257)),
                "at most 256 characters in the participant at line 21");
        refused(COMPLETE.replace("<session s", "<participant/>".repeat(65) + "<session s"), "at most 64 participants");
    }

    @Property(tries = 20)
    void whatIsDeepOrLargeIsRefusedAndNotRead(@ForAll @IntRange(min = 16, max = 10_000) int size) {
        refused(body("<a>".repeat(size) + "</a>".repeat(size)), "nested deeper than 16 levels");
        refused(body("<a/>".repeat(4096 + size)), "more than 4096 elements");
    }

    @Property(tries = 300)
    void aDocumentThatIsCutOffAnywhereIsRefused(@ForAll @IntRange(min = 0, max = 3000) int length) {
        refused(COMPLETE.substring(0, Math.min(length, COMPLETE.length() - 2)), "must be well-formed");
    }

    private static String body(String text) {
        return "<recording xmlns='urn:ietf:params:xml:ns:recording:1'><session session_id='1'>" + text
                + "</session></recording>";
    }

    private static void refused(String document, String why) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> RecordingMetadata.read(document))
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(ProblemType.INVALID_REQUEST))
                .withMessageContaining(why);
    }

    private static Participant participant(String id, String name, int channel) {
        return new Participant(Optional.of(id), Optional.of(name), Optional.empty(), Optional.of(channel));
    }

    private static String complete() {
        try (InputStream file = RecordingMetadataTest.class.getResourceAsStream("/siprec/complete.xml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
