package io.tapedeck.drop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tapedeck.call.Participant;
import io.tapedeck.call.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** Layouts as the documentation shows them, and keys that others make up. */
class DropLayoutsTest {
    private static final Instant HALF_PAST = Instant.parse("2026-03-01T09:30:00Z");
    private static final DropLayouts DOCUMENTED = documented();

    @Example
    void connectTellsContactAndMinute() {
        var call = DOCUMENTED.read(
                "connect/example/CallRecordings/2026/03/01/0f9c1a52-0c6e-4a6e-9d0c-1b7f5f0c9f11_20260301T09:30_UTC.wav");

        assertThat(call.call()).contains("0f9c1a52-0c6e-4a6e-9d0c-1b7f5f0c9f11");
        assertThat(call.startTime()).contains(HALF_PAST);
    }

    @Example
    void whatContactLensWritesIsKnownByTheContactAlone() {
        var call = DOCUMENTED.read("connect/Analysis/Voice/2026/03/01/"
                + "0f9c1a52-0c6e-4a6e-9d0c-1b7f5f0c9f11_analysis_2026-03-01T09:33:16Z.json");

        assertThat(call.transcript()).isTrue();
        assertThat(call.call()).contains("0f9c1a52-0c6e-4a6e-9d0c-1b7f5f0c9f11");
        assertThat(DOCUMENTED.read(
                        "connect/Analysis/Voice/Redacted/2026/03/01/0f9c_analysis_redacted_2026-03-01T09:33:16Z.json"))
                .isEqualTo(DroppedCall.UNKNOWN);
        assertThat(DOCUMENTED.read("connect/Analysis/Chat/2026/03/01/0f9c_analysis_2026-03-01T09:33:16Z.json"))
                .isEqualTo(DroppedCall.UNKNOWN);
    }

    @Example
    void redactedCopiesMayBeTakenInstead() {
        var folder = "uploads/{tenant}/connect/Analysis/Voice/Redacted/{*}/{*}/{*}/";
        var layouts = DropLayouts.of(
                folder + "{call}_call_recording_redacted_{start}.wav " + folder + "{call}_analysis_redacted_{*}.json");
        var keys = "connect/Analysis/Voice/Redacted/2026/03/01/0f9c1a52_%s_redacted_2026-03-01T09:30:00Z.%s";

        var audio = layouts.read(keys.formatted("call_recording", "wav"));
        var said = layouts.read(keys.formatted("analysis", "json"));

        assertThat(audio.call()).isEqualTo(said.call()).contains("0f9c1a52");
        assertThat(audio.startTime()).contains(HALF_PAST);
        assertThat(audio.transcript()).isFalse();
        assertThat(said.transcript()).isTrue();
    }

    @Example
    void chimeTellsTransactionAndSecond() {
        var call = DOCUMENTED.read("chime/Amazon-Chime-SMA-Call-Recordings/2026/03/01/2026-03-01-09-30-00-010_"
                + "c4640e3b-1478-40fb-8e38-6f6213adf70b_7ab7748e-b47d-4620-ae2c-152617d3333c.wav");

        assertThat(call.call()).contains("c4640e3b-1478-40fb-8e38-6f6213adf70b");
        assertThat(call.startTime()).contains(HALF_PAST);
        assertThat(DOCUMENTED.read("chime-voice/Inbound/+4930123456/7ab7748e_2026-03-01T09:30:00.010Z.wav"))
                .isEqualTo(new DroppedCall(
                        Optional.of("7ab7748e"),
                        Optional.empty(),
                        Optional.of("+4930123456"),
                        Optional.of("Inbound"),
                        Optional.of(HALF_PAST),
                        false));
    }

    @Example
    void genesysTellsTheConversation() {
        var call =
                DOCUMENTED.read("genesys/9a1f/year=2026/month=3/day=1/hour=9/conversation_id=5b0d7c1e/8d21c0aa.opus");

        assertThat(call.call()).contains("5b0d7c1e");
        assertThat(call.startTime()).isEmpty();
    }

    @Example
    void asteriskTellsAgentNumberAndCallOfCallsEitherWay() {
        var call = DOCUMENTED.read("asterisk/2026/03/01/external-3201-+4930123456-20260301-103000-1772357400.17.wav");

        assertThat(call)
                .isEqualTo(new DroppedCall(
                        Optional.of("1772357400.17"),
                        Optional.of("3201"),
                        Optional.of("+4930123456"),
                        Optional.empty(),
                        Optional.empty(),
                        false));
        assertThat(DOCUMENTED.read("asterisk/2026/03/01/out-+4930123456-3201-20260301-103000-1772357400.17.wav"))
                .isEqualTo(call);
        var details = call.details("{}");
        assertThat(details.phoneNumber().orElseThrow().number()).contains("+4930123456");
        assertThat(details.participants())
                .containsExactly(new Participant(
                        Optional.of("3201"), Optional.empty(), Optional.of(Role.AGENT), Optional.empty()));
    }

    @Example
    void freeswitchTellsStartNumberAndCall() {
        var call = DOCUMENTED.read("freeswitch/20260301093000_1004_cb5a6e55-1fa0-4b73-a5df-23aaeb43d1c7.wav");

        assertThat(call.startTime()).contains(HALF_PAST);
        assertThat(call.call()).contains("cb5a6e55-1fa0-4b73-a5df-23aaeb43d1c7");
        assertThat(call.details("{}").phoneNumber().orElseThrow().id()).contains("1004");
        assertThat(DOCUMENTED
                        .read("fusionpbx/pbx.example/archive/2026/Mar/01/cb5a6e55.wav")
                        .call())
                .contains("cb5a6e55");
    }

