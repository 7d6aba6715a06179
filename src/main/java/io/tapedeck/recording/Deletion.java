package io.tapedeck.recording;

import static java.util.Objects.requireNonNull;

import io.tapedeck.id.WireNames;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The certificate of what was destroyed.
 *
 * @param objects how many objects were destroyed
 * @param stage how far it is
 */
public record Deletion(
        Instant at, Actor actor, Reason reason, int objects, List<DestroyedVersion> versions, Stage stage) {

    /** How long a tombstone is kept. */
    public static final Duration TOMBSTONE_KEPT = Duration.ofDays(30);

    /** After how long a deletion that is not through must have been abandoned. */
    private static final Duration DESTROYING_TAKES = Duration.ofMinutes(5);

    /** How long after a deletion no URL to upload to and no worker of the recording can be left. */
    private static final Duration LAST_LOOK = Duration.ofDays(2);

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

    /** When the sweep must look at it. */
    Optional<Instant> due() {
        return switch (stage) {
            case DESTROYING -> Optional.of(at.plus(DESTROYING_TAKES));
            case DESTROYED -> Optional.of(at.plus(LAST_LOOK));
            case CLOSED -> Optional.empty();
        };
    }

    /** Whether nobody needs to see it any more. */
    boolean isExpired(Instant now) {
        return !at.plus(TOMBSTONE_KEPT).isAfter(now);
    }

    /** The same at another stage, with more objects destroyed. */
    public Deletion at(Stage reached, int more) {
        return new Deletion(at, actor, reason, objects + more, versions, reached);
    }
}
