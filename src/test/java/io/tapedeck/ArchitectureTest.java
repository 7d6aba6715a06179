package io.tapedeck;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may import whom. */
@AnalyzeClasses(packages = "io.tapedeck", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String RECORDING = "io.tapedeck.recording..";
    private static final String PROBLEM = "io.tapedeck.problem..";
    private static final String JSON = "io.tapedeck.json..";
    private static final String LOG = "io.tapedeck.log..";
    private static final String HTTP = "io.tapedeck.http..";
    private static final String AUTH = "io.tapedeck.auth..";
    private static final String FUNCTION = "io.tapedeck.function..";
    private static final String LOCAL = "io.tapedeck.local..";
    private static final String AWS = "io.tapedeck.aws..";
    private static final String DYNAMODB = "io.tapedeck.dynamodb..";
    private static final String S3 = "io.tapedeck.s3..";
    private static final String FFMPEG = "io.tapedeck.ffmpeg..";
    private static final String FETCH = "io.tapedeck.fetch..";
    private static final String[] CORE = {RECORDING, PROBLEM};

    @ArchTest
    static final ArchRule theCoreKnowsNothingButJava = classes()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", RECORDING, PROBLEM);

    @ArchTest
    static final ArchRule jsonKnowsTheCoreAndJackson = classes()
            .that()
            .resideInAPackage(JSON)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "com.fasterxml.jackson..", RECORDING, PROBLEM, JSON);

    @ArchTest
    static final ArchRule theLogKnowsTheCoreAndJson = classes()
            .that()
            .resideInAPackage(LOG)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "com.fasterxml.jackson..", RECORDING, JSON, LOG);

    @ArchTest
    static final ArchRule dynamodbKnowsTheCoreAndItsLibrary =
            adapter(DYNAMODB, AWS, "software.amazon.awssdk..", "com.fasterxml.jackson..", JSON);

    @ArchTest
    static final ArchRule s3KnowsTheCoreAndItsLibrary = adapter(S3, AWS, "software.amazon.awssdk..");

    @ArchTest
    static final ArchRule whatAdaptersOfAwsShareKnowsTheCoreAndItsLibrary = adapter(AWS, "software.amazon.awssdk..");

    @ArchTest
    static final ArchRule ffmpegKnowsTheCore = adapter(FFMPEG);

    @ArchTest
    static final ArchRule fetchKnowsTheCoreAndItsLibrary = adapter(FETCH, "org.apache.hc..", "javax.net.ssl..");

    @ArchTest
    static final ArchRule httpKnowsNoAdapterAndNoFunction = classes()
            .that()
            .resideInAPackage(HTTP)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.crypto..",
                    "com.fasterxml.jackson..",
                    "com.amazonaws.services.lambda.runtime.events..",
                    RECORDING,
                    PROBLEM,
                    JSON,
                    LOG,
                    HTTP);

    @ArchTest
    static final ArchRule authKnowsCallersAndTokens = classes()
            .that()
            .resideInAPackage(AUTH)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "com.nimbusds..", RECORDING, PROBLEM, HTTP, AUTH);

    @ArchTest
    static final ArchRule onlyAdaptersAndTheirWiringKnowTheAwsSdk = noClasses()
            .that(resideOutsideOfPackages(AWS, DYNAMODB, S3, LOCAL))
            .and()
            .doNotHaveFullyQualifiedName("io.tapedeck.runtime.CoreWiring")
            .and()
            .haveNameNotMatching("io[.]tapedeck[.]function[.]NativeSubstitutions.*")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon.awssdk..");

    @ArchTest
    static final ArchRule onlyTheWiringKnowsAdapters = noClasses()
            .that()
            .resideInAPackage(FUNCTION)
            .and()
            .doNotHaveFullyQualifiedName("io.tapedeck.runtime.CoreWiring")
            .should()
            .dependOnClassesThat(resideInAnyPackage(AWS, DYNAMODB, S3, FFMPEG, FETCH));

    @ArchTest
    static final ArchRule onlyFfmpegStartsProcesses = noClasses()
            .that(resideOutsideOfPackages(FFMPEG))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ProcessBuilder.class)
            .orShould()
            .callMethod(Runtime.class, "exec", String[].class);

    @ArchTest
    static final ArchRule nothingKnowsTheLocalStack =
            noClasses().that(resideOutsideOfPackages(LOCAL)).should().dependOnClassesThat(resideInAPackage(LOCAL));

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.tapedeck.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses()
            .should()
            .haveNameMatching(
                    ".*[.$]([A-Za-z0-9]*(Utils?|Helper|Manager|Impl|Service)|(Base|Common|Abstract)[A-Za-z0-9]*)");

    @ArchTest
    static final ArchRule noFieldIsStaticAndCanBeChanged = com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields()
            .that()
            .areStatic()
            .should()
            .beFinal();

    private static ArchRule adapter(String adapter, String... libraries) {
        var known = new String[libraries.length + 4];
        System.arraycopy(libraries, 0, known, 0, libraries.length);
        System.arraycopy(new String[] {"java..", RECORDING, PROBLEM, adapter}, 0, known, libraries.length, 4);
        return classes()
                .that()
                .resideInAPackage(adapter)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(known);
    }
}
