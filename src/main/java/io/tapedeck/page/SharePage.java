package io.tapedeck.page;

import io.tapedeck.json.OpenedShareView;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The page that a shared link opens, as HTML: complete without a script, and without one that is inline, so that its
 * Content-Security-Policy can refuse those. It sets no cookie and loads nothing but its own assets and the audio.
 */
public final class SharePage {
    private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.\\[\\]:-]+");

    private final Template open = Template.parse(Built.read("open.html"));
    private final Template locked = Template.parse(Built.read("locked.html"));
    private final Template sorry = Template.parse(Built.read("sorry.html"));

    /** The player. */
    public String open(OpenedShareView share) {
        return open.fill(new OpenedShare(share).values());
    }

    /** Asks for the password, which is posted to the page's own address as the form's field {@code password}. */
    public String locked(boolean wrongPassword) {
        return locked.fill(
                new Values(Map.of(), Map.of(wrongPassword ? "again" : "first", List.of(Values.of(Map.of())))));
    }

    /** Says why there is nothing. */
    public String sorry(String sentence) {
        return sorry.fill(Values.of(Map.of("sentence", sentence)));
    }

    /**
     * The headers of each of these.
     *
     * @param storageOrigin scheme, host and port where the audio's address leads to in the end
     * @throws IllegalArgumentException if that is no origin
     */
    public Map<String, String> headers(String storageOrigin) {
        if (!ORIGIN.matcher(storageOrigin).matches()) {
            throw new IllegalArgumentException("an origin is scheme, host and port, such as https://bucket.example");
        }
        return Map.of(
                "content-type", "text/html; charset=utf-8",
                "content-security-policy", policy(storageOrigin),
                "referrer-policy", "no-referrer",
                "x-robots-tag", "noindex",
                "x-content-type-options", "nosniff",
                "cache-control", "no-store");
    }

    private static String policy(String storageOrigin) {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self'",
                "connect-src 'self'",
                "media-src 'self' " + storageOrigin,
                "form-action 'self'",
                "base-uri 'none'",
                "frame-ancestors 'none'");
    }
}
