package io.tapedeck.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program of these in a JVM of its own, whose memory and time are not those of this one. */
public final class OtherJvm implements AutoCloseable {
    /** What the program says begins with it; libraries that log say other things. */
    private static final String MARK = "> ";

    private final Process process;
    private final BufferedReader said;

    private OtherJvm(Process process) {
        this.process = process;
        this.said = process.inputReader(UTF_8);
    }

    /** @param heap the most that it may have, as {@code -Xmx} takes it */
    public static OtherJvm start(String heap, Class<?> program, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPath(),
                program.getName()));
        command.addAll(List.of(arguments));
        return new OtherJvm(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** The class path of this JVM, which surefire keeps elsewhere. */
    public static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** Has the program say a line to whoever started it. */
    public static void say(String line) {
        System.out.println(MARK + line);
    }

    /** Serves until whoever started the program is gone. */
    public static void stay() throws IOException {
        System.in.transferTo(OutputStream.nullOutputStream());
    }

    /** The next line that it says. */
    public String line() throws IOException {
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(MARK)) {
                return line.substring(MARK.length());
            }
        }
        throw new IOException("The program has ended");
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
