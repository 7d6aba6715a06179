package io.tapedeck.http;

import io.tapedeck.access.Scope;
import io.tapedeck.http.SecureLinks.Grant;
import io.tapedeck.id.Seconds;
import io.tapedeck.json.RecordingView;
import io.tapedeck.json.RecordingView.Addresses;
import io.tapedeck.json.RecordingViews;
import io.tapedeck.recording.CallRecording;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Shows recordings to callers, with the addresses that each may have. */
public final class Answers {
    private static final Duration SECURE_URL = Duration.ofMinutes(15);

    private final RecordingViews views;
    private final SecureLinks links;
    private final Clock clock;

    public Answers(RecordingViews views, SecureLinks links, Clock clock) {
        this.views = views;
        this.links = links;
        this.clock = clock;
    }

    /** The recording with its ETag. */
    public Reply recording(int status, Request request, CallRecording recording) {
        return recording(status, recording, view(request, recording));
    }

    /** A view of the recording with its ETag. */
    public Reply recording(int status, CallRecording recording, RecordingView view) {
        return Reply.of(status, view).with("etag", Conditions.etag(recording));
    }

    /** The recording as this caller may see it. */
    public RecordingView view(Request request, CallRecording recording) {
        var address = address(request, recording);
        var secure = recording
                .audio()
                .filter(_ -> request.caller()
                        .filter(caller -> caller.scopes().contains(Scope.DOWNLOAD))
                        .isPresent())
                .filter(_ -> !recording.retention().isExpired(now()))
                .map(_ -> request.base() + links.path(grant(recording)));
        return views.view(
                recording,
                new Addresses(Optional.of(address + "/download"), secure, Optional.of(address + "/transcript")));
    }

    /** The address of a recording in the API. */
    public static String address(Request request, CallRecording recording) {
        return request.base() + "/v1/recordings/" + recording.id();
    }

    private Grant grant(CallRecording recording) {
        return new Grant(
                recording.tenant(),
                recording.id(),
                Optional.empty(),
                now().plus(SECURE_URL),
                recording.history().redaction(),
                false,
                Optional.empty());
    }

    private Instant now() {
        return Seconds.now(clock);
    }
}
