package io.tapedeck.azure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.tapedeck.id.Md5;
import io.tapedeck.storage.UnusableKeyException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A blob that is made of blocks. Their names are of one writing, so that those of another are no part of it. */
final class BlockUpload {
    private final Blobs blobs;
    private final String path;
    private final Terms terms;
    private final List<String> blocks = new ArrayList<>();

    BlockUpload(Blobs blobs, String path, Terms terms) {
        this.blobs = requireNonNull(blobs);
        this.path = requireNonNull(path);
        this.terms = requireNonNull(terms);
    }

    /**
     * Sends the next block.
     *
     * @throws UnusableKeyException if the service does not encrypt it as it is to be
     */
    void send(byte[] buffer, int length) {
        var reply = blobs.send(next(), buffer, length, Md5.of(buffer, length).base64());
        if (!reply.isSuccessful()) {
            throw Refusals.of(reply, terms.scope());
        }
    }

    /**
     * Has the service copy the next block from a blob.
     *
     * @param source a link to it
     * @param etag as the service gave it; no other is copied
     * @param first byte
     * @param last byte
     */
    Reply copy(String source, String etag, long first, long last) {
        return blobs.ask(next().body(new byte[0])
                .header("x-ms-copy-source", source)
                .header("x-ms-source-if-match", etag)
                .header("x-ms-source-range", "bytes=%d-%d".formatted(first, last)));
    }

    /**
     * Makes the blob of them, unless there is one.
     *
     * @param md5 of all bytes, in Base64, for whoever reads it
     */
    Reply commit(Optional<String> md5) {
        var list = blocks.stream()
                .map(block -> "<Uncommitted>" + block + "</Uncommitted>")
                .collect(Collectors.joining(
                        "", "<?xml version=\"1.0\" encoding=\"utf-8\"?><BlockList>", "</BlockList>"));
        var call = Call.put(path)
                .query("comp", "blocklist")
                .headers(terms.ofBlob())
                .header("Content-Type", "application/xml")
                .header("x-ms-blob-content-md5", md5);
        var bytes = list.getBytes(UTF_8);
        return blobs.send(call, bytes, bytes.length, Md5.of(bytes, bytes.length).base64());
    }

    private Call next() {
        var writing = terms.writing();
        var name = ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES)
                .putLong(writing.getMostSignificantBits())
                .putLong(writing.getLeastSignificantBits())
                .putInt(blocks.size())
                .array();
        blocks.add(Base64.getEncoder().encodeToString(name));
        return Call.put(path)
                .query("comp", "block")
                .query("blockid", blocks.getLast())
                .headers(terms.ofBlock());
    }
}
