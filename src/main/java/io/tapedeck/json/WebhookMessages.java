package io.tapedeck.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.EventStore.LoggedEvent;
import io.tapedeck.webhook.Messages;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Events as webhooks are told of them: as they are listed, or thin where that would be too large. */
public final class WebhookMessages implements Messages {
    private static final String RECORDING = "recording";
    private static final String JOB = "job";
    private static final List<String> OF_RECORDING = List.of("id", "status", "created", "updated");
    private static final List<String> OF_JOB = List.of("id", "action", "status");

    private final EventData events;
    private final Json json;

    public WebhookMessages(EventData events, Json json) {
        this.events = events;
        this.json = json;
    }

    @Override
    public String of(LoggedEvent event, CallRecording recording) {
        var view = events.view(event, recording);
        var message = json.write(view);
        return message.getBytes(StandardCharsets.UTF_8).length < LARGEST ? message : json.write(thin(view));
    }

    @Override
    public String of(LoggedEvent event) {
        return json.write(events.view(event));
    }

    private ObjectNode thin(ObjectNode view) {
        var data = view.withObjectProperty("data");
        var thin = json.mapper().createObjectNode().put("thin", true);
        thin.set(RECORDING, data.withObjectProperty(RECORDING).retain(OF_RECORDING));
        if (data.has(JOB)) {
            thin.set(JOB, data.withObjectProperty(JOB).retain(OF_JOB));
        }
        return view.set("data", thin);
    }
}