    @Example
    void zoomTellsWhatTheScriptSays() {
        var call = DOCUMENTED.read("zoom/inbound/7177/ann/2026-03-01T09:30:00Z.mp3");

        assertThat(call)
                .isEqualTo(new DroppedCall(
                        Optional.of("7177"),
                        Optional.of("ann"),
                        Optional.empty(),
                        Optional.of("inbound"),
                        Optional.of(HALF_PAST),
                        false));
    }

    @Example
    void theFirstLayoutThatFitsIsTaken() {
        var layouts = DropLayouts.of("uploads/{tenant}/{start}.wav uploads/{tenant}/{call}.wav");

        assertThat(layouts.read("1772357400.wav").startTime()).contains(HALF_PAST);
        assertThat(layouts.read("17723574001.wav").call()).contains("17723574001");
        assertThat(layouts.read("a/b.wav")).isEqualTo(DroppedCall.UNKNOWN);
        assertThat(layouts.read(".wav")).isEqualTo(DroppedCall.UNKNOWN);
    }

    @Example
    void partsOfATimeMayStandSideBySide() {
        var layouts = DropLayouts.of("uploads/{tenant}/{call}-{yyyy}{MM}{dd}-{HH}{mm}{ss}.wav");

        assertThat(layouts.read("a-20260301-093000.wav").startTime()).contains(HALF_PAST);
        assertThat(layouts.read("a-20261301-093000.wav")).isEqualTo(DroppedCall.UNKNOWN);
        assertThat(layouts.read("a-2026030x-093000.wav")).isEqualTo(DroppedCall.UNKNOWN);
        assertThat(layouts.read("a-20260301-0930.wav")).isEqualTo(DroppedCall.UNKNOWN);
    }

    @Example
    void aSettingThatIsWrongSaysWhatWouldBeRight() {
        wrong("{tenant}/{call}", "must begin with uploads/{tenant}/");
        wrong("uploads/{tenant}/{caller}", "unknown field {caller}; it must be one of {call}, {agent}");
        wrong("uploads/{tenant}/{call", "a { without a }");
        wrong("uploads/{tenant}/call}", "a } without a {");
        wrong("uploads/{tenant}/{call}{start}", "a text between {call} and {start}");
        wrong("uploads/{tenant}/{call}/{call}", "{call} twice");
        wrong("uploads/{tenant}/{*}.wav", "must have one of");
        wrong("uploads/{tenant}/{start}.json", "must have {call}, by which a transcript finds its recording");
        wrong("uploads/{tenant}/{call} ".repeat(33), "33 patterns; it must have 32 at most");
        assertThat(DropLayouts.of(" ").read("a")).isEqualTo(DroppedCall.UNKNOWN);
    }

    @Property
    void whatWasWrittenIsRead(@ForAll @LongRange(min = 1_000_000_000, max = 9_999_999_999L) long start) {
        var layouts = DropLayouts.of("uploads/{tenant}/{agent}_{start}_{call}.wav");
        var name = "ann_%d_c.1_2.wav".formatted(start);

        var call = layouts.read(name);

        assertThat(call.startTime()).contains(Instant.ofEpochSecond(start));
        assertThat(call.agent()).contains("ann");
        assertThat(call.call()).contains("c.1_2");
    }

    @Property
    void noKeyIsMoreThanItsParts(@ForAll("hostile") String name) {
        var call = DOCUMENTED.read(name);

        for (var text : List.of(call.call(), call.agent(), call.number(), call.direction())) {
            text.ifPresent(part ->
                    assertThat(part).isNotEmpty().hasSizeLessThanOrEqualTo(256).doesNotContain("/"));
            text.ifPresent(part -> assertThat(name).contains(part));
        }
    }

    @Example
    void aLongKeyIsReadInNoTime() {
        var layouts = DropLayouts.of("uploads/{tenant}/" + "{*}-".repeat(200) + "{call}.wav");

        assertThat(layouts.read("-".repeat(1000))).isEqualTo(DroppedCall.UNKNOWN);
        assertThat(layouts.read("a-".repeat(300) + ".wav").call().orElseThrow()).startsWith("a-a-");
    }

    @Provide
    Arbitrary<String> hostile() {
        var pieces = Arbitraries.of(
                "..",
                "/",
                "%2F",
                "\0",
                "_",
                "-",
                "{call}",
                "uploads/",
                "freeswitch/",
                "zoom/",
                "fusionpbx/",
                "archive/",
                "20260301093000",
                "99999999999999",
                ".wav",
                ".mp3",
                "\u202e",
                "x".repeat(300),
                "+49",
                "\n");
        return pieces.list().ofMaxSize(12).map(list -> String.join("", list));
    }

    private static void wrong(String setting, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DropLayouts.of(setting))
                .withMessageContaining("DROP_LAYOUTS")
                .withMessageContaining(why);
    }

    /** Those that the page shows in lines of their own. */
    private static DropLayouts documented() {
        try (var lines = Files.lines(Path.of("docs/drops.md"))) {
            return DropLayouts.of(lines.filter(line -> line.startsWith("    uploads/"))
                    .map(String::strip)
                    .collect(Collectors.joining(" ")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
