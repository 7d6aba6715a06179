package io.tapedeck.comprehend;

import static java.util.Objects.requireNonNull;

import io.tapedeck.audio.Entity;
import io.tapedeck.aws.AwsAddress;
import io.tapedeck.aws.AwsAnswer;
import io.tapedeck.aws.SignedCalls;
import io.tapedeck.concurrency.Deadline;
import io.tapedeck.privacy.Span;
import io.tapedeck.problem.Failure;
import io.tapedeck.problem.TemporaryFailureException;
import io.tapedeck.redaction.PiiDetector;
import io.tapedeck.rest.Patience;
import io.tapedeck.transcript.Transcript;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Has Amazon Comprehend find personal data in the words of a call. All parts of a call are answered, and in a form that can be read, or it
 * fails, which the job is tried again for.
 */
public final class ComprehendPii implements PiiDetector {
    /** An answer takes a second or two, and a call of eight hours has some 40 of them. */
    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(20), Duration.ofMinutes(4), Duration.ofMillis(400));

    private final SignedCalls calls;

    ComprehendPii(SignedCalls calls) {
        this.calls = requireNonNull(calls);
    }

    /** That of a region. */
    public static ComprehendPii in(String region, Clock clock, Deadline deadline) {
        return new ComprehendPii(
                SignedCalls.to(AwsAddress.of("comprehend", "comprehend", region), PATIENCE, clock, deadline));
    }

    @Override
    public boolean knows(String language) {
        return ComprehendLanguages.codeForPersonalData(language).isPresent();
    }

    /**
     * {@inheritDoc}
     *
     * @throws TemporaryFailureException if Comprehend refuses, does not answer, or answers what cannot be read
     */
    @Override
    public List<Span> find(Transcript transcript, String language, Set<Entity> entities) {
        var code = ComprehendLanguages.codeForPersonalData(language).orElseThrow();
        if (!PiiTypes.haveAny(entities)) {
            return List.of();
        }
        var end = calls.end();
        var spans = new ArrayList<Span>();
        for (var passage : Passage.of(transcript)) {
            var answer = calls.post(PiiRequest.of(passage.text(), code), end);
            spans.addAll(spans(answer, passage, entities));
        }
        return List.copyOf(spans);
    }

    private static List<Span> spans(AwsAnswer answer, Passage passage, Set<Entity> entities) {
        return switch (answer) {
            case AwsAnswer.Answered(var body) -> read(body, passage, entities);
            case AwsAnswer.Oversized() -> throw unreadable();
            case AwsAnswer.Refused _ ->
                throw failure(
                        "detector-refused",
                        "Amazon Comprehend refused to look for personal data; whoever runs this deployment finds the reason in its log.");
            case AwsAnswer.Unavailable() ->
                throw failure(
                        "detector-unavailable",
                        "Amazon Comprehend takes no requests at the moment, or did not answer in time.");
        };
    }

    private static List<Span> read(byte[] body, Passage passage, Set<Entity> entities) {
        try {
            return Detected.read(body, passage.length()).stream()
                    .filter(found -> entities.contains(found.entity()))
                    .flatMap(found -> passage.spans(found).stream())
                    .toList();
        } catch (IllegalArgumentException unreadable) {
            throw unreadable();
        }
    }

    private static TemporaryFailureException unreadable() {
        return failure("detector-failed", "What Amazon Comprehend says of personal data cannot be read.");
    }

    private static TemporaryFailureException failure(String code, String message) {
        return new TemporaryFailureException(new Failure(code, message), Optional.empty());
    }
}
