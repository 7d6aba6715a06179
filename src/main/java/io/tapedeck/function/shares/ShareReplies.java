package io.tapedeck.function.shares;

import io.tapedeck.http.Accept;
import io.tapedeck.http.Reply;
import io.tapedeck.http.Request;
import io.tapedeck.json.OpenedShareView;
import io.tapedeck.json.ProblemView;
import io.tapedeck.page.SharePage;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.storage.ObjectKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Answers as who has a link sees them: pages for browsers, JSON for programs. Nobody keeps them, finds them, or tells others where
 * they were.
 */
public final class ShareReplies {
    private static final String JSON = "application/json";
    private static final String HTML = "text/html";
    private static final String WRONG = "The password is wrong.";
    private static final Map<String, String> HEADERS = Map.of(
            "cache-control", "no-store",
            "referrer-policy", "no-referrer",
            "x-robots-tag", "noindex",
            "x-content-type-options", "nosniff");

    private static final ObjectKey NOTHING = new ObjectKey("shares");

    private final SharePage page;
    private final Function<ObjectKey, String> origins;

    /** @param origins scheme, host and port where an object is handed out */
    public ShareReplies(SharePage page, Function<ObjectKey, String> origins) {
        this.page = page;
        this.origins = origins;
    }

    /** An answer, problems as well, as it is shown to who has a link. */
    Reply shown(Request request, Reply reply) {
        var shown = with(wantsPage(request) ? page(reply) : reply, HEADERS);
        return reply.status() == 401 ? shown.with("www-authenticate", "Form") : shown;
    }

    static ProblemException locked() {
        return new ProblemException(
                ProblemType.PASSWORD_REQUIRED,
                "Send the password of this link by POST, as password in a form or in JSON.");
    }

    static ProblemException wrongPassword() {
        return new ProblemException(ProblemType.PASSWORD_REQUIRED, WRONG);
    }

    private static boolean wantsPage(Request request) {
        return Accept.of(request).best(List.of(JSON, HTML)).equals(Optional.of(HTML));
    }

    /** What has no body stays as it is. */
    private Reply page(Reply reply) {
        return reply.body()
                .map(body -> with(reply.showing(html(body)), page.headers(origins.apply(heard(body)))))
                .orElse(reply);
    }

    private static ObjectKey heard(Object body) {
        return body instanceof OpenedShareView opened ? opened.object() : NOTHING;
    }

    private String html(Object body) {
        return switch (body) {
            case OpenedShareView opened -> page.open(opened);
            case ProblemView problem
            when problem.status() == 401 -> page.locked(problem.detail().equals(WRONG));
            case ProblemView problem -> page.sorry(problem.detail());
            default -> throw new IllegalStateException("there is no page of " + body.getClass());
        };
    }

    private static Reply with(Reply reply, Map<String, String> headers) {
        var more = reply;
        for (var header : headers.entrySet()) {
            more = more.with(header.getKey(), header.getValue());
        }
        return more;
    }
}
