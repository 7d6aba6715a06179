package io.tapedeck.s3;

import io.tapedeck.storage.ObjectKey;
import io.tapedeck.storage.UploadStore.PresignedPut;
import io.tapedeck.storage.UploadTerms;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/** URLs that let a caller send or fetch one object. */
final class PresignedUrls {
    /** Every client sends these by itself, and a browser may not set them. */
    private static final Set<String> SENT_ANYWAY = Set.of("host", "content-length");

    private final S3Presigner presigner;
    private final String bucket;

    PresignedUrls(S3Presigner presigner, String bucket) {
        this.presigner = presigner;
        this.bucket = bucket;
    }

    PresignedPut upload(ObjectKey key, UploadTerms terms, Duration validity) {
        var put = PutObjectRequest.builder().bucket(bucket).key(key.value());
        terms.fileSize().ifPresent(put::contentLength);
        terms.contentType().ifPresent(put::contentType);
        terms.sha256().map(PresignedUrls::base64).ifPresent(put::checksumSHA256);
        var signed = presigner.presignPutObject(
                request -> request.signatureDuration(validity).putObjectRequest(put.build()));
        return new PresignedPut(signed.url().toString(), headers(signed));
    }

    String part(ObjectKey key, String multipart, int part, Duration validity) {
        var upload = UploadPartRequest.builder()
                .bucket(bucket)
                .key(key.value())
                .uploadId(multipart)
                .partNumber(part)
                .build();
        return presigner
                .presignUploadPart(
                        request -> request.signatureDuration(validity).uploadPartRequest(upload))
                .url()
                .toString();
    }

    String download(ObjectKey key, String contentType, String disposition, Duration validity) {
        var get = GetObjectRequest.builder()
                .bucket(bucket)
                .key(key.value())
                .responseContentType(contentType)
                .responseContentDisposition(disposition)
                .build();
        return presigner
                .presignGetObject(request -> request.signatureDuration(validity).getObjectRequest(get))
                .url()
                .toString();
    }

    private static Map<String, String> headers(PresignedPutObjectRequest signed) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        signed.signedHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
        headers.keySet().removeIf(name -> SENT_ANYWAY.contains(name.toLowerCase(Locale.ROOT)));
        return headers;
    }

    private static String base64(String hexadecimal) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hexadecimal));
    }
}
