package io.tapedeck.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapedeck.call.Participant;
import io.tapedeck.call.PhoneNumber;
import io.tapedeck.call.Reference;
import io.tapedeck.call.Role;
import io.tapedeck.http.Requests;
import io.tapedeck.http.request.RecordingPatch.Patched;
import io.tapedeck.json.Json;
import io.tapedeck.problem.FieldError;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Details;
import io.tapedeck.recording.Retention;
import io.tapedeck.recording.RetentionPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingPatchTest {
    private static final Instant NOON = Requests.NOON;
    private static final Duration DAY = Duration.ofDays(1);
    private static final int DEFAULT_DAYS = 365;
    private static final int GRACE_DAYS = 7;

    private final Json json = new Json();
    private final RecordingPatch patches = new RecordingPatch(json, new RetentionPolicy(DEFAULT_DAYS, GRACE_DAYS));
    private final CallRecording recording = Requests.recording(details());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'call':{}}",
                "{'call':{'name':'Ann'}}",
                "{'tags':['a','b']}",
                "{'assistant':null}",
                "{'metadata':{'price':1.10}}",
                "{'metadata':{'deep':{'list':[1,null,{'x':null}]}}}",
                "{'retentionPeriod':30}",
                "{'legalHold':false}",
                "{'startTime':1.8e9}"
            })
    void aPatchThatSaysWhatIsSoAlreadyChangesNothing(String patch) {
        var patched = apply(patch);

        assertThat(patched.changed()).isEmpty();
        assertThat(patched.details().call()).isEqualTo(details().call());
        assertThat(patched.retention()).isEqualTo(recording.retention());
    }

    @Test
    void nullRemovesAProperty() {
        var patched = apply("{'call':null,'participants':null,'tags':null,'metadata':null,'startTime':null}");

        assertThat(patched.details())
                .isEqualTo(new Details(
                        Optional.empty(),
                        Optional.empty(),
                        details().phoneNumber(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.empty()));
        assertThat(patched.changed()).containsExactly("call", "metadata", "participants", "startTime", "tags");
    }

    @Test
    void objectsAreMergedPropertyByProperty() {
        var patched = apply("{'call':{'name':null},'phoneNumber':{'name':'Desk'}}");

        assertThat(patched.details().call()).contains(new Reference("call-1", Optional.empty()));
        assertThat(patched.details().phoneNumber())
                .contains(new PhoneNumber(Optional.empty(), Optional.of("+4930123456"), Optional.of("Desk")));
        assertThat(patched.changed()).containsExactly("call", "phoneNumber");
    }

    @Test
    void arraysAreReplacedAsAWhole() {
        var patched = apply("{'tags':['c'],'participants':[{'role':'customer'}]}");

        assertThat(patched.details().tags()).containsExactly("c");
        assertThat(patched.details().participants())
                .containsExactly(new Participant(
                        Optional.empty(), Optional.empty(), Optional.of(Role.CUSTOMER), Optional.empty()));
    }

    @Test
    void theExamplesOfTheSpecificationHold() {
        var target = "{'a':'b','c':{'d':'e','f':'g'}}";

        assertThat(merged(target, "{'a':'z','c':{'f':null}}")).isEqualTo(tree("{'a':'z','c':{'d':'e'}}"));
        assertThat(merged("{'a':[{'b':'c'}]}", "{'a':[1]}")).isEqualTo(tree("{'a':[1]}"));
        assertThat(merged("{'a':'foo'}", "{'a':{'b':1}}")).isEqualTo(tree("{'a':{'b':1}}"));
        assertThat(merged("{'e':null}", "{'a':1}")).isEqualTo(tree("{'e':null,'a':1}"));
        assertThat(merged("{'a':'b'}", "{'b':{'bb':{'ccc':null}}}")).isEqualTo(tree("{'a':'b','b':{'bb':{}}}"));
        assertThat(merged("{'a':'b'}", "{'a':[null,{'x':null}]}")).isEqualTo(tree("{'a':[null,{'x':null}]}"));
    }

    @Test
    void metadataKeepsEveryDigit() {
        assertThat(apply("{'metadata':{'price':2.50,'big':123456789012345678901234567890.10}}")
                        .details()
                        .metadata()
                        .orElseThrow())
                .contains("\"price\":2.50", "\"big\":123456789012345678901234567890.10");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {'status':'completed'}                  | /status             | is read-only
                    {'sha256':null}                         | /sha256             | is read-only
                    {'storage':'s3'}                        | /storage            | is read-only
                    {'colour':'red'}                        | /colour             | is unknown
                    {'a/b~':null}                           | /a~1b~0             | is unknown
                    {'call':{'id':null}}                    | /call/id            | is required
                    {'call':'call-1'}                       | /call               | must be an object
                    {'call':{'id':'x','url':'y'}}           | /call/url           | is unknown
                    {'assistant':{'name':'Bo'}}             | /assistant/id       | is required
                    {'phoneNumber':{'number':null}}         | /phoneNumber/number | is required unless id or name is given
                    {'phoneNumber':{'number':'030'}}        | /phoneNumber/number | must be a number in E.164 format, such as +4930123456
                    {'startTime':-1}                        | /startTime          | must be a whole number from 0 to 253402300799
                    {'startTime':1e99}                      | /startTime          | must be a whole number from 0 to 253402300799
                    {'endTime':1}                           | /endTime            | must not be before startTime
                    {'participants':[{'speakingTime':1}]}   | /participants/0/speakingTime | is read-only
                    {'participants':[{'channel':-1}]}       | /participants/0/channel | must be a whole number from 0 to 63
                    {'tags':['a','a']}                      | /tags               | must not contain duplicates
                    {'tags':['']}                           | /tags/0             | must be a string of 1 to 128 characters
                    {'tags':[null]}                         | /tags/0             | must be a string of 1 to 128 characters
                    {'metadata':[]}                         | /metadata           | must be an object
                    {'retentionPeriod':0}                   | /retentionPeriod    | must be a whole number from 1 to 36500
                    {'retentionPeriod':36501}               | /retentionPeriod    | must be a whole number from 1 to 36500
                    {'legalHold':'yes'}                     | /legalHold          | must be true or false
                    {'autoDeleteAt':1}                      | /autoDeleteAt       | must be a whole number from 1800000000 to 253402300799
                    """)
    void whatCannotBeIsRefused(String patch, String field, String message) {
        assertThat(refusal(recording, patch)).contains(new FieldError(field, message));
    }

    @Test
    void metadataHasItsLimitsAfterTheMergeToo() {
        var large = "{'metadata':{'text':'" + "x".repeat(16 * 1024 - 12) + "'}}";
        var full = Requests.recording(details("{\"text\":\"" + "x".repeat(16 * 1024 - 11) + "\"}"));

        assertThat(refusal(recording, large))
                .containsExactly(new FieldError("/metadata", "must have at most 16 KiB as JSON"));
        assertThat(patches.apply(full, tree("{'tags':['new']}")).changed()).containsExactly("tags");
        assertThat(refusal(full, "{'metadata':{'one':'more'}}")).hasSize(1);
    }

    @Test
    void metadataHasSixtyFourPropertiesAtMost() {
        var many = new Json().mapper().createObjectNode();
        for (int i = 0; i < 62; i++) {
            many.put("key" + i, i);
        }
        var patch = new Json().mapper().createObjectNode().set("metadata", many);

        assertThat(refusal(recording, patch.toString()))
                .containsExactly(new FieldError("/metadata", "must have at most 64 properties"));
        many.remove("key0");
        assertThat(apply(patch.toString()).changed()).containsExactly("metadata");
    }

    @Test
    void anotherPeriodMovesTheEnd() {
        var retention = apply("{'retentionPeriod':10}").retention();

        assertThat(retention.period()).contains(10);
        assertThat(retention.autoDeleteAt()).contains(NOON.plus(DAY.multipliedBy(10)));
    }

    @Test
    void withoutAPeriodTheDeploymentsHolds() {
        var patched = apply("{'retentionPeriod':null}");

        assertThat(patched.retention().period()).contains(DEFAULT_DAYS);
        assertThat(patched.retention().autoDeleteAt()).contains(NOON.plus(DAY.multipliedBy(DEFAULT_DAYS)));
        assertThat(patched.changed()).containsExactly("autoDeleteAt", "expiresAt", "retentionPeriod");
    }

    @Test
    void theEndCanBeSetByItself() {
        var retention = apply(
                        "{'autoDeleteAt':%d}".formatted(NOON.plusSeconds(7).getEpochSecond()))
                .retention();

        assertThat(retention.autoDeleteAt()).contains(NOON.plusSeconds(7));
        assertThat(retention.period()).isEmpty();
    }

    @Test
    void withoutAnEndThereIsNoPeriod() {
        var retention = apply("{'autoDeleteAt':null}").retention();

        assertThat(retention.autoDeleteAt()).isEmpty();
        assertThat(retention.period()).isEmpty();
    }

    @Test
    void anEndThatIsGivenCountsMoreThanAPeriod() {
        var retention = apply("{'retentionPeriod':10,'autoDeleteAt':%d}"
                        .formatted(NOON.plusSeconds(7).getEpochSecond()))
                .retention();

        assertThat(retention.period()).contains(10);
        assertThat(retention.autoDeleteAt()).contains(NOON.plusSeconds(7));
    }

    @Test
    void withoutAnEndItIsKeptForGood() {
        assertThat(apply("{'autoDeleteAt':null}").retention().autoDeleteAt()).isEmpty();
    }

    @Test
    void theAudioNeverExpiresAfterTheEnd() {
        var end = NOON.plus(DAY.multipliedBy(30));

        assertThat(apply("{'expiresAt':%d}".formatted(end.getEpochSecond()))
                        .retention()
                        .expiresAt())
                .contains(end);
        assertThat(refusal(
                        recording,
                        "{'expiresAt':%d}".formatted(end.plusSeconds(1).getEpochSecond())))
                .containsExactly(new FieldError("/expiresAt", "would put autoDeleteAt before expiresAt"));
        assertThat(refusal(expiring(end), "{'retentionPeriod':29}"))
                .containsExactly(new FieldError("/retentionPeriod", "would put autoDeleteAt before expiresAt"));
        assertThat(refusal(
                        expiring(end),
                        "{'autoDeleteAt':%d}".formatted(end.minusSeconds(1).getEpochSecond())))
                .containsExactly(new FieldError("/autoDeleteAt", "would put autoDeleteAt before expiresAt"));
    }

    @Test
    void theExpiryMovesWithTheEnd() {
        var patched = apply("{'retentionPeriod':10}");

        assertThat(patched.retention().expiresAt()).contains(NOON.plus(DAY.multipliedBy(3)));
        assertThat(patched.changed()).containsExactly("autoDeleteAt", "expiresAt", "retentionPeriod");
        assertThat(apply("{'autoDeleteAt':%d}"
                                .formatted(NOON.plus(DAY.multipliedBy(20)).getEpochSecond()))
                        .retention()
                        .expiresAt())
                .contains(NOON.plus(DAY.multipliedBy(13)));
        assertThat(apply("{'autoDeleteAt':null}").retention().expiresAt()).isEmpty();
    }

    @Test
    void theExpiryStaysWhereItIsWhenTheEndDoes() {
        assertThat(apply("{'tags':['new']}").retention()).isEqualTo(recording.retention());
    }

    @Test
    void theAudioCanBeHadForADayHoweverShortItIsKept() {
        assertThat(apply("{'retentionPeriod':3}").retention().expiresAt()).contains(NOON.plus(DAY));
        assertThat(apply("{'autoDeleteAt':%d}".formatted(NOON.plusSeconds(7).getEpochSecond()))
                        .retention()
                        .expiresAt())
                .contains(NOON.plusSeconds(7));
    }

    @Test
    void anExpiryThatACallerSetStaysWhenTheEndMoves() {
        var expiring = expiring(NOON.plus(DAY));

        assertThat(patches.apply(expiring, tree("{'retentionPeriod':60}"))
                        .retention()
                        .expiresAt())
                .contains(NOON.plus(DAY));
    }

    @Test
    void settingTheExpiryToWhatItIsKeepsItThere() {
        var end = NOON.plus(DAY.multipliedBy(30));
        var patched = apply("{'expiresAt':%d}".formatted(end.getEpochSecond()));
        assertThat(patched.changed()).containsExactly("expiresAt");

        var kept = recording.withDetails(patched.details(), patched.retention(), NOON);
        assertThat(patches.apply(kept, tree("{'retentionPeriod':60}"))
                        .retention()
                        .expiresAt())
                .contains(end);
    }

    @Test
    void anExpiryThatIsTakenBackFollowsTheEndAgain() {
        var patched = patches.apply(expiring(NOON.plus(DAY)), tree("{'expiresAt':null}"));

        assertThat(patched.retention().expiresAt()).contains(NOON.plus(DAY.multipliedBy(23)));
        assertThat(patched.changed()).containsExactly("expiresAt");
    }

    @Test
    void anExpiryThatIsMovedWillBeAnnouncedAgain() {
        var announced = recording.withDetails(
                details(), expiring(NOON.plus(DAY)).retention().announced(), NOON);

        assertThat(patches.apply(announced, tree("{'tags':[]}")).retention().expiryAnnounced())
                .isTrue();
        assertThat(patches.apply(
                                announced,
                                tree("{'expiresAt':%d}"
                                        .formatted(
                                                NOON.plus(DAY.multipliedBy(2)).getEpochSecond())))
                        .retention()
                        .expiryAnnounced())
                .isFalse();
        assertThat(patches.apply(announced, tree("{'expiresAt':null}"))
                        .retention()
                        .expiryAnnounced())
                .isFalse();
    }

    @Test
    void aLegalHoldIsSetAndReleased() {
        var held = apply("{'legalHold':true}");
        var after = recording.withDetails(details(), held.retention(), NOON);

        assertThat(held.retention().legalHold()).isTrue();
        assertThat(held.changed()).containsExactly("legalHold");
        assertThat(patches.apply(after, tree("{'legalHold':null}")).retention().legalHold())
                .isFalse();
    }

    private CallRecording expiring(Instant expiresAt) {
        var retention = new Retention(
                Optional.of(30),
                Optional.of(expiresAt),
                Optional.of(NOON.plus(DAY.multipliedBy(30))),
                false,
                false,
                false);
        return recording.withDetails(details(), retention, NOON);
    }

    private Patched apply(String patch) {
        return patches.apply(recording, tree(patch));
    }

    private ObjectNode merged(String target, String patch) {
        var patched = patches.apply(Requests.recording(details(tree(target).toString())), (ObjectNode)
                json.mapper().createObjectNode().set("metadata", tree(patch)));
        return (ObjectNode) json.read(patched.details().metadata().orElseThrow());
    }

    private List<FieldError> refusal(CallRecording target, String patch) {
        return catchThrowableOfType(ProblemException.class, () -> patches.apply(target, tree(patch)))
                .errors();
    }

    private ObjectNode tree(String text) {
        return (ObjectNode) json.read(text.replace('\'', '"'));
    }

    private static Details details() {
        return details("{\"price\":1.10,\"nothing\":null,\"deep\":{\"list\":[1,null,{\"x\":null}]}}");
    }

    private static Details details(String metadata) {
        return new Details(
                Optional.of(new Reference("call-1", Optional.of("Ann"))),
                Optional.empty(),
                Optional.of(new PhoneNumber(Optional.empty(), Optional.of("+4930123456"), Optional.empty())),
                Optional.of(NOON),
                Optional.empty(),
                List.of(new Participant(Optional.of("p"), Optional.empty(), Optional.of(Role.AGENT), Optional.of(0))),
                List.of("a", "b"),
                Optional.of(metadata));
    }
}
