package io.tapedeck.function;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.funqy.Funq;
import io.tapedeck.http.Cursors;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.json.Json;
import io.tapedeck.recording.LoggedEvent;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Recordings;
import io.tapedeck.recording.Scope;

/** Lists what happened to a recording, oldest first, with who did it. */
public class ListEventsFunction {
    private static final int MOST = 100;

    private final Exchange exchange;
    private final Recordings recordings;
    private final RecordingStore store;
    private final Cursors cursors;
    private final Json json;

    ListEventsFunction(Exchange exchange, Recordings recordings, RecordingStore store, Cursors cursors, Json json) {
        this.exchange = exchange;
        this.recordings = recordings;
        this.store = store;
        this.cursors = cursors;
        this.json = json;
    }

    @Funq("listEvents")
    public APIGatewayV2HTTPResponse listEvents(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "listEvents", Scope.READ, this::listEvents);
    }

    private Reply listEvents(Request request) {
        var limit =
                request.query().integer("limit", 1, MOST).orElse((long) MOST).intValue();
        var cursor = request.query().text("cursor");
        request.query().only("limit", "cursor");
        var recording = recordings.get(request.tenant(), request.recording());
        var list = "events of " + recording.id();
        var page = store.events(request.tenant(), recording.id(), cursors.read(request.tenant(), list, cursor), limit);
        return Reply.ok(new PageView<>(
                page.items().stream().map(this::view).toList(),
                page.next().map(next -> cursors.write(request.tenant(), list, next))));
    }

    private EventView view(LoggedEvent event) {
        return new EventView(
                "1.0",
                event.id(),
                event.source(),
                event.type(),
                event.time(),
                event.subject(),
                event.tenant(),
                event.sequence(),
                event.actor(),
                json.read(event.data()));
    }

    /** An Event as the HTTP contract writes it. */
    public record EventView(
            String specversion,
            String id,
            String source,
            String type,
            String time,
            String subject,
            String tenant,
            String sequence,
            String actor,
            JsonNode data) {}
}
