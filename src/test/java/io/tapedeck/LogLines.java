package io.tapedeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jboss.logmanager.ExtLogRecord;

/** What is logged until this is closed, as it would be written, with the traces of what was thrown. */
public final class LogLines extends Handler implements AutoCloseable {
    private final Logger logger;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    /** @param name of the logger to listen to; empty for all */
    public LogLines(String name) {
        logger = Logger.getLogger(name);
        setLevel(Level.ALL);
        logger.addHandler(this);
    }

    public List<String> all() {
        return List.copyOf(lines);
    }

    /** The line, where there was just one. */
    public String only() {
        assertThat(lines).hasSize(1);
        return lines.getFirst();
    }

    @Override
    public void publish(LogRecord line) {
        var text = new StringBuilder(message(line));
        if (line.getThrown() != null) {
            var trace = new java.io.StringWriter();
            line.getThrown().printStackTrace(new java.io.PrintWriter(trace));
            text.append('\n').append(trace);
        }
        lines.add(text.toString());
    }

    private static String message(LogRecord line) {
        return line instanceof ExtLogRecord formatted
                ? formatted.getFormattedMessage()
                : new SimpleFormatter().formatMessage(line);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
