package io.tapedeck.sharing;

import static java.util.Objects.requireNonNull;

import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.ShareId;
import io.tapedeck.id.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A link by which whoever has it hears a recording. Its token is not kept.
 *
 * @param token SHA-256 of it, lower-case hexadecimal
 * @param password absent where the link alone is enough
 * @param clip the part that was cut out for it; absent until then, and where all is shared
 * @param views how often it was opened
 * @param tries at the password
 * @param revoked whether somebody ended it; what it held is being destroyed
 */
public record Share(
        ShareId id,
        TenantId tenant,
        RecordingId recording,
        String token,
        Instant created,
        SharedPart part,
        ShareTerms terms,
        Optional<Password> password,
        Optional<SharedAudio> clip,
        int views,
        Tries tries,
        boolean revoked) {
    /** How long after its end it is still said that it has ended. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    public Share {
        requireNonNull(id);
        requireNonNull(tenant);
        requireNonNull(recording);
        requireNonNull(token);
        requireNonNull(created);
        requireNonNull(part);
        requireNonNull(terms);
        requireNonNull(password);
        requireNonNull(clip);
        requireNonNull(tries);
    }

    /** A new one that nobody has opened. */
    public static Share create(
            Place place,
            String token,
            Instant created,
            SharedPart part,
            ShareTerms terms,
            Optional<Password> password) {
        return new Share(
                place.share(),
                place.tenant(),
                place.recording(),
                token,
                created,
                part,
                terms,
                password,
                Optional.empty(),
                0,
                Tries.NONE,
                false);
    }

    /** Where it is kept. */
    public Place place() {
        return new Place(tenant, recording, id);
    }

    /** The job that cuts its part out, where it is of a part. */
    public JobId job() {
        return new JobId(id.ulid());
    }

    /** Whether its time is over. */
    public boolean isExpired(Instant now) {
        return !terms.expiresAt().isAfter(now);
    }

    /** Whether it was opened as often as it may be. */
    public boolean isUsedUp() {
        return terms.maxViews().filter(most -> views >= most).isPresent();
    }

    /** From when on it is as if it had never been. */
    public Instant forgottenAt() {
        return terms.expiresAt().plus(REMEMBERED);
    }

    /** Whether it is there at all, be it expired or used up. */
    public boolean isKnown(Instant now) {
        return !revoked && forgottenAt().isAfter(now);
    }

    /**
     * Where a share is kept.
     *
     * @param recording that it is of
     */
    public record Place(TenantId tenant, RecordingId recording, ShareId share) {
        public Place {
            requireNonNull(tenant);
            requireNonNull(recording);
            requireNonNull(share);
        }
    }
}
