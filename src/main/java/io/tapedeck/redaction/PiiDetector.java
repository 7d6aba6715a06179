package io.tapedeck.redaction;

import io.tapedeck.audio.Entity;
import io.tapedeck.privacy.Span;
import io.tapedeck.transcript.Transcript;
import java.util.List;
import java.util.Set;

/** Finds personal data outside, besides what is found here. */
public interface PiiDetector {
    /** @param language as BCP 47 has it */
    boolean knows(String language);

    /**
     * Where a transcript says something of these kinds, in any order; spans may share words. Whoever cannot tell, all of it, fails with a
     * {@code TemporaryFailureException}: a part would be taken for everything that there is.
     *
     * @param language one that it knows
     */
    List<Span> find(Transcript transcript, String language, Set<Entity> entities);
}
