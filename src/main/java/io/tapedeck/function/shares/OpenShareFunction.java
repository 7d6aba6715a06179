package io.tapedeck.function.shares;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.sharing.SharedRecordings;

/** Shows what a link opens, which counts as no view; only that a password is asked for, where it is. */
public class OpenShareFunction {
    private final Exchange exchange;
    private final SharedLinks links;
    private final OpenedShares opened;
    private final ShareReplies replies;

    OpenShareFunction(Exchange exchange, SharedLinks links, OpenedShares opened, ShareReplies replies) {
        this.exchange = exchange;
        this.links = links;
        this.opened = opened;
        this.replies = replies;
    }

    @Funq("openShare")
    public APIGatewayV2HTTPResponse openShare(APIGatewayV2HTTPEvent event) {
        return exchange.answerAnyone(event, "openShare", this::openShare, replies::shown);
    }

    private Reply openShare(Request request) {
        var shared = links.find(request);
        SharedRecordings.requireViewsLeft(shared.share());
        if (shared.share().password().isPresent()) {
            throw ShareReplies.locked();
        }
        return opened.reply(request, shared);
    }
}
