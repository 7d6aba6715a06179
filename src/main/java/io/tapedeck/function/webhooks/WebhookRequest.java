package io.tapedeck.function.webhooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapedeck.http.FieldErrors;
import io.tapedeck.http.Fields;
import io.tapedeck.http.Request;
import io.tapedeck.id.WebhookId;
import io.tapedeck.json.WebhookView.Status;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.recording.EventName;
import io.tapedeck.webhook.Sender;
import io.tapedeck.webhook.Webhook.Terms;
import io.tapedeck.webhook.Webhooks;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what the owner of a webhook says of it. */
public final class WebhookRequest {
    /** Bytes of a body. */
    static final int LARGEST = 16 * 1024;

    private static final int LONGEST_URL = 2048;
    private static final int LONGEST_DESCRIPTION = 256;
    private static final Set<String> READ_ONLY =
            Set.of("id", "secret", "publicKey", "created", "disabled", "failingSince");

    private final Sender sender;

    /** @param sender knows where nothing may be sent to */
    public WebhookRequest(Sender sender) {
        this.sender = sender;
    }

    /** @throws ProblemException not-found if the path names no webhook */
    static WebhookId id(Request request) {
        return WebhookId.parse(request.path().getOrDefault("webhook", "")).orElseThrow(Webhooks::notFound);
    }

    /** The terms of a new one. */
    Terms create(Request request) {
        var errors = new FieldErrors();
        var body = request.json(LARGEST, errors);
        var url = body.required("url", url(body));
        var events = events(body);
        var description = description(body);
        body.done(READ_ONLY);
        request.query().only();
        errors.refuse();
        return new Terms(url.orElseThrow(), events.orElse(List.of()), description);
    }

    /** What a merge patch changes: null takes away what a webhook need not have. */
    WebhookChange change(Request request) {
        var errors = new FieldErrors();
        var patch = request.patch(LARGEST);
        var everything = Optional.of(List.<EventName>of()).filter(_ -> isTakenAway(patch, "events"));
        var nothing = Optional.of(Optional.<String>empty()).filter(_ -> isTakenAway(patch, "description"));
        var body = new Fields(patch, "", errors);
        var url = url(body);
        var events = events(body).or(() -> everything);
        var description = description(body).map(Optional::of).or(() -> nothing);
        var status = body.choice("status", Status.class);
        body.done(READ_ONLY);
        request.query().only();
        errors.refuse();
        return new WebhookChange(url, events, description, status);
    }

    private static boolean isTakenAway(ObjectNode patch, String name) {
        return patch.has(name) && patch.get(name).isNull() && patch.remove(name) != null;
    }

    private Optional<String> url(Fields body) {
        return body.text("url", LONGEST_URL).filter(url -> {
            var objection = sender.objection(url);
            objection.ifPresent(sentence -> body.wrong("url", sentence));
            return objection.isEmpty();
        });
    }

    private static Optional<List<EventName>> events(Fields body) {
        return body.choices("events", 0, EventName.class)
                .map(names -> names.stream().distinct().toList());
    }

    private static Optional<String> description(Fields body) {
        return body.text("description", LONGEST_DESCRIPTION);
    }
}
