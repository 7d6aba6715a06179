package io.tapedeck.function.links;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.http.SecureLinks;
import io.tapedeck.http.SecureLinks.Grant;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.recording.Recordings;
import java.time.Duration;

/**
 * Opens a secure link: sends on to the audio or the export by a presigned URL of a minute, which is good for all of it, whatever range
 * was asked for. So each leaves an event; the many requests of one player are one download.
 */
public class OpenLinkFunction {
    private static final Duration VALIDITY = Duration.ofMinutes(1);

    private final Exchange exchange;
    private final Recordings recordings;
    private final LinkedFiles files;
    private final Downloads downloads;
    private final SecureLinks links;

    OpenLinkFunction(
            Exchange exchange, Recordings recordings, LinkedFiles files, Downloads downloads, SecureLinks links) {
        this.exchange = exchange;
        this.recordings = recordings;
        this.files = files;
        this.downloads = downloads;
        this.links = links;
    }

    @Funq("openLink")
    public APIGatewayV2HTTPResponse openLink(APIGatewayV2HTTPEvent event) {
        return exchange.answerAnyone(event, "openLink", this::openLink);
    }

    private Reply openLink(Request request) {
        var token = request.path().getOrDefault("token", "");
        var grant = links.open(token)
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "This link does not exist."));
        left(grant);
        var file = files.find(grant);
        if (request.method().equals("HEAD")) {
            return Reply.headersOf(file.contentType(), file.size(), file.disposition());
        }
        downloads.countOpening(file, links.opening(token, request));
        return Reply.redirect(file.url(validity(grant)));
    }

    private Duration validity(Grant grant) {
        var left = left(grant);
        return left.compareTo(VALIDITY) < 0 ? left : VALIDITY;
    }

    /** Others that open the link at the same time can make this one wait until it is over. */
    private Duration left(Grant grant) {
        var left = Duration.between(recordings.now(), grant.expiresAt());
        if (!left.isPositive()) {
            throw new ProblemException(ProblemType.GONE, "This link has expired.");
        }
        return left;
    }
}
