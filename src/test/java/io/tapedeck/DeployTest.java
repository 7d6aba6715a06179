package io.tapedeck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "make deploy", with a SAM CLI that only says how it was called. */
class DeployTest {
    private static final String UNRELEASED = "Description: unreleased";

    @TempDir
    Path folder;

    private Path tools;

    @BeforeEach
    void lay() throws IOException {
        tools = Files.createDirectory(folder.resolve("tools"));
        Files.createDirectories(folder.resolve("target/lambda"));
        Files.copy(Path.of("Makefile"), folder.resolve("Makefile"));
        Files.copy(Path.of("template.yaml"), folder.resolve("template.yaml"));
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

        assertThat(deploy()).containsPattern("sam was called with deploy .*--capabilities CAPABILITY_IAM .*--guided");
        Files.writeString(folder.resolve("samconfig.toml"), "version = 0.1");
        assertThat(deploy()).contains("sam was called").doesNotContain("--guided");
    }

    @Test
    void aChangedParameterIsHandedOn() throws Exception {
        installSam();
        build();

        assertThat(deploy("PARAMETERS=A=1 B=2")).contains("--parameter-overrides A=1 B=2");
    }

    @Test
    void whateverChangesIsANewReleaseAndNothingElseIs() throws Exception {
        installSam();
        build();
        var releases = new ArrayList<String>();

        releases.add(release());
        releases.add(release("PARAMETERS=LinkSecretVersion=a"));
        Files.writeString(folder.resolve("target/lambda/function.zip"), "other code");
        releases.add(release());
        Files.writeString(folder.resolve("samconfig.toml"), "parameter_overrides = \"RetentionDays=30\"");
        releases.add(release());

        assertThat(releases).doesNotHaveDuplicates().noneMatch(release -> release.contains(UNRELEASED));
        assertThat(release()).isEqualTo(releases.getLast());
    }

    @Test
    void theReleaseIsTheTemplateButForItsName() throws Exception {
        installSam();
        build();

        assertThat(release().replaceFirst("Description: Release [0-9a-f]{12}\n", UNRELEASED + "\n"))
                .isEqualTo(Files.readString(Path.of("template.yaml")));
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

    private void build() throws IOException {
        for (var zip : List.of("lambda/function.zip", "ffmpeg-layer-arm64.zip", "ffmpeg-layer-x86_64.zip")) {
            Files.writeString(folder.resolve("target").resolve(zip), zip);
        }
    }

    private void installSam() throws IOException {
        var sam = Files.writeString(tools.resolve("sam"), "#!/bin/sh\necho \"sam was called with $*\"\n");
        Files.setPosixFilePermissions(sam, PosixFilePermissions.fromString("rwx------"));
    }
}
