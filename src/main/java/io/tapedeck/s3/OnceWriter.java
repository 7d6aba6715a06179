package io.tapedeck.s3;

import io.tapedeck.id.Md5;
import io.tapedeck.remote.Content;
import io.tapedeck.storage.MultipartStore;
import io.tapedeck.storage.ObjectKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Writes objects where there are none yet, in parts where they are large. One part is in memory, and the server checks each. */
record OnceWriter(S3Objects objects, MultipartStore multiparts) {
    private static final String ANYTHING = "*";
    private static final int MOST_PARTS = 10_000;

    /** Bytes of a part, of which all but the last have as many; that of an object beyond 160 GB are more. */
    static final int PART = 16 << 20;

    /**
     * Writes an object.
     *
     * @return how it is to have arrived; empty if there is one already
     */
    Optional<Arrival> write(ObjectKey key, Content content, String contentType, Optional<String> encryptionKey) {
        try (var bytes = content.source().open()) {
            return content.length() > PART
                    ? parts(key, content.length(), bytes, contentType, encryptionKey)
                    : whole(key, new Part(new byte[(int) content.length()], bytes), contentType, encryptionKey);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Optional<Arrival> whole(ObjectKey key, Part bytes, String contentType, Optional<String> encryptionKey) {
        var arrival = new Arrival(bytes.length, Optional.of(bytes.md5().hex()));
        return first(
                key,
                arrival,
                encryptionKey,
                condition -> objects.put(
                        key,
                        bytes.body(),
                        contentType,
                        encryptionKey,
                        put -> put.ifNoneMatch(condition).contentMD5(bytes.md5().base64())));
    }

    private Optional<Arrival> parts(
            ObjectKey key, long length, InputStream bytes, String contentType, Optional<String> encryptionKey)
            throws IOException {
        var upload = multiparts.begin(key, contentType, encryptionKey);
        var isWritten = false;
        try {
            var arrival = send(key, upload, length, bytes, encryptionKey);
            isWritten = arrival.isPresent();
            return arrival;
        } finally {
            if (!isWritten) {
                abort(key, upload);
            }
        }
    }

    private Optional<Arrival> send(
            ObjectKey key, String upload, long length, InputStream bytes, Optional<String> encryptionKey)
            throws IOException {
        var buffer = new byte[(int) Math.max(PART, Math.ceilDiv(length, MOST_PARTS))];
        var digests = Md5.begin();
        List<CompletedPart> sent = new ArrayList<>();
        for (long left = length; left > 0; left -= buffer.length) {
            var part = new Part(buffer, bytes, (int) Math.min(buffer.length, left));
            digests.update(part.md5().digest());
            sent.add(send(key, upload, sent.size() + 1, part));
        }
        var arrival = new Arrival(length, Optional.of(Md5.of(digests).hex() + "-" + sent.size()));
        return first(
                key,
                arrival,
                encryptionKey,
                condition -> objects.client()
                        .completeMultipartUpload(
                                request -> request.bucket(objects.bucket().name())
                                        .key(key.value())
                                        .uploadId(upload)
                                        .ifNoneMatch(condition)
                                        .multipartUpload(whole -> whole.parts(sent))));
    }

    private CompletedPart send(ObjectKey key, String upload, int number, Part part) {
        var answer = objects.client()
                .uploadPart(
                        request -> request.bucket(objects.bucket().name())
                                .key(key.value())
                                .uploadId(upload)
                                .partNumber(number)
                                .contentMD5(part.md5().base64()),
                        part.body());
        return CompletedPart.builder().partNumber(number).eTag(answer.eTag()).build();
    }

    /** Whether it was written; where an answer was lost, what is there then may be that. */
    private Optional<Arrival> first(
            ObjectKey key, Arrival arrival, Optional<String> encryptionKey, Consumer<String> writing) {
        try {
            ifNothing(encryptionKey, writing);
            return Optional.of(arrival);
        } catch (S3Exception refused) {
            var isTaken = S3Errors.isGoneOrOther(refused);
            var isRepeated = refused.numAttempts() != null && refused.numAttempts() > 1;
            if (isRepeated && (isTaken || refused instanceof NoSuchUploadException)) {
                var own = objects.find(key).filter(arrival::is);
                if (own.isPresent()) {
                    return Optional.of(arrival);
                }
            }
            if (isTaken) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** Some servers do not know the condition. There it has been looked at before, and that is all there can be. */
    private static void ifNothing(Optional<String> encryptionKey, Consumer<String> writing) {
        try {
            writing.accept(ANYTHING);
        } catch (S3Exception refused) {
            if (encryptionKey.isPresent() || !S3Errors.isUnknown(refused)) {
                throw refused;
            }
            writing.accept(null);
        }
    }

    private void abort(ObjectKey key, String upload) {
        try {
            multiparts.abort(key, upload);
        } catch (SdkException _) {
            // What failed before says why; what is left goes with the object's deletion.
        }
    }

    /** Bytes that are sent at once. */
    private static final class Part {
        private final byte[] bytes;
        private final int length;
        private final Md5 md5;

        /** The next bytes, which are good until the buffer is used again. */
        Part(byte[] buffer, InputStream source, int length) throws IOException {
            this.bytes = buffer;
            this.length = length;
            if (source.readNBytes(buffer, 0, length) < length) {
                throw new IOException("There are fewer bytes than were to be written");
            }
            this.md5 = Md5.of(buffer, length);
        }

        Part(byte[] buffer, InputStream source) throws IOException {
            this(buffer, source, buffer.length);
        }

        Md5 md5() {
            return md5;
        }

        RequestBody body() {
            return RequestBody.fromContentProvider(
                    () -> new ByteArrayInputStream(bytes, 0, length), length, "application/octet-stream");
        }
    }
}
