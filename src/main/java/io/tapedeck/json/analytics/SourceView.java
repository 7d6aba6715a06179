package io.tapedeck.json.analytics;

import io.tapedeck.analytics.words.Miss;
import io.tapedeck.analytics.words.Provenance;
import java.util.Optional;

/**
 * What a figure comes from.
 *
 * @param name of our own way, or of the engine outside
 * @param missed why what an engine outside said was not taken
 */
public record SourceView(String name, Optional<Miss> missed) {
    static SourceView of(Provenance<?> provenance) {
        return new SourceView(provenance.source().toString(), provenance.missed());
    }
}
