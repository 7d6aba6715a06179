package io.tapedeck.storage;

import static java.util.Objects.requireNonNull;

import io.tapedeck.audio.Format;
import io.tapedeck.id.ExportId;
import io.tapedeck.id.RecordingId;
import io.tapedeck.id.Sha256;
import io.tapedeck.id.ShareId;
import io.tapedeck.id.StorageName;
import io.tapedeck.id.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where an object lies.
 *
 * @param storage that holds it; absent for the deployment's own bucket
 * @param value its name there
 */
public record ObjectKey(Optional<StorageName> storage, String value) {
    private static final char COLON = ':';

    public ObjectKey {
        requireNonNull(storage);
        requireNonNull(value);
    }

    /** In the deployment's own bucket. */
    public ObjectKey(String value) {
        this(Optional.empty(), value);
    }

    /** Reads what {@link #toString} wrote. */
    public static ObjectKey parse(String text) {
        var colon = text.indexOf(COLON);
        var slash = text.indexOf('/');
        var storage = colon >= 0 && colon < slash
                ? StorageName.parse(text.substring(0, colon))
                : Optional.<StorageName>empty();
        return storage.isPresent() ? new ObjectKey(storage, text.substring(colon + 1)) : new ObjectKey(text);
    }

    /** The same name in a storage; absent for the deployment's own bucket. */
    public ObjectKey in(Optional<StorageName> other) {
        return new ObjectKey(other, value);
    }

    static final String AUDIO = "audio/";
    static final String DOCUMENTS = "documents/";
    static final String EXPORTS = "exports/";
    static final String SHARES = "shares/";

    private static final String UPLOADS = "uploads/";
    private static final String NOTE = ".note";
    private static final String KEPT = "kept-";
    private static final String ADOPTED = ".adopted";
    private static final String AWAITING = ".awaiting";
    private static final String REJECTED = "rejected/";
    private static final int LONGEST = 1024;

    /** Where the caller sends the audio of a recording. */
    public static ObjectKey upload(TenantId tenant, RecordingId recording) {
        return new ObjectKey(UPLOADS + tenant + "/" + recording);
    }

    /** Where a file that came without being announced lies until it is taken in, so that nobody can overwrite it. */
    public static ObjectKey adopted(TenantId tenant, RecordingId recording) {
        return new ObjectKey(upload(tenant, recording).value + ADOPTED);
    }

    /** Where what was said in a call lies until its audio comes. */
    public static ObjectKey awaiting(TenantId tenant, String call) {
        return new ObjectKey(UPLOADS + tenant + "/" + Sha256.hex(call.getBytes(StandardCharsets.UTF_8)) + AWAITING);
    }

    /** Where audio of a recording lies for good. */
    public static ObjectKey audio(TenantId tenant, RecordingId recording, String name, Format format) {
        return new ObjectKey(AUDIO + "%s/%s/%s.%s".formatted(tenant, recording, name, format.extension()));
    }

    /** Where the part of a recording's audio lies that a share is of. */
    public static ObjectKey clip(TenantId tenant, RecordingId recording, ShareId share, Format format) {
        return new ObjectKey(SHARES + "%s/%s/%s.%s".formatted(tenant, recording, share, format.extension()));
    }

    /** Where the waveform of the audio under this key lies. */
    public ObjectKey waveform() {
        var name = value.substring(value.indexOf('/') + 1, value.lastIndexOf('.'));
        return new ObjectKey(storage, DOCUMENTS + name + ".waveform.json");
    }

    /** Where the audio under this key lies once it is only kept, for those who may still reach it. */
    public ObjectKey kept() {
        var folder = value.lastIndexOf('/') + 1;
        return new ObjectKey(storage, value.substring(0, folder) + KEPT + value.substring(folder));
    }

    /** Where audio lay before it was only kept. */
    public ObjectKey unkept() {
        var folder = value.lastIndexOf('/') + 1;
        return new ObjectKey(storage, value.substring(0, folder) + value.substring(folder + KEPT.length()));
    }

    /** Whether audio lies here that is only kept. */
    public boolean isKept() {
        return value.startsWith(KEPT, value.lastIndexOf('/') + 1);
    }

    /** Where a transcript of a recording lies. */
    public static ObjectKey transcript(TenantId tenant, RecordingId recording, String name) {
        return document(tenant, recording, name + ".transcript.json.gz");
    }

