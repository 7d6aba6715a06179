package io.tapedeck.function.recordings;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.http.Answers;
import io.tapedeck.http.Conditions;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.http.request.RecordingPatch;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Change;
import io.tapedeck.recording.Decision;
import io.tapedeck.recording.EventName;
import io.tapedeck.recording.Recordings;
import java.util.List;

/** Changes what the caller says about a recording, and how long it is kept. */
public class UpdateFunction {
    private static final int LARGEST = 128 * 1024;

    private final Exchange exchange;
    private final Answers answers;
    private final Recordings recordings;
    private final RecordingPatch patches;

    UpdateFunction(Exchange exchange, Answers answers, Recordings recordings, RecordingPatch patches) {
        this.exchange = exchange;
        this.answers = answers;
        this.recordings = recordings;
        this.patches = patches;
    }

    @Funq("update")
    public APIGatewayV2HTTPResponse update(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "update", Scope.WRITE, this::update);
    }

    private Reply update(Request request) {
        request.query().only();
        var patch = request.patch(LARGEST);
        var updated = recordings.change(
                request.tenant(), request.recording(), recording -> change(request, recording, patch));
        return answers.recording(200, request, updated);
    }

    private Decision<CallRecording> change(Request request, CallRecording recording, ObjectNode patch) {
        Recordings.live(recording);
        Conditions.check(request, recording);
        var patched = patches.apply(recording, patch);
        if (patched.changed().isEmpty()) {
            return Decision.leave(recording);
        }
        var after = recording.withDetails(patched.details(), patched.retention(), recordings.now());
        var actor = request.caller().orElseThrow().actor();
        var event = recordings.event(after, EventName.UPDATED, actor, patched.changed());
        return Decision.write(new Change(after, List.of(), List.of(), List.of(event)));
    }
}
