package io.tapedeck.function.pages;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.page.Assets;
import io.tapedeck.page.Assets.Asset;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import java.nio.charset.StandardCharsets;

/** Serves a file that pages load. Its name is of its content, so that it is kept for good. */
public class AssetFunction {
    private final Exchange exchange;
    private final Assets assets;

    AssetFunction(Exchange exchange, Assets assets) {
        this.exchange = exchange;
        this.assets = assets;
    }

    @Funq("asset")
    public APIGatewayV2HTTPResponse asset(APIGatewayV2HTTPEvent event) {
        return exchange.answerAnyone(event, "asset", this::asset);
    }

    private Reply asset(Request request) {
        var asset = assets.find(request.path().getOrDefault("name", ""))
                .orElseThrow(
                        () -> new ProblemException(ProblemType.NOT_FOUND, "There is no resource at this address."));
        var reply = request.method().equals("HEAD") ? head(asset) : Reply.ok(asset.text());
        return reply.with("content-type", asset.contentType())
                .with("cache-control", "public, max-age=31536000, immutable")
                .with("vary", "accept-encoding")
                .with("x-content-type-options", "nosniff");
    }

    private static Reply head(Asset asset) {
        var length = asset.text().getBytes(StandardCharsets.UTF_8).length;
        return Reply.empty(200).with("content-length", String.valueOf(length));
    }
}
