package io.tapedeck.local;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * A presigned upload in chunks, whose length is not announced. s3proxy would keep it in memory to count it; told that it
 * is as long as an object may be, it streams it into the store, which takes what comes.
 */
final class UnmeasuredUpload extends HttpServletRequestWrapper {
    private static final String LENGTH = "x-amz-decoded-content-length";

    UnmeasuredUpload(HttpServletRequest request) {
        super(request);
    }

    static boolean isOne(HttpServletRequest request) {
        return "PUT".equals(request.getMethod())
                && request.getHeader("Transfer-Encoding") != null
                && request.getHeader(LENGTH) == null
                && request.getParameter("X-Amz-Signature") != null;
    }

    @Override
    public String getHeader(String name) {
        return LENGTH.equalsIgnoreCase(name) ? String.valueOf(S3Protocol.LARGEST_OBJECT) : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return LENGTH.equalsIgnoreCase(name)
                ? Collections.enumeration(List.of(getHeader(name)))
                : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        List<String> names = new ArrayList<>(Collections.list(super.getHeaderNames()));
        names.add(LENGTH);
        return Collections.enumeration(names);
    }
}