    /** Where analytics of a recording lie. */
    public static ObjectKey analytics(TenantId tenant, RecordingId recording, String name) {
        return document(tenant, recording, name + ".analytics.json.gz");
    }

    /** Where an export of a recording lies. */
    public static ObjectKey export(TenantId tenant, RecordingId recording, String name) {
        return new ObjectKey(EXPORTS + "%s/%s/%s.zip".formatted(tenant, recording, name));
    }

    /**
     * Where a part of an export of many recordings lies.
     *
     * @param name with its extension
     */
    public static ObjectKey export(TenantId tenant, ExportId export, String name) {
        return new ObjectKey(EXPORTS + "%s/%s/%s".formatted(tenant, export, name));
    }

    /**
     * Where a note lies that a recording is in an export of many.
     *
     * @param since its last redaction then
     */
    public static ObjectKey note(TenantId tenant, RecordingId recording, ExportId export, int since) {
        return new ObjectKey(EXPORTS + "%s/%s/%s-%d%s".formatted(tenant, recording, export, since, NOTE));
    }

    /** The export of many recordings that a note here is of, if that was made before a redaction; empty for any other key. */
    public Optional<ExportId> notedBefore(int redaction) {
        var name = value.substring(value.lastIndexOf('/') + 1);
        var dash = name.lastIndexOf('-');
        return value.startsWith(EXPORTS)
                        && name.endsWith(NOTE)
                        && Integer.parseInt(name.substring(dash + 1, name.length() - NOTE.length())) < redaction
                ? ExportId.parse(name.substring(0, dash))
                : Optional.empty();
    }

    /**
     * Where a document about a recording lies.
     *
     * @param name with its extension
     */
    public static ObjectKey document(TenantId tenant, RecordingId recording, String name) {
        return new ObjectKey(DOCUMENTS + "%s/%s/%s".formatted(tenant, recording, name));
    }

    /** Whether something was sent here to be taken in. */
    public boolean isUpload() {
        return value.startsWith(UPLOADS);
    }

    /** Whether it stands for a folder, as some programs make them, without bytes. */
    public boolean isFolder() {
        return value.endsWith("/");
    }

    /** Whether a file lies here that came without being announced, and was adopted. */
    public boolean isAdopted() {
        return isUpload() && value.endsWith(ADOPTED) && uploadedRecording().isPresent();
    }

    /** Whether what was said in a call lies here until its audio comes. */
    public boolean isAwaiting() {
        return isUpload() && uploadName().matches("[0-9a-f]{64}\\" + AWAITING);
    }

    /** The recording whose audio lies here, by the name that this program gives it; empty for any other name. */
    public Optional<RecordingId> uploadedRecording() {
        var name = uploadName();
        return RecordingId.parse(name.endsWith(ADOPTED) ? name.substring(0, name.length() - ADOPTED.length()) : name);
    }

    /** Where an upload goes that nobody can make anything of, under as much of its name as a key may have. */
    public ObjectKey rejected() {
        var whole = REJECTED + value.substring(UPLOADS.length());
        var end = whole.length();
        while (whole.substring(0, end).getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            end = whole.offsetByCodePoints(end, -1);
        }
        return new ObjectKey(whole.substring(0, end));
    }

    /** The tenant under whose uploads this lies; empty for any other key. */
    public Optional<TenantId> uploadingTenant() {
        var parts = value.split("/", 3);
        return value.startsWith(UPLOADS) && parts.length == 3 ? TenantId.parse(parts[1]) : Optional.empty();
    }

    /** The part after the tenant's prefix; empty where there is none. */
    public String uploadName() {
        var parts = value.split("/", 3);
        return parts.length == 3 ? parts[2] : "";
    }

    /**
     * Whose object it is.
     *
     * @throws IllegalStateException for a key that has no tenant in it
     */
    public TenantId tenant() {
        return tenant(value);
    }

    static TenantId tenant(String name) {
        var parts = name.split("/", 3);
        if (parts.length < 3) {
            throw new IllegalStateException("a key without a tenant");
        }
        return new TenantId(parts[1]);
    }

    /** The name, behind that of the storage and a colon where it is not the deployment's own. */
    @Override
    public String toString() {
        return storage.map(name -> name.toString() + COLON).orElse("") + value;
    }
}
