package io.tapedeck.function.shares;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.funqy.Funq;
import io.tapedeck.http.ContentDisposition;
import io.tapedeck.http.Exchange;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.sharing.Share;
import io.tapedeck.sharing.SharedAudio;
import io.tapedeck.sharing.SharedRecording;
import io.tapedeck.sharing.SharedRecordings;
import io.tapedeck.storage.AudioStore;
import java.time.Duration;

/**
 * Sends on to what is shared by a presigned URL of a minute. The first time that an opening asks for it is a view, and leaves an
 * event; the many requests of one player are one.
 */
public class OpenSharedAudioFunction {
    private static final Duration VALIDITY = Duration.ofMinutes(1);

    private final Exchange exchange;
    private final SharedLinks links;
    private final SharedRecordings recordings;
    private final Views views;
    private final AudioStore audio;
    private final ShareReplies replies;

    OpenSharedAudioFunction(
            Exchange exchange,
            SharedLinks links,
            SharedRecordings recordings,
            Views views,
            AudioStore audio,
            ShareReplies replies) {
        this.exchange = exchange;
        this.links = links;
        this.recordings = recordings;
        this.views = views;
        this.audio = audio;
        this.replies = replies;
    }

    @Funq("openSharedAudio")
    public APIGatewayV2HTTPResponse openSharedAudio(APIGatewayV2HTTPEvent event) {
        return exchange.answerAnyone(event, "openSharedAudio", this::openSharedAudio, replies::shown);
    }

    private Reply openSharedAudio(Request request) {
        var shared = links.find(request);
        var opening = links.opening(shared.share(), request).id().value();
        var disposition = disposition(request, shared.share());
        var heard = recordings.audio(shared);
        var header = disposition.value(fileName(shared, heard));
        if (request.method().equals("HEAD")) {
            views.requireLeft(shared.share(), opening);
            return Reply.headersOf(heard.format().contentType(), heard.file().size(), header);
        }
        refusePreviews(request);
        if (!views.count(shared, opening)) {
            links.find(request);
            throw new ProblemException(ProblemType.GONE, "This link has just ended.");
        }
        return Reply.redirect(audio.presignDownload(
                heard.file().key(), heard.format().contentType(), header, validity(shared.share())));
    }

    private static ContentDisposition disposition(Request request, Share share) {
        var isDownload = request.query().flag("download");
        request.query().only("opening", "download");
        if (isDownload && !share.terms().allowDownload()) {
            throw new ProblemException(ProblemType.FORBIDDEN, "This link is for listening only.");
        }
        return isDownload ? ContentDisposition.ATTACHMENT : ContentDisposition.INLINE;
    }

    private static void refusePreviews(Request request) {
        if (Previews.asks(request)) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN, "The audio is for who opens the link, not for previews of it.");
        }
    }

    private static String fileName(SharedRecording shared, SharedAudio heard) {
        var suffix = shared.share().part().isClip() ? "-clip" : "";
        return shared.recording().id() + suffix + "." + heard.format().extension();
    }

    /** Others that open the link at the same time can make this one wait until it is over. */
    private Duration validity(Share share) {
        var left = Duration.between(recordings.now(), share.terms().expiresAt());
        if (!left.isPositive()) {
            throw new ProblemException(ProblemType.GONE, "This link has expired.");
        }
        return left.compareTo(VALIDITY) < 0 ? left : VALIDITY;
    }
}
