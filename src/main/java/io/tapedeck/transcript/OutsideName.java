package io.tapedeck.transcript;

import static java.util.Objects.requireNonNull;

import io.tapedeck.id.JobId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.TenantId;
import io.tapedeck.id.Ulid;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * By what a job is known at an engine elsewhere. It is the same however often it is asked for, and tells whose it is.
 *
 * @param deployment that the job belongs to: letters, digits and hyphens, 64 at most
 */
public record OutsideName(String deployment, TenantId tenant, RecordingId recording, JobId job) {
    private static final Pattern DEPLOYMENT = Pattern.compile("[A-Za-z0-9-]{1,64}");

    public OutsideName {
        if (!DEPLOYMENT.matcher(deployment).matches()) {
            throw new IllegalArgumentException("not the name of a deployment");
        }
        requireNonNull(tenant);
        requireNonNull(recording);
        requireNonNull(job);
    }

    /** That of audio which is to be transcribed. */
    public static OutsideName of(String deployment, SpeechSource source) {
        return new OutsideName(deployment, source.tenant(), source.recording(), source.job());
    }

    /** Empty where the text is no such name, or one of another deployment's. */
    public static Optional<OutsideName> parse(String deployment, String text) {
        var parts = text.split("\\.", -1);
        if (parts.length != 4 || !parts[0].equals(deployment)) {
            return Optional.empty();
        }
        return TenantId.parse(parts[1])
                .flatMap(tenant -> Ulid.parse(parts[2])
                        .flatMap(recording -> Ulid.parse(parts[3])
                                .map(job -> new OutsideName(
                                        deployment, tenant, new RecordingId(recording), new JobId(job)))));
    }

    /** At most 200 letters, digits, hyphens and dots. */
    @Override
    public String toString() {
        return String.join(
                ".",
                deployment,
                tenant.value(),
                recording.ulid().value(),
                job.ulid().value());
    }
}
