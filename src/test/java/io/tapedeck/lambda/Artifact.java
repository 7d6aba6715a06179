package io.tapedeck.lambda;

import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/**
 * The packaged functions, unpacked as Lambda does it.
 *
 * @param folder what is {@code /var/task} on Lambda
 * @param isNative whether they bring their own runtime
 * @param classes where their JVM may find classes as it wants them, as Lambda's runtime has some too
 * @param library of Lambda's Java runtime: left to itself, each JVM writes it anew to the same place in /tmp, and one that is
 *     loading it there meanwhile dies by SIGBUS
 */
record Artifact(Path folder, boolean isNative, Path classes, Path library) {
    private static final String BOOTSTRAP = "bootstrap";
    private static final String LIBRARY =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

    /** Unpacks the archive into the folder, or takes the executable as it is. */
    static Artifact unpack(Path file, Path folder, Path classes) throws IOException {
        if (file.toString().endsWith(".zip")) {
            unzip(file, folder);
        } else {
            Files.createSymbolicLink(folder.resolve(BOOTSTRAP), file.toAbsolutePath());
        }
        var library = folder.resolveSibling("libaws-lambda-jni.so");
        try (var packed =
                AWSLambda.class.getResourceAsStream("/jni/libaws-lambda-jni.linux-%s.so".formatted(machine()))) {
            Files.copy(packed, library);
        }
        return new Artifact(folder, Files.exists(folder.resolve(BOOTSTRAP)), classes, library);
    }

    /** What the template calls the runtime that it needs. */
    String runtime() {
        return isNative ? "provided.al2023" : "java25";
    }

    /**
     * The command that Lambda runs.
     *
     * @param memory of the function, in MB
     * @param crashFile where a JVM that crashes says why
     */
    List<String> command(String handler, int memory, String crashFile) {
        if (isNative) {
            return List.of(folder.resolve(BOOTSTRAP).toString());
        }
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:MaxRAM=" + memory + "m",
                "-XX:MaxRAMPercentage=85",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                (Files.exists(classes) ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=") + classes,
                // What it says of an archive is no line of a function.
                "-Xlog:cds*=off,aot*=off",
                "-XX:ErrorFile=" + crashFile,
                "-D%s=%s".formatted(LIBRARY, library),
                "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
                "-Djava.net.preferIPv4Stack=true",
                "--enable-native-access=ALL-UNNAMED",
                "-classpath",
                runtimeInterfaceClient(),
                AWSLambda.class.getName(),
                handler);
    }

    private static String machine() {
        return System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    }

    private static String runtimeInterfaceClient() {
        return Stream.of(AWSLambda.class, LambdaRuntime.class, PojoSerializer.class, SdkInternalThreadLocal.class)
                .map(Artifact::jar)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String jar(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void unzip(Path file, Path folder) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().filter(each -> !each.isDirectory()).toList()) {
                var target = folder.resolve(entry.getName());
                Files.createDirectories(target.getParent());
                Files.copy(zip.getInputStream(entry), target);
            }
        }
        var bootstrap = folder.resolve(BOOTSTRAP).toFile();
        if (bootstrap.exists() && !bootstrap.setExecutable(true)) {
            throw new IOException(bootstrap + " cannot be made executable");
        }
    }
}
