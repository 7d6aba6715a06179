package io.tapedeck.function.shares;

import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.json.OpenedShareView;
import io.tapedeck.json.SharedTranscriptView;
import io.tapedeck.json.UrlView;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.sharing.Share;
import io.tapedeck.sharing.SharedRecording;
import io.tapedeck.sharing.SharedRecordings;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Shows what is shared to whoever may see it. That is no view yet: one is counted when the audio is asked for. */
public final class OpenedShares {
    /** How long the audio can be asked for after somebody has opened the link. */
    private static final Duration OPEN = Duration.ofHours(12);

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final SharedRecordings recordings;
    private final ShareTokens tokens;
    private final SharedTranscripts transcripts;
    private final SharedWaveforms waveforms;

    public OpenedShares(
            SharedRecordings recordings, ShareTokens tokens, SharedTranscripts transcripts, SharedWaveforms waveforms) {
        this.recordings = recordings;
        this.tokens = tokens;
        this.transcripts = transcripts;
        this.waveforms = waveforms;
    }

    /** What is shared, or that there is something for one who asks for no more. */
    Reply reply(Request request, SharedRecording shared) {
        return request.method().equals("HEAD")
                ? Reply.empty(200).with("content-type", "application/json")
                : Reply.ok(view(request, shared));
    }

    private OpenedShareView view(Request request, SharedRecording shared) {
        var share = shared.share();
        var audio = recordings.audio(shared);
        var until = earlier(recordings.now().plus(OPEN), share.terms().expiresAt());
        var address = SharedLinks.address(request) + "/audio?opening=" + tokens.newOpening(share.id(), until);
        return new OpenedShareView(
                new UrlView(address, until),
                Optional.of(new UrlView(address + "&download=true", until))
                        .filter(_ -> share.terms().allowDownload()),
                title(shared.recording()),
                audio.duration(),
                share.created(),
                share.terms().expiresAt(),
                transcript(shared, share),
                waveforms.of(audio.file().key()),
                share.terms().allowDownload(),
                audio.file().key());
    }

    private Optional<SharedTranscriptView> transcript(SharedRecording shared, Share share) {
        return share.terms().includeTranscript()
                ? transcripts.of(recordings.version(shared), share.part())
                : Optional.empty();
    }

    /** No more than when it was: what else is known of a call is not shared. */
    private static String title(CallRecording recording) {
        var began = recording.details().startTime().orElse(recording.history().created());
        return "Call of " + DAY.format(began);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
