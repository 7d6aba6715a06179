package io.tapedeck.function.shares;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.id.ShareId;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.recording.Recordings;
import io.tapedeck.sharing.EndedShares;
import io.tapedeck.sharing.Share;

/** Ends a share: from the answer on its link opens nothing, and what was cut out for it is destroyed. */
public class UnshareFunction {
    private final Exchange exchange;
    private final Recordings recordings;
    private final EndedShares shares;

    UnshareFunction(Exchange exchange, Recordings recordings, EndedShares shares) {
        this.exchange = exchange;
        this.recordings = recordings;
        this.shares = shares;
    }

    @Funq("unshare")
    public APIGatewayV2HTTPResponse unshare(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "unshare", Scope.WRITE, this::unshare);
    }

    private Reply unshare(Request request) {
        request.query().only();
        var recording = recordings.getLive(request.tenant(), request.recording());
        var isEnded = ShareId.parse(request.path().getOrDefault("share", ""))
                .map(id -> new Share.Place(recording.tenant(), recording.id(), id))
                .filter(shares::revoke)
                .isPresent();
        if (!isEnded) {
            throw new ProblemException(ProblemType.NOT_FOUND, "The recording has no such share.");
        }
        return Reply.empty(204);
    }
}
