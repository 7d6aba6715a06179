package io.tapedeck.runtime;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.runtime.StartupEvent;
import io.tapedeck.json.Json;
import io.tapedeck.log.InvocationLog;
import io.tapedeck.log.Message;
import io.tapedeck.log.Platform;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.logging.Level;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;

/** Has everything that is logged on Lambda written as a line of JSON. On one machine people read it as it is. */
@Singleton
class JsonLog extends ExtFormatter {
    private static final int BEFORE_ALL_OTHERS = 1;

    private final Json json;
    private final Platform platform;

    JsonLog(Json json, Platform platform) {
        this.json = json;
        this.platform = platform;
    }

    void install(@Observes @Priority(BEFORE_ALL_OTHERS) StartupEvent started) {
        if (platform.functionName().isPresent()) {
            for (var handler : InitialConfigurator.DELAYED_HANDLER.getHandlers()) {
                handler.setFormatter(this);
            }
        }
    }

    @Override
    public String format(ExtLogRecord entry) {
        var text = entry.getFormattedMessage();
        return (InvocationLog.LOGGER.equals(entry.getLoggerName()) ? text : json.write(message(entry, text))) + "\n";
    }

    private Message message(ExtLogRecord entry, String text) {
        return Message.of(
                level(entry.getLevel().intValue()),
                entry.getLoggerName(),
                text,
                platform.requestId(),
                Optional.ofNullable(entry.getThrown()));
    }

    /** The name that Lambda has for it, whichever of Java's logging systems it comes from. */
    private static String level(int severity) {
        if (severity >= Level.SEVERE.intValue()) {
            return "ERROR";
        } else if (severity >= Level.WARNING.intValue()) {
            return "WARN";
        }
        return severity >= Level.INFO.intValue() ? "INFO" : "DEBUG";
    }
}
