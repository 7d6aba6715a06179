package io.tapedeck.http.request;

import io.tapedeck.audio.Plan;
import io.tapedeck.audio.Task;
import io.tapedeck.http.Fields;
import io.tapedeck.recording.Details;
import io.tapedeck.siprec.RecordedCall;
import io.tapedeck.storage.ImportSource;
import io.tapedeck.storage.UploadTerms;
import io.tapedeck.transcript.EngineChoice;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a caller wants recorded.
 *
 * @param retentionPeriod days
 * @param encryptionKey KMS key id or ARN
 * @param source to import from, instead of an upload
 * @param upload what is announced of the audio, without how it is sent
 * @param multipart whether it is sent in parts
 * @param partSize bytes of a part
 * @param actions what is done to the audio once it is there, in this order
 */
public record RecordingRequest(
        Details details,
        Optional<Integer> retentionPeriod,
        Optional<String> encryptionKey,
        Optional<ImportSource> source,
        UploadTerms upload,
        boolean multipart,
        Optional<Long> partSize,
        List<Task> actions) {

    private static final int LONGEST_URL = 2048;
    private static final long SMALLEST_PART = 5 << 20;
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern CONTENT_TYPE =
            Pattern.compile("[A-Za-z0-9!#$&^_.+-]{1,64}/[A-Za-z0-9!#$&^_.+-]{1,64}(; ?[A-Za-z0-9=\"._-]{1,64}){0,3}");
    private static final Pattern KMS_KEY = Pattern.compile(
            "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32}|arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:(key|alias)/[A-Za-z0-9/_-]{1,256}");

    public RecordingRequest {
        actions = List.copyOf(actions);
    }

    /**
     * Reads the body of a create.
     *
     * @param rules what this deployment can do
     */
    public static RecordingRequest read(Fields fields, Rules rules) {
        var upload = fields.object("upload").map(RecordingRequest::upload);
        var source = fields.object("source").map(body -> source(body, rules));
        if (upload.isPresent() && source.isPresent()) {
            fields.wrong("upload", "cannot be combined with source");
        }
        var request = new RecordingRequest(
                DetailsReader.read(fields),
                DetailsReader.retentionPeriod(fields),
                encryptionKey(fields, rules),
                source,
                upload.map(Announcement::terms).orElse(UploadTerms.NONE),
                upload.filter(Announcement::multipart).isPresent(),
                upload.flatMap(Announcement::partSize),
                new ActionsReader(rules.engines()).read(fields));
        fields.done(ReadOnly.PROPERTIES);
        return request;
    }

    /** The same with what was recorded of the call, as far as it does not say otherwise itself. */
    public RecordingRequest completedBy(RecordedCall recorded) {
        var start = details.startTime()
                .or(() -> recorded.startTime()
                        .filter(time -> details.endTime().filter(time::isAfter).isEmpty()));
        var end = details.endTime()
                .or(() -> recorded.endTime()
                        .filter(time -> start.filter(time::isBefore).isEmpty()));
        var completed = new Details(
                details.call().or(() -> Optional.of(recorded.call())),
                details.assistant(),
                details.phoneNumber(),
                start,
                end,
                details.participants().isEmpty() ? recorded.participants() : details.participants(),
                details.tags(),
                details.metadata());
        return new RecordingRequest(
                completed, retentionPeriod, encryptionKey, source, upload, multipart, partSize, actions);
    }

    private static Optional<String> encryptionKey(Fields fields, Rules rules) {
        var key = fields.text("encryptionKey", KMS_KEY, "must be the id or the ARN of a KMS key");
        if (key.isPresent() && !rules.encrypts()) {
            fields.wrong(
                    "encryptionKey", "is not supported: the storage of this deployment does not encrypt with KMS keys");
        }
        return key;
    }

    private static Announcement upload(Fields fields) {
        var terms = new UploadTerms(
                fields.integer("fileSize", 1, Plan.MAX_SIZE),
                fields.text("contentType", CONTENT_TYPE, "must be a media type, such as audio/wav"),
                fields.text("sha256", SHA256, "must be 64 lower-case hexadecimal digits"),
                Optional.empty(),
                RawFormatReader.read(fields));
        var multipart = fields.flag("multipart").orElse(false);
        var partSize = fields.integer("partSize", SMALLEST_PART, Plan.MAX_SIZE);
        if (partSize.isPresent() && !multipart) {
            fields.wrong("partSize", "is only for uploads with multipart: true");
        }
        fields.done();
        return new Announcement(terms, multipart, partSize);
    }

    private static ImportSource source(Fields fields, Rules rules) {
        var url = fields.required("url", fields.text("url", LONGEST_URL));
        url.filter(text -> !isFetchable(text, rules))
                .ifPresent(_ -> fields.wrong("url", "must be an absolute https URL without user name and password"));
        var source = new ImportSource(
                url.orElse(""),
                fields.text("sha256", SHA256, "must be 64 lower-case hexadecimal digits"),
                RawFormatReader.read(fields));
        fields.done();
        return source;
    }

    private static boolean isFetchable(String text, Rules rules) {
        try {
            var uri = new URI(text);
            var scheme = String.valueOf(uri.getScheme());
            var isAllowed = scheme.equalsIgnoreCase("https") || rules.plainHttp() && scheme.equalsIgnoreCase("http");
            return isAllowed && uri.getHost() != null && uri.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /**
     * What a deployment can do.
     *
     * @param encrypts whether objects can be encrypted with KMS keys
     * @param plainHttp whether sources may be plain http
     * @param engines that can transcribe
     */
    public record Rules(boolean encrypts, boolean plainHttp, EngineChoice engines) {}

    private record Announcement(UploadTerms terms, boolean multipart, Optional<Long> partSize) {}
}
