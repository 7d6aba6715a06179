package io.tapedeck.sqs;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tapedeck.aws.AwsAddress;
import io.tapedeck.aws.AwsAnswer;
import io.tapedeck.aws.PostRequest;
import io.tapedeck.aws.SignedCalls;
import io.tapedeck.concurrency.Deadline;
import io.tapedeck.problem.ProblemException;
import io.tapedeck.problem.ProblemType;
import io.tapedeck.rest.Patience;
import io.tapedeck.webhook.Errand;
import io.tapedeck.webhook.Errands;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/** Puts errands into a queue of Amazon SQS, which keeps those that wait out of sight until then. It is asked in JSON 1.0. */
public final class SqsErrands implements Errands {
    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(2), Duration.ofSeconds(6), Duration.ofMillis(100));

    private final SignedCalls calls;
    private final String queue;
    private final Function<Errand, String> writer;

    /**
     * @param queue its URL
     * @param writer how errands are read again
     */
    SqsErrands(SignedCalls calls, String queue, Function<Errand, String> writer) {
        this.calls = requireNonNull(calls);
        this.queue = requireNonNull(queue);
        this.writer = requireNonNull(writer);
    }

    /** Those of a region. */
    public static SqsErrands in(
            String region, String queue, Function<Errand, String> writer, Clock clock, Deadline deadline) {
        var address = AwsAddress.of("sqs", "sqs", region);
        return new SqsErrands(SignedCalls.to(address, PATIENCE, clock, deadline), queue, writer);
    }

    /**
     * {@inheritDoc}
     *
     * @throws ProblemException unavailable if the queue cannot be reached now
     */
    @Override
    public void send(Errand errand, Duration delay) {
        switch (calls.post(request(errand, delay), calls.end())) {
            case AwsAnswer.Answered _, AwsAnswer.Oversized _ -> {}
            case AwsAnswer.Unavailable _ ->
                throw new ProblemException(
                        ProblemType.UNAVAILABLE, "The queue of errands cannot be reached at the moment; try again.");
            case AwsAnswer.Refused(var code) -> throw new IllegalStateException("Amazon SQS refuses with " + code);
        }
    }

    private PostRequest request(Errand errand, Duration delay) {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("QueueUrl", queue)
                .put("MessageBody", writer.apply(errand))
                .put("DelaySeconds", Math.ceilDiv(delay.toMillis(), 1000L));
        var headers = Map.of("Content-Type", "application/x-amz-json-1.0", "X-Amz-Target", "AmazonSQS.SendMessage");
        return new PostRequest("/", headers, body.toString().getBytes(StandardCharsets.UTF_8));
    }
}
