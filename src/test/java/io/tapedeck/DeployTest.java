package io.tapedeck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "make deploy", with a SAM CLI that only says how it was called. */
class DeployTest {
    private static final String UNRELEASED = "Description: unreleased";
    private static final int ARM64 = 0xb7;
    private static final int X86_64 = 0x3e;

    @TempDir
    Path folder;

    private Path tools;

    @BeforeEach
    void lay() throws IOException {
        tools = Files.createDirectory(folder.resolve("tools"));
        Files.createDirectories(folder.resolve("target/lambda"));
        Files.copy(Path.of("Makefile"), folder.resolve("Makefile"));
        Files.copy(Path.of("template.yaml"), folder.resolve("template.yaml"));
        var script = Path.of("infra", "deploy.sh");
        Files.createDirectory(folder.resolve("infra"));
        Files.copy(script, folder.resolve(script), StandardCopyOption.COPY_ATTRIBUTES);
    }

    @Test
    void withoutTheSamCliItIsAskedFor() throws Exception {
        build();

        assertThat(deploy().lines()).contains("Please install the AWS SAM CLI (command sam).");
    }

    @Test
    void whatIsNotBuiltIsNamed() throws Exception {
        installSam();

        assertThat(deploy().lines())
                .contains("target/lambda/function.zip is missing: run \"make native layer\" first.")
                .noneMatch(line -> line.startsWith("sam was called"));
    }

    @Test
    void theFirstTimeIsGuidedAndLaterOnesTakeItsAnswers() throws Exception {
        installSam();
        build();

        assertThat(deploy())
                .contains(
                        "sam was called with [deploy]",
                        "[--capabilities] [CAPABILITY_IAM] [CAPABILITY_AUTO_EXPAND]",
                        "[--guided]");
        configure("Name=\\\"tapedeck\\\" Architecture=\\\"arm64\\\"");
        assertThat(deploy()).contains("sam was called").doesNotContain("--guided", "--parameter-overrides");
    }

    @Test
    void theFirstTimeWhatIsBuiltIsProposed() throws Exception {
        installSam();

        build(nativeFor(X86_64));
        assertThat(deploy("PARAMETERS=RetentionDays=90"))
                .contains("[--parameter-overrides] [Runtime=provided.al2023 Architecture=x86_64 RetentionDays=90]");
        build(Map.of("io/tapedeck/runtime/StreamHandler.class", new byte[4]));
        assertThat(deploy()).contains("[--parameter-overrides] [Runtime=java25]");
    }

    @Test
    void aChangedParameterIsHandedOnAsItIsWritten() throws Exception {
        installSam();
        build();
        configure("Name=\\\"tapedeck\\\"");

        assertThat(deploy("PARAMETERS=SweepSchedule=\"rate(1 minute)\" RetentionDays=90"))
                .contains("[--parameter-overrides] [SweepSchedule=\"rate(1 minute)\" RetentionDays=90]");
    }

    @Test
    void whatWasBuiltForSomethingElseIsRefused() throws Exception {
        installSam();
        configure("Runtime=\\\"provided.al2023\\\" Architecture=\\\"x86_64\\\"");

        build(nativeFor(ARM64));
        assertThat(deploy().lines())
                .contains("target/lambda/function.zip was built for Runtime=provided.al2023 Architecture=arm64,"
                        + " but Runtime=provided.al2023 Architecture=x86_64 is to be deployed:"
                        + " run \"make native ARCHITECTURE=x86_64\","
                        + " or \"make deploy PARAMETERS='Runtime=provided.al2023 Architecture=arm64'\".")
                .noneMatch(line -> line.startsWith("sam was called"));
        assertThat(deploy("PARAMETERS=Runtime=java25")).contains("run \"make package\"");
        assertThat(deploy("PARAMETERS=Architecture=arm64")).contains("sam was called");
    }

