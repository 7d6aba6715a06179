package io.tapedeck.recording;

import java.util.List;
import java.util.Optional;

/** The name of an object in the bucket. */
public record ObjectKey(String value) {
    private static final String UPLOADS = "uploads/";

    /** Where the caller sends the audio of a recording. */
    public static ObjectKey upload(TenantId tenant, RecordingId recording) {
        return new ObjectKey(UPLOADS + tenant + "/" + recording);
    }

    /** Where a version of the audio lies for good. */
    public static ObjectKey audio(TenantId tenant, RecordingId recording, int version, Format format) {
        return new ObjectKey("audio/%s/%s/v%d.%s".formatted(tenant, recording, version, format.extension()));
    }

    /** Where the waveform of a version lies. */
    public static ObjectKey waveform(TenantId tenant, RecordingId recording, int version) {
        return new ObjectKey("documents/%s/%s/v%d.waveform.json".formatted(tenant, recording, version));
    }

    /** What the names of all objects of a recording begin with. */
    public static List<String> prefixes(TenantId tenant, RecordingId recording) {
        return List.of(
                upload(tenant, recording).value,
                "audio/%s/%s/".formatted(tenant, recording),
                "documents/%s/%s/".formatted(tenant, recording),
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
