package io.tapedeck.sharing;

import io.tapedeck.id.Seconds;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.sharing.ShareUseStore.Attempt;
import java.time.Clock;
import java.util.concurrent.locks.ReentrantLock;

/** Lets in who knows a share's password, and slows down who guesses. */
public final class ShareLock {
    private final ShareUseStore store;
    private final Clock clock;
    /** One password at a time, for each takes a processor for as long. */
    private final ReentrantLock turn = new ReentrantLock(true);

    public ShareLock(ShareUseStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Looks at a password.
     *
     * @return whether it is right
     * @throws ProblemException too-many-requests after five wrong ones within a minute
     */
    public boolean opens(Share share, Password password, String given) {
        var now = Seconds.now(clock);
        return switch (store.begin(share, now)) {
            case Attempt.Throttled(var retryAfter) ->
                throw ProblemException.passing(
                        ProblemType.TOO_MANY_REQUESTS,
                        "There were too many wrong passwords; try again later.",
                        retryAfter);
            case Attempt.Allowed() -> {
                var isRight = matches(password, given);
                store.end(share, now, isRight);
                yield isRight;
            }
        };
    }

    private boolean matches(Password password, String given) {
        turn.lock();
        try {
            return password.matches(given);
        } finally {
            turn.unlock();
        }
    }
}
