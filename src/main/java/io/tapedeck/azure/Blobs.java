package io.tapedeck.azure;

import static java.util.Objects.requireNonNull;

import io.tapedeck.rest.RestRequest.Body;
import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.StorageException;
import io.tapedeck.storage.UnusableKeyException;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.http.SdkHttpMethod;

/** The blobs of a container, one at a time. */
final class Blobs {
    private static final Set<Integer> THERE_ALREADY = Set.of(409, 412);
    private static final String NO_SUCH_BLOCKS = "InvalidBlockList";
    private static final String UNCOMMITTED = "BlockList/UncommittedBlocks/Block/Name";
    private static final int MOST_MISMATCHES = 3;

    private final BlobRequests service;
    private final AzureContainer container;

    Blobs(BlobRequests service, AzureContainer container) {
        this.service = requireNonNull(service);
        this.container = requireNonNull(container);
    }

    Optional<BlobProperties> find(ObjectKey key) {
        var reply = service.ask(Call.of(SdkHttpMethod.HEAD, container.path(key)));
        if (reply.isNoBlob()) {
            return Optional.empty();
        }
        return Optional.of(BlobProperties.of(successful(reply)));
    }

    Reply ask(Call call) {
        return service.ask(call);
    }

    /**
     * Sends bytes with their checksum, and again where they did not arrive as they were sent.
     *
     * @param md5 of the bytes, in Base64
     * @throws StorageException.Unavailable if they never do
     */
    Reply send(Call call, byte[] buffer, int length, String md5) {
        var sent = call.header("Content-MD5", md5)
                .body(new Body(length, () -> new ByteArrayInputStream(buffer, 0, length)));
        for (int attempt = 0; attempt < MOST_MISMATCHES; attempt++) {
            var reply = service.ask(sent);
            if (!reply.code().equals("Md5Mismatch")) {
                return reply;
            }
        }
        throw new StorageException.Unavailable("The bytes do not arrive as they are sent.", Optional.empty());
    }

    /**
     * What was written on these terms, as it lies there.
     *
     * @param reply to what made a blob of it
     * @return empty if there is another
     * @throws UnusableKeyException if it was refused for its encryption scope, or is not encrypted by that
     */
    Optional<BlobProperties> written(ObjectKey key, Terms terms, Reply reply) {
        var mayBeThere = THERE_ALREADY.contains(reply.status()) || reply.code().equals(NO_SUCH_BLOCKS);
        if (!reply.isSuccessful() && !mayBeThere) {
            throw Refusals.of(reply, terms.scope());
        }
        var found = find(key);
        if (found.isEmpty()) {
            throw reply.isSuccessful()
                    ? new StorageException.Unavailable("What has been written is not there.", Optional.empty())
                    : Refusals.of(reply, terms.scope());
        }
        return found.filter(terms::wrote).map(own -> encrypted(key, terms, own));
    }

    private BlobProperties encrypted(ObjectKey key, Terms terms, BlobProperties own) {
        if (terms.scope().isPresent() && !own.scope().equals(terms.scope())) {
            delete(key);
            throw new UnusableKeyException(
                    new StorageException.Refused("The service does not encrypt with the encryption scope."));
        }
        return own;
    }

    /** Deletes a blob with its snapshots, and the blocks that no blob was made of. */
    void delete(ObjectKey key) {
        var reply = service.ask(
                Call.of(SdkHttpMethod.DELETE, container.path(key)).header("x-ms-delete-snapshots", "include"));
        if (!reply.isNoBlob()) {
            successful(reply);
        }
        discard(key);
    }

    /** Has no blocks left that no blob was made of: making one of nothing discards them. */
    void discard(ObjectKey key) {
        var blocks = service.ask(Call.of(SdkHttpMethod.GET, container.path(key))
                .query("comp", "blocklist")
                .query("blocklisttype", "uncommitted"));
        if (blocks.isNoBlob()
                || Xml.leaves(successful(blocks).body(), Set.of(UNCOMMITTED)).isEmpty()) {
            return;
        }
        var terms = Terms.of("application/octet-stream", Optional.empty());
        var empty = new BlockUpload(this, container.path(key), terms).commit(Optional.empty());
        written(key, terms, empty)
                .ifPresent(own -> service.ask(
                        Call.of(SdkHttpMethod.DELETE, container.path(key)).header("If-Match", own.etag())));
    }

    private static Reply successful(Reply reply) {
        if (!reply.isSuccessful()) {
            throw Refusals.of(reply);
        }
        return reply;
    }
}
