package io.tapedeck.function.recordings;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.json.Json;
import io.tapedeck.json.PageView;
import io.tapedeck.json.VersionView;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.RecordingStore;
import io.tapedeck.recording.Recordings;

/** Lists the versions of a recording's audio, oldest first. */
public class ListVersionsFunction {
    private final Exchange exchange;
    private final Recordings recordings;
    private final RecordingStore store;
    private final Json json;

    ListVersionsFunction(Exchange exchange, Recordings recordings, RecordingStore store, Json json) {
        this.exchange = exchange;
        this.recordings = recordings;
        this.store = store;
        this.json = json;
    }

    @Funq("listVersions")
    public APIGatewayV2HTTPResponse listVersions(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "listVersions", Scope.READ, this::listVersions);
    }

    private Reply listVersions(Request request) {
        request.query().only();
        var recording = recordings.get(request.tenant(), request.recording());
        var current = recording.audio().map(AudioVersion::number).orElse(0);
        var versions = store.versions(recording.tenant(), recording.id()).stream()
                .map(version -> VersionView.of(
                        version, version.number() == current, !recording.shows(version, request.clearance()), json))
                .toList();
        return Reply.ok(PageView.all(versions));
    }
}
