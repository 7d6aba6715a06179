package io.tapedeck.transcript;

import static java.util.Objects.requireNonNull;

import io.tapedeck.audio.SpeechEngine;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which engine transcribes: the one that a caller asks for, else the deployment's, else the first that there is.
 *
 * @param available those that the deployment has
 * @param preferred the deployment's
 */
public record EngineChoice(Set<SpeechEngine> available, Optional<SpeechEngine> preferred) {
    private static final String HOW =
            "To set one up, run make speech (whisper), or set OPENAI_BASE_URL, or SPEECH_ENGINE=amazon-transcribe on AWS.";

    public EngineChoice {
        available = Set.copyOf(available);
        requireNonNull(preferred);
    }

    /** @throws ProblemException transcriber-unavailable if there is none */
    public SpeechEngine choose(Optional<SpeechEngine> asked) {
        return find(asked).orElseThrow(() -> unavailable(asked.or(() -> preferred)));
    }

    /** The one for a call of which nobody says more; empty if there is none. */
    public Optional<SpeechEngine> forAnyCall() {
        return find(Optional.empty());
    }

    private Optional<SpeechEngine> find(Optional<SpeechEngine> asked) {
        var first = Stream.of(SpeechEngine.values()).filter(SpeechEngine::isForAnyCall);
        var wanted = asked.or(() -> preferred).map(Stream::of).orElse(first);
        return wanted.filter(available::contains).findFirst();
    }

    private ProblemException unavailable(Optional<SpeechEngine> wanted) {
        var missing = wanted.map("The engine %s is not set up in this deployment"::formatted)
                .orElse("This deployment has no transcription engine that is taken without being named");
        var others = available.isEmpty() ? "." : "; there is " + names() + ".";
        return new ProblemException(ProblemType.TRANSCRIBER_UNAVAILABLE, missing + others + " " + HOW);
    }

    private String names() {
        return available.stream().map(SpeechEngine::toString).sorted().collect(Collectors.joining(", "));
    }
}
