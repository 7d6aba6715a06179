package io.tapedeck.privacy.cue;

import io.tapedeck.audio.Entity;
import java.util.Optional;

/**
 * What a phrase speaks of.
 *
 * @param entity empty for what is not personal, as an order number
 * @param isStrong whether it speaks of hardly anything else
 */
public record Subject(Optional<Entity> entity, boolean isStrong) {
    static Subject strong(Entity entity) {
        return new Subject(Optional.of(entity), true);
    }

    static Subject weak(Entity entity) {
        return new Subject(Optional.of(entity), false);
    }

    static Subject notPersonal() {
        return new Subject(Optional.empty(), true);
    }

    public boolean isPersonal() {
        return entity.isPresent();
    }
}
