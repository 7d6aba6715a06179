package io.tapedeck.function.shares;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.sharing.Share;
import io.tapedeck.sharing.ShareLock;
import io.tapedeck.sharing.SharedRecordings;

/** Shows what a link opens to who knows its password. */
public class UnlockShareFunction {
    private static final int LARGEST = 4 * 1024;

    private final Exchange exchange;
    private final SharedLinks links;
    private final ShareLock lock;
    private final OpenedShares opened;
    private final ShareReplies replies;

    UnlockShareFunction(
            Exchange exchange, SharedLinks links, ShareLock lock, OpenedShares opened, ShareReplies replies) {
        this.exchange = exchange;
        this.links = links;
        this.lock = lock;
        this.opened = opened;
        this.replies = replies;
    }

    @Funq("unlockShare")
    public APIGatewayV2HTTPResponse unlockShare(APIGatewayV2HTTPEvent event) {
        return exchange.answerAnyone(event, "unlockShare", this::unlockShare, replies::shown);
    }

    private Reply unlockShare(Request request) {
        var shared = links.find(request);
        SharedRecordings.requireViewsLeft(shared.share());
        unlock(shared.share(), request);
        return opened.reply(request, shared);
    }

    private void unlock(Share share, Request request) {
        share.password().ifPresent(password -> {
            var given = request.field("password", LARGEST)
                    .filter(text -> !text.isEmpty())
                    .orElseThrow(ShareReplies::locked);
            if (!lock.opens(share, password, given)) {
                throw ShareReplies.wrongPassword();
            }
        });
    }
}
