package io.tapedeck.local;

import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The body of a request: it stays on the wire until somebody wants to read it. */
final class IncomingBody {

    /** The most bytes that are taken. */
    static final int LARGEST = 6 * 1024 * 1024;

    private final HttpServerRequest request;
    private final Vertx vertx;
    private final CompletableFuture<Buffer> whole = new CompletableFuture<>();
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private volatile Buffer read = Buffer.buffer();
    private volatile boolean isWanted;
    private volatile boolean isLate;

    private IncomingBody(HttpServerRequest request, Vertx vertx) {
        this.request = request;
        this.vertx = vertx;
    }

    /** Stops the body of a request that has just come in. */
    static IncomingBody hold(HttpServerRequest request, Vertx vertx) {
        IncomingBody body = new IncomingBody(request, vertx);
        request.handler(body::take);
        request.endHandler(last -> body.end(null));
        request.exceptionHandler(body::end);
        request.pause();
        return body;
    }

    /**
     * How many bytes it may have: as many as announced, and where nothing is, as many as are taken at all.
     *
     * @throws ProblemException if it is too large
     */
    int announced() {
        long announced = Optional.ofNullable(request.getHeader("Content-Length"))
                .map(Long::parseLong)
                .orElse(request.getHeader("Transfer-Encoding") == null ? 0L : LARGEST);
        if (announced > LARGEST) {
            throw tooLarge();
        }
        return (int) announced;
    }

    /**
     * Reads it.
     *
     * @throws ProblemException if it is too large after all, or not there in time
     * @throws CallerGoneException if nobody is there to send it
     */
    byte[] read(Duration patience) throws InterruptedException {
        isWanted = true;
        if (isAwaited()) {
            request.response().writeContinue();
        }
        request.resume();
        try {
            return whole.get(patience.toMillis(), TimeUnit.MILLISECONDS).getBytes();
        } catch (TimeoutException e) {
            isLate = true;
            throw ProblemException.invalid("", "the body did not arrive within %d s".formatted(patience.toSeconds()));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProblemException problem) {
                throw problem;
            }
            throw new CallerGoneException(e.getCause());
        }
    }

    /**
     * Reads on to the end of what nobody wanted, but keeps nothing, so that the caller who is still sending gets to see
     * the answer. The connection of one who takes too long over it is closed.
     */
    void discard(Duration patience) {
        boolean isUnasked = !isWanted && isAwaited();
        isWanted = false;
        read = Buffer.buffer();
        if (isUnasked || isLate) {
            request.response().putHeader("Connection", "close");
            request.response().endHandler(sent -> request.connection().close());
        }
        request.resume();
        if (!request.isEnded()) {
            long timer = vertx.setTimer(
                    patience.toMillis(), late -> request.connection().close());
            end.whenComplete((last, failure) -> vertx.cancelTimer(timer));
        }
    }

    private void end(Throwable failure) {
        if (failure == null) {
            whole.complete(read);
        } else {
            whole.completeExceptionally(failure);
        }
        end.complete(null);
    }

    private void take(Buffer chunk) {
        if (isWanted && read.length() + chunk.length() > LARGEST) {
            isWanted = false;
            whole.completeExceptionally(tooLarge());
        } else if (isWanted) {
            read.appendBuffer(chunk);
        }
    }

    /** Whether the caller sends nothing before it is told to go on. */
    private boolean isAwaited() {
        return "100-continue".equalsIgnoreCase(request.getHeader("Expect"));
    }

    private static ProblemException tooLarge() {
        return new ProblemException(ProblemType.TOO_LARGE, "The body is too large; the limit is 6 MiB.");
    }

    /** The caller closed the connection, or sent what is not HTTP. */
    static final class CallerGoneException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private CallerGoneException(Throwable cause) {
            super(cause);
        }
    }
}
