package io.tapedeck.function.recordings;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.http.Cursors;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.json.EventData;
import io.tapedeck.json.PageView;
import io.tapedeck.recording.EventStore;
import io.tapedeck.recording.Recordings;

/** Lists what happened to a recording, oldest first, with who did it. */
public class ListEventsFunction {
    private static final int MOST = 100;

    private final Exchange exchange;
    private final Recordings recordings;
    private final EventStore store;
    private final Cursors cursors;
    private final EventData events;

    ListEventsFunction(Exchange exchange, Recordings recordings, EventStore store, Cursors cursors, EventData events) {
        this.exchange = exchange;
        this.recordings = recordings;
        this.store = store;
        this.cursors = cursors;
        this.events = events;
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
                page.items().stream()
                        .map(event -> events.view(event, recording))
                        .toList(),
                page.next().map(next -> cursors.write(request.tenant(), list, next))));
    }
}
