package io.tapedeck.local;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/** Requests to the bucket: those of web pages by its rules, and no more bodies in memory than there is room for. */
final class S3Requests extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final transient S3Protocol protocol;
    private final transient BucketCors cors;
    private final transient Room room = new Room(S3Protocol.LARGEST_SIGNED_BODY);

    S3Requests(S3Protocol protocol, BucketCors cors) {
        this.protocol = protocol;
        this.cors = cors;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // else the address would be read in the charset that the body claims to have
        request.setCharacterEncoding("UTF-8");
        if ("OPTIONS".equals(request.getMethod())) {
            if (!cors.preflight(request, response)) {
                protocol.refuse(
                        request, response, 403, "AccessForbidden", "No CORS rule of the bucket allows this request.");
            }
            return;
        }
        cors.expose(request, response);
        int kept = bytesKept(request);
        if (!room.take(kept, PATIENCE)) {
            protocol.refuse(request, response, 503, "SlowDown", "Reduce your request rate.");
            return;
        }
        try {
            protocol.serve(UnmeasuredUpload.isOne(request) ? new UnmeasuredUpload(request) : request, response);
        } finally {
            room.give(kept);
        }
    }

    /** How much of the body is kept in memory before it is known who sends it, since its digest is signed. */
    private static int bytesKept(HttpServletRequest request) {
        String authorization = String.valueOf(request.getHeader("Authorization"));
        String digest = String.valueOf(request.getHeader("x-amz-content-sha256"));
        if (!authorization.startsWith("AWS") || digest.startsWith("STREAMING-") || digest.equals("UNSIGNED-PAYLOAD")) {
            return 0;
        }
        long length = request.getHeader("Transfer-Encoding") == null
                ? Math.max(request.getContentLengthLong(), 0)
                : S3Protocol.LARGEST_SIGNED_BODY;
        return (int) Math.min(length, S3Protocol.LARGEST_SIGNED_BODY);
    }
}
