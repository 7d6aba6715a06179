package io.tapedeck.function.shares;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.access.Scope;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.id.ShareId;
import io.tapedeck.json.SharedUrlView;
import io.tapedeck.recording.AudioFiles;
import io.tapedeck.recording.Clearance;
import io.tapedeck.recording.Recordings;
import io.tapedeck.sharing.Password;
import io.tapedeck.sharing.Share;
import io.tapedeck.sharing.Shares;
import java.security.SecureRandom;
import java.util.Optional;

/** Makes a link by which people hear a recording, or a part of it. It is shown in the answer and nowhere else. */
public class ShareFunction {
    private final Exchange exchange;
    private final Recordings recordings;
    private final AudioFiles files;
    private final Shares shares;
    private final ShareTokens tokens;
    private final SecureRandom random;

    ShareFunction(
            Exchange exchange,
            Recordings recordings,
            AudioFiles files,
            Shares shares,
            ShareTokens tokens,
            SecureRandom random) {
        this.exchange = exchange;
        this.recordings = recordings;
        this.files = files;
        this.shares = shares;
        this.tokens = tokens;
        this.random = random;
    }

    @Funq("share")
    public APIGatewayV2HTTPResponse share(APIGatewayV2HTTPEvent event) {
        return exchange.answer(event, "share", Scope.DOWNLOAD, this::share);
    }

    private Reply share(Request request) {
        var wanted = ShareRequest.read(request);
        var recording = recordings.get(request.tenant(), request.recording());
        var version = files.find(recording, Optional.empty(), Clearance.REDACTED);
        var part = wanted.part(recording, version);
        var token = tokens.create();
        var now = recordings.now();
        var place = new Share.Place(recording.tenant(), recording.id(), new ShareId(request.seed()));
        var password = wanted.password().map(text -> Password.of(text, random));
        var share = Share.create(place, ShareTokens.hash(token), now, part, wanted.terms(now), password);
        shares.make(share, version, request.caller().orElseThrow().actor());
        var url = SharedLinks.address(request, token);
        return Reply.of(
                        201,
                        new SharedUrlView(
                                share.id().toString(), url, share.terms().expiresAt()))
                .with("cache-control", "no-store");
    }
}
