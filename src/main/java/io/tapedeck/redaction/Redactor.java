package io.tapedeck.redaction;

import static java.util.Objects.requireNonNull;

import io.tapedeck.audio.Range;
import io.tapedeck.audio.Redaction;
import io.tapedeck.redaction.search.ValueSearch;
import io.tapedeck.transcript.Transcript;
import java.util.List;
import java.util.Optional;

/** Says what is to be cut of calls. Made once, it may be asked from any thread. */
public final class Redactor {
    private static final String NOT_ASKED =
            "The detector outside does not know the language of the transcript and was not asked.";

    private final Finder finder;
    private final ValueSearch search = new ValueSearch();

    public Redactor(Finder finder) {
        this.finder = requireNonNull(finder);
    }

    /**
     * What a task comes to for a call.
     *
     * @param said in the call; absent where nothing is to be looked for and nobody has written it down
     * @param keypad where keys are heard that are to be cut
     */
    public RedactedCall redact(Redaction task, Sound sound, Optional<Transcript> said, List<Range> keypad) {
        var cutting = Cutting.of(task);
        return said.map(transcript -> {
                    var found = finder.find(transcript, task.entities());
                    return RedactedCall.of(transcript, found, search, sound, cutting, keypad, task.ranges())
                            .noting(notes(task, transcript));
                })
                .orElseGet(() -> RedactedCall.unheard(sound, cutting, keypad, task.ranges()));
    }

    private List<String> notes(Redaction task, Transcript said) {
        return !task.entities().isEmpty() && finder.passesOverDetector(said) ? List.of(NOT_ASKED) : List.of();
    }
}
