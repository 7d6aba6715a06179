package io.tapedeck.redaction;

import static java.util.Objects.requireNonNull;

import io.tapedeck.audio.Entity;
import io.tapedeck.privacy.PersonalData;
import io.tapedeck.privacy.Span;
import io.tapedeck.transcript.Transcript;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what is personal in a call: here, and by the detector of the deployment besides. */
public final class Finder {
    /** What nobody knows the language of is taken for this. */
    private static final String ENGLISH = "en";

    private final PersonalData own;
    private final Optional<PiiDetector> detector;

    /** @param detector adds to what is found here, and takes nothing from it */
    public Finder(PersonalData own, Optional<PiiDetector> detector) {
        this.own = requireNonNull(own);
        this.detector = requireNonNull(detector);
    }

    /**
     * Where a transcript says something of these kinds, in the order of its segments and words. No two spans share a word. Where a detector
     * has to be asked and cannot tell, that fails: nobody redacts with less than the deployment wants.
     */
    public List<Span> find(Transcript transcript, Set<Entity> entities) {
        if (entities.isEmpty()) {
            return List.of();
        }
        var language = language(transcript);
        var others = detector.filter(outside -> outside.knows(language))
                .map(outside -> outside.find(transcript, language, entities))
                .orElse(List.of());
        return own.find(transcript, entities, others);
    }

    /** Whether there is a detector that does not know the language, and is not asked for that. */
    public boolean passesOverDetector(Transcript transcript) {
        return detector.filter(outside -> !outside.knows(language(transcript))).isPresent();
    }

    private static String language(Transcript transcript) {
        return transcript.origin().language().orElse(ENGLISH);
    }
}
