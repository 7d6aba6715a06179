package io.tapedeck.function.links;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.http.ContentDisposition;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.http.SecureLinks;
import io.tapedeck.http.SecureLinks.Grant;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.recording.Actor;
import io.tapedeck.recording.AudioFiles;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.recording.Clearance;
import io.tapedeck.recording.Recordings;
import io.tapedeck.storage.AudioStores;
import java.time.Duration;

/**
 * Opens a secure link: sends on to the audio by a presigned URL of a minute, which is good for all of it, whatever range was
 * asked for. So each leaves an event; the many requests of one player are one download.
 */
public class OpenLinkFunction {
    private static final Duration VALIDITY = Duration.ofMinutes(1);
    private static final Actor ACTOR = new Actor("share:link");

    private final Exchange exchange;
    private final Recordings recordings;
    private final AudioFiles files;
    private final Downloads downloads;
    private final AudioStores audio;
    private final SecureLinks links;

    OpenLinkFunction(
            Exchange exchange,
            Recordings recordings,
            AudioFiles files,
            Downloads downloads,
            AudioStores audio,
            SecureLinks links) {
        this.exchange = exchange;
        this.recordings = recordings;
        this.files = files;
        this.downloads = downloads;
        this.audio = audio;
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
        var recording = recordings.get(grant.tenant(), grant.recording());
        requireSameRedaction(grant, recording);
        var version = files.find(recording, grant.version(), Clearance.REDACTED);
        var name = grant.fileName().orElse(AudioFiles.fileName(recording, version));
        var disposition =
                grant.inline() ? ContentDisposition.INLINE.value(name) : ContentDisposition.ATTACHMENT.value(name);
        if (request.method().equals("HEAD")) {
            return head(version, disposition);
        }
        var type = version.measures().format().contentType();
        downloads.countOpening(recording, links.opening(token, request), ACTOR);
        return Reply.redirect(audio.of(version.file().storage())
                .presignDownload(version.file().key(), type, disposition, validity(grant)));
    }

    private static void requireSameRedaction(Grant grant, CallRecording recording) {
        if (grant.since() != recording.history().redaction()) {
            throw new ProblemException(
                    ProblemType.GONE, "The recording was redacted after this link was made; ask for a new one.");
        }
    }

    /** A presigned URL is good for one method only, so what a GET would bring is told here. */
    private static Reply head(AudioVersion version, String disposition) {
        return Reply.empty(200)
                .with("content-type", version.measures().format().contentType())
                .with("content-length", String.valueOf(version.file().size()))
                .with("content-disposition", disposition)
                .with("accept-ranges", "bytes")
                .with("cache-control", "no-store");
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
