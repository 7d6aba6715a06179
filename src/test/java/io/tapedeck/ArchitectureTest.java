package io.tapedeck;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.tapedeck.Room.room;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Who may import whom: a line a room. */
@AnalyzeClasses(packages = "io.tapedeck", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String LOCAL = "io.tapedeck.local..";
    private static final String[] CORE = {
        "recording", "call", "concurrency", "access", "storage", "audio", "audio.measure", "id", "problem"
    };
    private static final String[] SPEECH = {"transcript", "transcript.format", "transcription"};
    private static final String[] EDGE = {"http", "http.request", "json", "log", "auth"};
    private static final String EVENTS = "com.amazonaws.services.lambda.runtime.events";
    private static final String FUNQY = "io.quarkus.funqy";
    private static final String JACKSON = "com.fasterxml.jackson";
    private static final String SDK = "software.amazon.awssdk";

    /** From the inside out. What a room does not name, it does not know; besides these, each knows {@code java}. */
    static final List<Room> ROOMS = List.of(
            room("problem"),
            room("id").uses("javax.crypto"),
            room("xml").uses("javax.xml.stream"),
            room("audio.measure").knows("id"),
            room("audio").knows("audio.measure", "id", "problem"),
            room("storage").knows("audio", "id", "problem"),
            room("access").knows("storage", "audio", "id", "problem"),
            room("concurrency").knows("problem"),
            room("call").knows("audio", "audio.measure", "id"),
            room("recording").knows("call", "concurrency", "access", "storage", "audio", "id", "problem"),
            room("sharing").knows(CORE).uses("javax.crypto"),
            room("purge").knows(CORE).knows("sharing"),
            room("archive").knows("storage"),
            room("bulk").knows(CORE).knows("archive"),
            room("webhook").knows(CORE).knows("secret"),
            room("retention").knows(CORE).knows("purge", "sharing", "bulk", "webhook"),
            room("transcription").knows(CORE).knows("transcript"),
            room("drop").knows("recording", "call", "id"),
            room("work")
                    .knows(CORE)
                    .knows(
                            "drop",
                            "transcript",
                            "transcript.format",
                            "transcription",
                            "analysis",
                            "analytics",
                            "redaction",
                            "redaction.search",
                            "sharing",
                            "purge",
                            "archive",
                            "bulk",
                            "export"),
            room("signal").knows("audio"),
            room("signal.crosstalk").knows("signal"),
            room("signal.keypad").knows("signal", "audio"),
            room("signal.hold").knows("signal", "audio"),
            room("signal.loudness").knows("signal", "audio", "audio.measure"),
            room("transcript").knows("storage", "audio", "audio.measure", "id", "problem"),
            room("transcript.caption").knows("transcript", "audio", "id", "problem"),
            room("transcript.format")
                    .knows("transcript", "transcript.caption", "storage", "audio", "id", "problem")
                    .uses(JACKSON),
            room("analytics.sentiment"),
            room("analytics.speech").knows("audio"),
            room("analytics.words").knows("analytics.speech", "analytics.sentiment", "transcript", "audio", "id"),
            room("analytics")
                    .knows(
                            "analytics.speech",
                            "analytics.words",
                            "transcript",
                            "audio",
                            "audio.measure",
                            "id",
                            "problem"),
            room("analysis").knows(CORE).knows("transcript", "transcription", "analytics", "analytics.words"),
            room("diarization").knows("signal", "audio"),
            room("privacy.token").knows("transcript"),
            room("privacy.lexicon"),
            room("privacy.cue").knows("privacy.token", "audio"),
            room("privacy.number")
                    .knows("privacy.token", "privacy.lexicon", "privacy.cue", "audio")
                    .uses("com.google.i18n.phonenumbers", "org.apache.commons.validator.routines"),
            room("privacy.entity").knows("privacy.token", "privacy.lexicon", "privacy.cue", "audio"),
            room("privacy")
                    .knows(
                            "privacy.token",
                            "privacy.lexicon",
                            "privacy.cue",
                            "privacy.number",
                            "privacy.entity",
                            "transcript",
                            "audio"),
            room("redaction.search")
                    .knows("privacy", "privacy.token", "privacy.lexicon", "transcript", "audio")
                    .uses(JACKSON),
            room("redaction").knows("redaction.search", "privacy", "transcript", "recording", "call", "audio", "id"),
            room("transcript.pieces").knows("transcript", "diarization", "audio", "problem"),
            room("process"),
            room("speech").knows("process", "transcript", "audio", "problem"),
            room("whisper").knows("speech", "transcript", "transcript.format", "audio", "problem"),
            room("pocketsphinx").knows("speech", "transcript", "transcript.format", "audio", "problem"),
            room("amazontranscribe")
                    .knows(
                            "aws",
                            "rest",
                            "transcript",
                            "transcript.format",
                            "storage",
                            "audio",
                            "audio.measure",
                            "id",
                            "problem")
                    .uses(SDK),
            room("openai")
                    .knows("transcript", "transcript.format", "egress", "audio", "problem")
                    .uses("org.apache.hc", "javax.net.ssl"),
            room("container").knows("audio"),
            room("ffmpeg.process").knows(CORE).knows("process"),
            room("ffmpeg.probe").knows(CORE).knows("container", "process", "ffmpeg.process"),
            room("ffmpeg.measure")
                    .knows(CORE)
                    .knows("container", "signal", "signal.crosstalk", "process", "ffmpeg.process", "ffmpeg.probe"),
            room("ffmpeg.make")
                    .knows(CORE)
                    .knows(
                            "container",
                            "signal",
                            "signal.crosstalk",
                            "process",
                            "ffmpeg.process",
                            "ffmpeg.probe",
                            "ffmpeg.measure"),
            room("ffmpeg.speech")
                    .knows(CORE)
                    .knows(
                            "transcript",
                            "signal",
                            "signal.crosstalk",
                            "process",
                            "ffmpeg.process",
                            "ffmpeg.probe",
                            "ffmpeg.measure"),
            room("ffmpeg.analysis")
                    .knows(CORE)
                    .knows(
                            "analysis",
                            "analytics",
                            "analytics.speech",
                            "signal",
                            "signal.crosstalk",
                            "signal.keypad",
                            "signal.hold",
                            "signal.loudness",
                            "ffmpeg.process",
                            "ffmpeg.probe",
                            "ffmpeg.measure"),
            room("ffmpeg")
                    .knows(CORE)
                    .knows("process", "ffmpeg.process", "ffmpeg.probe", "ffmpeg.measure", "ffmpeg.make"),
            room("egress").knows(CORE).knows("webhook").uses("org.apache.hc", "javax.net.ssl"),
            room("rest").knows("storage", "concurrency").uses(SDK, "org.apache.hc", "javax.net.ssl"),
            room("aws").knows(CORE).knows("rest").uses(SDK),
            room("remote").knows("storage", "audio", "id", "problem", "concurrency"),
            room("azure")
                    .knows("remote", "rest", "storage", "concurrency", "id", "xml")
                    .uses(SDK, JACKSON, "javax.xml.stream"),
            room("gcs").knows("remote", "rest", "storage", "concurrency", "id").uses(SDK, JACKSON),
            room("comprehend")
                    .knows("analysis", "analytics.words", "redaction", "privacy", "transcript", "audio")
                    .knows("aws", "rest", "concurrency", "problem")
                    .uses(JACKSON),
            room("secret").knows("id", "problem"),
            room("imports").knows(CORE).knows("secret", "transcript").uses(JACKSON),
            room("secretsmanager")
                    .knows("secret", "aws", "rest", "concurrency", "problem")
                    .uses(JACKSON),
            room("sqs")
                    .knows("webhook", "aws", "rest", "concurrency", "problem")
                    .uses(JACKSON),
            room("bedrock")
                    .knows("analysis", "analytics.words", "aws", "rest", "concurrency")
                    .uses(JACKSON),
            room("s3").knows(CORE).knows("aws", "remote", "rest").uses(SDK),
            room("dynamodb")
                    .knows(CORE)
                    .knows("aws", "retention", "sharing", "bulk", "json", "remote", "webhook")
                    .uses(SDK, JACKSON),
            room("json")
                    .knows(CORE)
                    .knows(SPEECH)
                    .knows("sharing", "bulk", "remote", "webhook")
                    .uses(JACKSON),
            room("json.analytics")
                    .knows(CORE)
                    .knows("json", "analysis", "analytics", "analytics.speech", "analytics.words", "transcript")
                    .uses(JACKSON),
            room("export")
                    .knows(CORE)
                    .knows(SPEECH)
                    .knows("archive", "analysis", "json", "json.analytics")
                    .uses(JACKSON),
            room("page").knows("json"),
            room("log").knows(CORE).knows("json").uses(JACKSON),
            room("siprec").knows("call", "id", "problem", "xml").uses("javax.xml.stream"),
            room("http")
                    .knows(CORE)
                    .knows("json", "log", "transcript", "bulk", "siprec")
                    .uses(JACKSON, EVENTS, "javax.crypto"),
            room("http.request")
                    .knows(CORE)
                    .knows("http", "json", "transcript", "bulk", "siprec")
                    .uses(JACKSON),
            room("auth").knows(CORE).knows("http").uses("com.nimbusds"),
            room("function.recordings")
                    .knows(CORE)
                    .knows(EDGE)
                    .knows("retention", "transcription", "analysis", "json.analytics", "function.storages", "siprec")
                    .uses(FUNQY, EVENTS, JACKSON),
            room("function.uploads").knows(CORE).knows(EDGE).uses(FUNQY, EVENTS, JACKSON),
            room("function.links").knows(CORE).knows(EDGE).uses(FUNQY, EVENTS, JACKSON),
            room("function.shares")
                    .knows(CORE)
                    .knows(EDGE)
                    .knows("sharing", "transcript", "page")
                    .uses(FUNQY, EVENTS, JACKSON),
            room("function.audio").knows(CORE).knows(EDGE).knows("transcript").uses(FUNQY, EVENTS, JACKSON),
            room("function.transcripts").knows(CORE).knows(EDGE).knows(SPEECH).uses(FUNQY, EVENTS),
            room("function.analytics")
                    .knows(CORE)
                    .knows(EDGE)
                    .knows("analysis", "json.analytics")
                    .uses(FUNQY, EVENTS),
            room("function.exports").knows(CORE).knows(EDGE).knows("bulk").uses(FUNQY, EVENTS, JACKSON),
            room("function.storages")
                    .knows(CORE)
                    .knows(EDGE)
                    .knows("remote", "secret")
                    .uses(FUNQY, EVENTS, JACKSON),
            room("function.imports").knows(CORE).knows(EDGE).knows("imports").uses(FUNQY, EVENTS),
            room("function.webhooks").knows(CORE).knows(EDGE).knows("webhook").uses(FUNQY, EVENTS, JACKSON),
            room("function.keys").knows(CORE).knows(EDGE).uses(FUNQY, EVENTS, JACKSON),
            room("function.edge").knows(CORE).knows(EDGE).knows("remote").uses(FUNQY, EVENTS, JACKSON),
            room("function.pages").knows(CORE).knows(EDGE).knows("page").uses(FUNQY, EVENTS),
            room("function.triggers")
                    .knows(CORE)
                    .knows("json", "log", "work", "retention", "webhook")
                    .uses(FUNQY, JACKSON),
            room("runtime").knowsAll());

    @ArchTest
    static final ArchRule everyRoomKnowsNoMoreThanItsLineSays =
            classes().that(resideOutsideOfPackages(LOCAL)).should(new KnowNoMore(ROOMS));

    @ArchTest
    static final ArchRule noRoomsKnowEachOther = slices().matching("io.tapedeck.(**)")
            .should()
            .beFreeOfCycles()
            .because("two rooms that know each other are one; move what both need into a room below, or hand it in as a"
                    + " function or a port");

    @ArchTest
    static final ArchRule nothingKnowsTheLocalStack = noClasses()
            .that(resideOutsideOfPackages(LOCAL))
            .should()
            .dependOnClassesThat(resideInAPackage(LOCAL))
            .because("what runs on AWS is what runs here; let the local stack implement what AWS gives");

    /** Views have what the contract has. */
    @ArchTest
    static final ArchRule recordsAreReadAtAGlance = classes()
            .that()
            .areRecords()
            .and(resideOutsideOfPackages("io.tapedeck.json.."))
            .should(new HoldFewComponents());

    @ArchTest
    static final ArchRule onlyOneRoomStartsProcesses = noClasses()
            .that(resideOutsideOfPackages("io.tapedeck.process"))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ProcessBuilder.class)
            .orShould()
            .callMethod(Runtime.class, "exec", String[].class)
            .because("a process has limits and an end only where process.Tool runs it");

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses()
            .should()
            .haveNameMatching(
                    ".*[.$]([A-Za-z0-9]*(Utils?|Helper|Manager|Impl|Service)|(Base|Common|Abstract)[A-Za-z0-9]*)")
            .because("such a name fits everything; take the one of what it does or knows");

    @ArchTest
    static final ArchRule noFieldIsStaticAndCanBeChanged = fields().that()
            .areStatic()
            .should()
            .beFinal()
            .because("two tests, or two invocations, would share it; keep it in an object that is handed in");
}
