package io.tapedeck.http;

import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.json.Json;
import io.tapedeck.recording.UsageStore.Opening;
import java.time.Instant;
import java.util.Optional;

/**
 * Links that open audio, or an export, until they expire. They carry what they grant, signed, so that nothing has to be stored; the
 * bytes themselves are only ever reached by a presigned URL of a minute, so a link ends when its recording does.
 */
public final class SecureLinks {
    private static final String PURPOSE = "link";
    private static final String OPENER = "opener";

    private final Seal seal;
    private final Json json;

    public SecureLinks(Seal seal, Json json) {
        this.seal = seal;
        this.json = json;
    }

    /** The link's path, to be put after the address of the API. */
    public String path(Grant grant) {
        return "/u/" + seal.sign(PURPOSE, json.write(grant));
    }

    /** What a link grants; empty if this program did not make it. */
    public Optional<Grant> open(String token) {
        return seal.verify(PURPOSE, token).map(text -> json.read(text, Grant.class));
    }

    /** Who opens a link: the same link from the same address by the same program is the same opener. */
    public Opening opening(String token, Request request) {
        return new Opening(seal.fingerprint(OPENER, String.join("\n", token, request.address(), request.agent())));
    }

    /**
     * What a link opens.
     *
     * @param version of the audio; absent for the current one
     * @param export the job whose export it opens; absent where it opens audio
     * @param since the last redaction when it was made, 0 where there was none: it dies with another
     * @param inline whether it is to be played rather than saved
     * @param fileName what to save it as; absent for the recording's own name
     */
    public record Grant(
            TenantId tenant,
            RecordingId recording,
            Optional<Integer> version,
            Optional<JobId> export,
            Instant expiresAt,
            int since,
            boolean inline,
            Optional<String> fileName) {}
}
