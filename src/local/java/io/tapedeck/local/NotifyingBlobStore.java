package io.tapedeck.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/**
 * Tells of every new object under {@code uploads/}, as S3's event notifications do. The intent to tell is kept before
 * the object is stored, so no object that a caller knows to be stored stays untold, whatever happens to the process.
 */
final class NotifyingBlobStore extends ForwardingBlobStore {
    private static final String PREFIX = "uploads/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LocalQueue notifications;

    NotifyingBlobStore(BlobStore files, LocalQueue notifications) {
        super(files);
        this.notifications = notifications;
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream payload) {
        return telling("Put", request.bucket(), request.key(), () -> super.putBlob(request, payload));
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
        return telling("Copy", request.destinationBucket(), request.destinationKey(), () -> super.copyBlob(request));
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(
            MultipartUpload upload, CompleteMultipartUploadRequest request) {
        return telling(
                "CompleteMultipartUpload",
                upload.containerName(),
                upload.blobName(),
                () -> super.completeMultipartUpload(upload, request));
    }

    /** The file backend takes the folder's permissions for the bucket's; nothing here is public. */
    @Override
    public BucketCannedACL getContainerAccess(String container) {
        return BucketCannedACL.PRIVATE;
    }

    @Override
    public ObjectCannedACL getBlobAccess(String container, String name) {
        return ObjectCannedACL.PRIVATE;
    }

    /** The file backend keeps no keys, but whoever asks for encryption must not fail on one machine. */
    @Override
    public boolean supportsServerSideEncryption() {
        return true;
    }

    private <T> T telling(String event, String bucket, String key, Supplier<T> store) {
        if (!key.startsWith(PREFIX)) {
            return store.get();
        }
        String intent = notifications.record(JSON.createObjectNode()
                .put("event", event)
                .put("bucket", bucket)
                .put("key", key)
                .put("time", Instant.now().toString())
                .toString());
        try {
            T answer = store.get();
            notifications.deliver(intent);
            return answer;
        } catch (RuntimeException e) {
            notifications.discard(intent);
            throw e;
        }
    }

    /** The event as S3 sends it, of a kept intent and of the object as it is now. */
    static ObjectNode event(LocalQueue.Message intent, JsonNode told, HeadObjectResponse object) {
        String bucket = told.get("bucket").asText();
        ObjectNode event = JSON.createObjectNode();
        ObjectNode entry = event.putArray("Records").addObject();
        entry.put("eventVersion", "2.1").put("eventSource", "aws:s3").put("awsRegion", AwsClients.REGION.id());
        entry.put("eventTime", told.get("time").asText());
        entry.put("eventName", "ObjectCreated:" + told.get("event").asText());
        entry.putObject("userIdentity").put("principalId", "local");
        entry.putObject("requestParameters").put("sourceIPAddress", "127.0.0.1");
        entry.putObject("responseElements").put("x-amz-request-id", intent.id());
        ObjectNode s3 = entry.putObject("s3").put("s3SchemaVersion", "1.0").put("configurationId", "local");
        s3.putObject("bucket")
                .put("name", bucket)
                .put("arn", "arn:aws:s3:::" + bucket)
                .putObject("ownerIdentity")
                .put("principalId", "local");
        s3.putObject("object")
                .put("key", URLEncoder.encode(told.get("key").asText(), StandardCharsets.UTF_8))
                .put("size", object.contentLength())
                .put("eTag", Optional.ofNullable(object.eTag()).orElse("").replace("\"", ""))
                .put("sequencer", intent.id().substring(0, 13));
        return event;
    }

    static HeadObjectRequest head(JsonNode told) {
        return HeadObjectRequest.builder()
                .bucket(told.get("bucket").asText())
                .key(told.get("key").asText())
                .build();
    }
}
