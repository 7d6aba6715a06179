package io.tapedeck.local;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.gaul.s3proxy.S3ProxyHandler;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.jboss.logging.Logger;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** S3's protocol over a store: s3proxy serves it, and what it throws is answered as S3 answers it. */
final class S3Protocol extends S3ProxyHandler {
    private static final Logger LOG = Logger.getLogger(S3Protocol.class);
    private static final int LARGEST_CHUNK = 16 << 20;
    private static final int MAX_SKEW_SECONDS = 15 * 60;

    /** Bytes of an object that is sent at once. */
    static final long LARGEST_OBJECT = 5L << 30;

    /** Bytes of a body that is kept in memory to be compared with its signed digest. */
    static final int LARGEST_SIGNED_BODY = 64 << 20;

    S3Protocol(BlobStore store, Secrets secrets) {
        super(
                store,
                AuthenticationType.AWS_V4,
                secrets.accessKey(),
                secrets.secretKey(),
                null,
                LARGEST_OBJECT,
                LARGEST_SIGNED_BODY,
                LARGEST_CHUNK,
                true,
                null,
                null,
                MAX_SKEW_SECONDS);
    }

    /** Answers a request. */
    void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (InputStream body = request.getInputStream()) {
            doHandle(request, request, response, body, null);
        } catch (IOException | RuntimeException e) {
            fail(request, response, e);
        }
    }

    /** Answers with an error as S3 words it. */
    void refuse(HttpServletRequest request, HttpServletResponse response, int status, String code, String message)
            throws IOException {
        sendSimpleErrorResponse(request, response, code, status, message, Map.of());
    }

    private void fail(HttpServletRequest request, HttpServletResponse response, Exception e) throws IOException {
        Optional<AwsServiceException> refusal = cause(e, AwsServiceException.class);
        if (refusal.isPresent()) {
            answer(request, response, refusal.get());
        } else if (cause(e, TimeoutException.class).isPresent()) {
            refuse(request, response, 400, "RequestTimeout", "The body did not arrive in time.");
        } else if (e instanceof UnsupportedOperationException) {
            refuse(request, response, 501, "NotImplemented", String.valueOf(e.getMessage()));
        } else if (e instanceof IllegalArgumentException || e instanceof IllegalStateException) {
            refuse(request, response, 400, "InvalidArgument", String.valueOf(e.getMessage()));
        } else {
            LOG.debug("an upload broke off, or the store failed", e);
            refuse(request, response, 500, "InternalError", "The request failed because of an internal error.");
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, AwsServiceException refusal)
            throws IOException {
        Optional.ofNullable(S3Exceptions.httpResponse(refusal))
                .flatMap(headers -> headers.firstMatchingHeader("ETag"))
                .ifPresent(etag -> response.setHeader("ETag", etag));
        int status = refusal.statusCode();
        String code = Optional.ofNullable(S3Exceptions.errorCode(refusal)).orElse(code(status));
        if (code.isEmpty()) {
            response.setStatus(status);
        } else {
            String message = Optional.ofNullable(refusal.awsErrorDetails())
                    .map(AwsErrorDetails::errorMessage)
                    .orElse("");
            refuse(request, response, status, code, message);
        }
    }

    /** What a store means that names a status alone; empty for an answer that has no document. */
    private static String code(int status) {
        return switch (status) {
            case 400 -> "BadDigest";
            case 403 -> "AccessDenied";
            case 412 -> "PreconditionFailed";
            case 416 -> "InvalidRange";
            default -> "";
        };
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
