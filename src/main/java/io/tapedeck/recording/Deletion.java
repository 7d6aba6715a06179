package io.tapedeck.recording;

import static java.util.Objects.requireNonNull;

import io.tapedeck.id.WireNames;
import java.time.Instant;
import java.util.List;

/**
 * The certificate of what was destroyed.
 *
 * @param objects how many objects were destroyed
 * @param stage how far it is
 */
public record Deletion(
        Instant at, Actor actor, Reason reason, int objects, List<DestroyedVersion> versions, Stage stage) {

    public Deletion {
        requireNonNull(at);
        requireNonNull(actor);
        requireNonNull(reason);
        requireNonNull(stage);
        versions = List.copyOf(versions);
    }

    /** Why a recording was deleted. */
    public enum Reason {
        REQUEST,
        RETENTION;

        @Override
        public String toString() {
            return WireNames.name(this);
        }
    }

    /** A version of the audio whose bytes are gone. */
    public record DestroyedVersion(int version, String sha256) {
        public DestroyedVersion {
            requireNonNull(sha256);
        }
    }

    /** How far a deletion is. */
    public enum Stage {
        /** Nobody can see the audio any more; its objects are being destroyed. */
        DESTROYING,
        /** All objects are gone. */
        DESTROYED,
        /** What came late, through a URL given out before, is gone as well. */
        CLOSED;

        @Override
        public String toString() {
            return WireNames.name(this);
        }
    }

    /** The same at another stage, with more objects destroyed. */
    public Deletion at(Stage reached, int more) {
        return new Deletion(at, actor, reason, objects + more, versions, reached);
    }
}
