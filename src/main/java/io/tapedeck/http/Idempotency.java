package io.tapedeck.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapedeck.access.IdempotencyStore;
import io.tapedeck.access.IdempotencyStore.Claim;
import io.tapedeck.concurrency.Backoff;
import io.tapedeck.concurrency.Deadline;
import io.tapedeck.id.Seconds;
import io.tapedeck.id.Sha256;
import io.tapedeck.id.TenantId;
import io.tapedeck.json.Json;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.storage.Gzip;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Makes a POST with an Idempotency-Key happen once. The answer is kept encrypted under the caller's own key, of which
 * only a hash is stored, since it may hold a secret that is shown once.
 */
public final class Idempotency {
    private static final String PURPOSE = "idempotency";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    /** How long a request waits for another one under its key. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    /** How long a request holds its key where nobody ends it. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** Clocks differ; who takes a key over must not be early. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final IdempotencyStore store;
    private final Seal seal;
    private final Json json;
    private final Clock clock;
    private final Deadline deadline;

    public Idempotency(IdempotencyStore store, Seal seal, Json json, Clock clock, Deadline deadline) {
        this.store = store;
        this.seal = seal;
        this.json = json;
        this.clock = clock;
        this.deadline = deadline;
    }

    /** Lets the handler answer, or answers what it answered to the same request before. */
    Answer once(Request request, Function<Request, Answer> handler) {
        var key = request.header("idempotency-key");
        if (key.isEmpty() || request.caller().isEmpty()) {
            return handler.apply(request);
        } else if (!KEY.matcher(key.get()).matches()) {
            throw ProblemException.invalid("Idempotency-Key", "must be 1 to 255 visible ASCII characters");
        }
        return once(request, key.get(), handler);
    }

    private Answer once(Request request, String key, Function<Request, Answer> handler) {
        var tenant = request.tenant();
        var hash = sha256(key.getBytes(StandardCharsets.UTF_8));
        var backoff = new Backoff(deadline.within(PATIENCE));
        do {
            var now = Seconds.now(clock);
            switch (store.claim(
                    tenant, hash, fingerprint(request), request.seed(), now, Seconds.of(now.plus(lease())))) {
                case Claim.Claimed(var seed) -> {
                    return answer(request.with(seed), tenant, key, hash, handler);
                }
                case Claim.Answered(var reply) -> {
                    return open(key, reply);
                }
                case Claim.OtherRequest() ->
                    throw new ProblemException(
                            ProblemType.IDEMPOTENCY_KEY_REUSE,
                            "This Idempotency-Key was used for another request within 24 hours; use a new one.");
                case Claim.InProgress() -> {}
            }
        } while (backoff.pause());
        throw ProblemException.passing(
                ProblemType.CONFLICT,
                "The first request with this Idempotency-Key is still in progress; try again later.",
                Duration.ofSeconds(2));
    }

    /** How long it takes until this invocation is over, one way or another. */
    private Duration lease() {
        return deadline.left().orElse(LONGEST).plus(GRACE);
    }

    private Answer answer(
            Request request, TenantId tenant, String key, String hash, Function<Request, Answer> handler) {
        var answer = handler.apply(request);
        if (isLasting(answer)) {
            store.complete(
                    tenant,
                    hash,
                    seal.encrypt(
                            PURPOSE,
                            key,
                            Gzip.compressed(json.write(answer.remembered().orElse(answer))
                                    .getBytes(StandardCharsets.UTF_8))));
        } else {
            store.release(tenant, hash);
        }
        return answer;
    }

    /** A fault, or a refusal after which one may try again, says nothing about the next time. */
    private static boolean isLasting(Answer answer) {
        return answer.status() < 500 && !answer.headers().containsKey(Reply.RETRY_AFTER);
    }

    private Answer open(String key, byte[] sealed) {
        var text = seal.decrypt(PURPOSE, key, sealed)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.CONFLICT,
                        "The answer stored for this Idempotency-Key can no longer be read; use a new one."));
        JsonNode tree = json.read(new String(Gzip.restored(text), StandardCharsets.UTF_8));
        var headers = json.mapper().convertValue(tree.get("headers"), STRINGS);
        return new Answer(
                tree.get("status").intValue(),
                headers,
                Optional.ofNullable(tree.get("body")).map(JsonNode::textValue),
                Optional.empty());
    }

    private static final com.fasterxml.jackson.core.type.TypeReference<Map<String, String>> STRINGS =
            new com.fasterxml.jackson.core.type.TypeReference<>() {};

    private static String fingerprint(Request request) {
        var head = (request.method() + " " + request.rawPath() + "\n").getBytes(StandardCharsets.UTF_8);
        return sha256(head, request.body().bytes());
    }

    private static String sha256(byte[]... parts) {
        var digest = Sha256.digest();
        for (var part : parts) {
            digest.update(part);
        }
        return Sha256.hex(digest);
    }

    /**
     * A reply with its body written out.
     *
     * @param remembered what is kept instead
     */
    public record Answer(int status, Map<String, String> headers, Optional<String> body, Optional<Answer> remembered) {
        public Answer {
            headers = Map.copyOf(headers);
        }
    }
}
