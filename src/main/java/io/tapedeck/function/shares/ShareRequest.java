package io.tapedeck.function.shares;

import io.tapedeck.http.FieldErrors;
import io.tapedeck.http.Fields;
import io.tapedeck.http.Request;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.recording.AudioVersion;
import io.tapedeck.recording.CallRecording;
import io.tapedeck.sharing.ShareTerms;
import io.tapedeck.sharing.SharedPart;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody wants to share, and how.
 *
 * @param start seconds; absent for the beginning
 * @param end seconds; absent for the end
 * @param follow whether it is always to be of the current version
 */
record ShareRequest(
        Duration expiresIn,
        Optional<String> password,
        Optional<Integer> maxViews,
        boolean allowDownload,
        boolean includeTranscript,
        Optional<Double> start,
        Optional<Double> end,
        boolean follow) {
    private static final int LARGEST = 16 * 1024;
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(365);
    private static final Duration USUAL = Duration.ofDays(7);
    private static final int SHORTEST_PASSWORD = 4;
    private static final int LONGEST_PASSWORD = 128;

    /** Seconds; no audio that is taken here is as long. */
    private static final double LATEST = 10_000_000;

    private static final double FIRST_END = 0.001;

    /** Seconds by which a time that was rounded to milliseconds differs. */
    private static final double ROUNDED = 0.0006;

    static ShareRequest read(Request request) {
        var errors = new FieldErrors();
        var body = request.json(LARGEST, errors);
        var wanted = new ShareRequest(
                body.integer("expiresIn", SHORTEST.toSeconds(), LONGEST.toSeconds())
                        .map(Duration::ofSeconds)
                        .orElse(USUAL),
                body.text("password", SHORTEST_PASSWORD, LONGEST_PASSWORD),
                body.integer("maxViews", 1, Integer.MAX_VALUE).map(Long::intValue),
                body.flag("allowDownload").orElse(false),
                body.flag("includeTranscript").orElse(false),
                body.number("start", 0, LATEST),
                body.number("end", FIRST_END, LATEST),
                body.flag("follow").orElse(false));
        wanted.check(body);
        body.done();
        request.query().only();
        errors.refuse();
        return wanted;
    }

    ShareTerms terms(Instant now) {
        return new ShareTerms(now.plus(expiresIn), maxViews, allowDownload, includeTranscript);
    }

    /**
     * What is shared of a recording.
     *
     * @param version that it is of now
     * @throws ProblemException invalid-request if the part is not in the audio; unprocessable-audio if it cannot be cut out
     */
    SharedPart part(CallRecording recording, AudioVersion version) {
        var duration = version.measures().duration();
        requireWithin(duration);
        var part = new SharedPart(
                Optional.of(version.number()).filter(_ -> !follow),
                start.filter(from -> from > 0),
                end.filter(to -> to < duration - ROUNDED),
                recording.history().redaction());
        if (part.isClip()) {
            requireFeasible(part, version);
        }
        return part;
    }

    private void check(Fields body) {
        if (follow && (start.isPresent() || end.isPresent())) {
            body.wrong(
                    "follow", "cannot be true with start or end: a part is cut out of the version that there is now");
        }
        if (start.isPresent() && end.isPresent() && end.get() <= start.get()) {
            body.wrong("end", "must be after start");
        }
    }

    private void requireWithin(double duration) {
        if (start.filter(from -> from >= duration).isPresent()) {
            throw ProblemException.invalid(
                    "/start", beyond("must be before the end of the audio, at %.3f s", duration));
        } else if (end.filter(to -> to > duration + ROUNDED).isPresent()) {
            throw ProblemException.invalid(
                    "/end", beyond("must not be after the end of the audio, at %.3f s", duration));
        }
    }

    private static String beyond(String message, double duration) {
        return String.format(Locale.ROOT, message, duration);
    }

    private static void requireFeasible(SharedPart part, AudioVersion version) {
        part.obstacle(version.measures()).ifPresent(failure -> {
            throw new ProblemException(ProblemType.UNPROCESSABLE_AUDIO, failure.message());
        });
    }
}