    @Test
    void whatIsNowhereNamedIsTheTemplatesDefault() throws Exception {
        installSam();
        configure("Name=\\\"tapedeck\\\"");

        build(nativeFor(X86_64));
        assertThat(deploy()).contains("but Runtime=provided.al2023 Architecture=arm64 is to be deployed");
        build(nativeFor(ARM64));
        assertThat(deploy()).contains("sam was called");
    }

    @Test
    void anArchiveThatCannotBeReadIsRefused() throws Exception {
        installSam();
        build();
        Files.writeString(folder.resolve("target/lambda/function.zip"), "not a zip");

        assertThat(deploy())
                .contains("target/lambda/function.zip cannot be read: run \"make native\" again.")
                .doesNotContain("sam was called");
    }

    @Test
    void whateverChangesIsANewReleaseAndNothingElseIs() throws Exception {
        installSam();
        build();
        var releases = new ArrayList<String>();

        releases.add(release());
        releases.add(release("PARAMETERS=LinkSecretVersion=a"));
        build(Map.of("bootstrap", executable(ARM64, "other code")));
        releases.add(release());
        configure("RetentionDays=30");
        releases.add(release());

        assertThat(releases).doesNotHaveDuplicates().noneMatch(release -> release.contains(UNRELEASED));
        assertThat(release()).isEqualTo(releases.getLast());
    }

    @Test
    void theReleaseIsTheTemplateButForItsNameAndItsRoutes() throws Exception {
        installSam();
        build();

        assertThat(release()
                        .replaceFirst("Description: Release [0-9a-f]{12}\n", UNRELEASED + "\n")
                        .replaceFirst("ROUTES: '.+'\n", "ROUTES: ''\n"))
                .isEqualTo(Files.readString(Path.of("template.yaml")));
    }

    @Test
    void unmatchedIsToldTheRoutesOfAllFunctions() throws Exception {
        installSam();
        build();
        release();
        var released = new SamTemplate(folder.resolve("release.yaml"));
        var told = (String)
                SamTemplate.variables(released.functions().get("Unmatched")).get("ROUTES");

        assertThat(told).isEqualTo(released.routesSetting());
    }

    private String release(String... arguments) throws Exception {
        deploy(arguments);
        return Files.readString(folder.resolve("release.yaml"));
    }

    private String deploy(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("make", "-s", "-C", folder.toString(), "deploy"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PATH", tools + ":/usr/bin:/bin");
        builder.environment().keySet().removeAll(Set.of("MAKEFLAGS", "MAKEOVERRIDES", "MFLAGS"));
        return new String(builder.start().getInputStream().readAllBytes(), UTF_8);
    }

    private void configure(String parameters) throws IOException {
        Files.writeString(folder.resolve("samconfig.toml"), "parameter_overrides = \"" + parameters + "\"\n");
    }

    private void build() throws IOException {
        build(nativeFor(ARM64));
    }

    private void build(Map<String, byte[]> functions) throws IOException {
        for (var zip : List.of("ffmpeg-layer-arm64.zip", "ffmpeg-layer-x86_64.zip")) {
            Files.writeString(folder.resolve("target").resolve(zip), zip);
        }
        try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("target/lambda/function.zip")))) {
            for (var file : functions.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
    }

    private static Map<String, byte[]> nativeFor(int machine) {
        return Map.of("bootstrap", executable(machine, "code"));
    }

    /** Begins like an ELF file. */
    private static byte[] executable(int machine, String code) {
        return ByteBuffer.allocate(64)
                .put(0, "\177ELF".getBytes(UTF_8))
                .put(18, (byte) machine)
                .put(20, code.getBytes(UTF_8))
                .array();
    }

    private void installSam() throws IOException {
        var sam = Files.writeString(
                tools.resolve("sam"), "#!/bin/bash\necho \"sam was called with$(printf ' [%s]' \"$@\")\"\n");
        Files.setPosixFilePermissions(sam, PosixFilePermissions.fromString("rwx------"));
    }
}
