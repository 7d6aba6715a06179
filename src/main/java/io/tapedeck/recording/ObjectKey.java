package io.tapedeck.recording;

import java.util.List;
import java.util.Optional;

/** The name of an object in the bucket. */
public record ObjectKey(String value) {
    private static final String UPLOADS = "uploads/";
    private static final String AUDIO = "audio/";
    private static final String DOCUMENTS = "documents/";

    /** Where the caller sends the audio of a recording. */
    public static ObjectKey upload(TenantId tenant, RecordingId recording) {
        return new ObjectKey(UPLOADS + tenant + "/" + recording);
    }

    /**
     * Where the audio that a job makes lies for good. Each attempt writes under a key of its own, but for an ingest, whose
     * attempts all bring the same bytes.
     */
    public static ObjectKey made(Job job, int attempt, Format format) {
        var name = job.action() == Job.Action.INGEST ? "v1" : job.id().ulid() + "-" + attempt;
        return new ObjectKey(AUDIO + "%s/%s/%s.%s".formatted(job.tenant(), job.recording(), name, format.extension()));
    }

    /** Where the waveform of the audio under this key lies. */
    public ObjectKey waveform() {
        var name = value.substring(AUDIO.length(), value.lastIndexOf('.'));
        return new ObjectKey(DOCUMENTS + name + ".waveform.json");
    }

    /** What the names of all objects of a recording begin with. */
    public static List<String> prefixes(TenantId tenant, RecordingId recording) {
        return List.of(
                upload(tenant, recording).value,
                AUDIO + "%s/%s/".formatted(tenant, recording),
                DOCUMENTS + "%s/%s/".formatted(tenant, recording),
                "exports/%s/%s/".formatted(tenant, recording));
    }

    /** The tenant under whose uploads this lies; empty for any other key. */
    public Optional<TenantId> uploadingTenant() {
        var parts = value.split("/", 3);
        return value.startsWith(UPLOADS) && parts.length == 3 ? TenantId.parse(parts[1]) : Optional.empty();
    }

    /** The part after the tenant's prefix. */
    public String uploadName() {
        return value.split("/", 3)[2];
    }

    @Override
    public String toString() {
        return value;
    }
}
