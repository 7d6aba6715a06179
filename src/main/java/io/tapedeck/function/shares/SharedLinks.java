package io.tapedeck.function.shares;

import io.tapedeck.function.shares.ShareTokens.Opening;
import io.tapedeck.http.Request;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.sharing.Share;
import io.tapedeck.sharing.SharedRecording;
import io.tapedeck.sharing.SharedRecordings;

/** Finds what the links in requests open. */
public final class SharedLinks {
    private static final String TOKEN = "token";

    private final ShareTokens tokens;
    private final SharedRecordings recordings;

    public SharedLinks(ShareTokens tokens, SharedRecordings recordings) {
        this.tokens = tokens;
        this.recordings = recordings;
    }

    /** The address of the share that has a token. */
    static String address(Request request, String token) {
        return request.base() + "/s/" + token;
    }

    /** The address of the share that the request names. */
    static String address(Request request) {
        return address(request, request.path().getOrDefault(TOKEN, ""));
    }

    /** @throws ProblemException not-found for a token that was revoked or never was; gone */
    SharedRecording find(Request request) {
        return find(request.path().getOrDefault(TOKEN, ""));
    }

    SharedRecording find(String token) {
        if (!tokens.isOurs(token)) {
            throw SharedRecordings.unknown();
        }
        return recordings.find(ShareTokens.hash(token));
    }

    /** @throws ProblemException not-found for an opening of another share, or none; gone after its time */
    Opening opening(Share share, Request request) {
        var opening = request.query()
                .text("opening")
                .flatMap(text -> tokens.opening(share.id(), text))
                .orElseThrow(SharedRecordings::unknown);
        if (!opening.until().isAfter(recordings.now())) {
            throw new ProblemException(ProblemType.GONE, "This address has expired; open the link again.");
        }
        return opening;
    }
}
