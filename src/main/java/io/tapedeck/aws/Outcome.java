package io.tapedeck.aws;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;

/** What comes of one attempt to ask a service of AWS. */
sealed interface Outcome {
    /** There was no answer. */
    Outcome UNREACHED = new Busy(Optional.empty());

    /** It would be the same another time. */
    record Final(AwsAnswer answer) implements Outcome {}

    /**
     * It may be another another time.
     *
     * @param retryAfter when the service wants to be asked again, from now on; empty where it does not say
     */
    record Busy(Optional<Duration> retryAfter) implements Outcome {}

    /** What an answer means. What only whoever runs the deployment can mend is logged; the message of such an error names roles. */
    static Outcome of(SignedClient.Response response, AwsAddress address) {
        if (response.head().isSuccessful()) {
            return new Final(response.isWhole() ? new AwsAnswer.Answered(response.body()) : new AwsAnswer.Oversized());
        }
        var code = Trouble.code(response);
        if (Trouble.passes(response.head().statusCode(), code)) {
            return new Busy(Trouble.retryAfter(response.head()));
        }
        System.getLogger(Outcome.class.getName())
                .log(
                        Level.WARNING,
                        "{0} refused a call with {1}, status {2}, request {3}; see the policy of work",
                        address.service(),
                        code,
                        response.head().statusCode(),
                        Trouble.requestId(response.head()));
        return new Final(new AwsAnswer.Refused());
    }
}
