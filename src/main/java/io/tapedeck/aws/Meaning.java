package io.tapedeck.aws;

import io.tapedeck.rest.Attempts.Outcome;
import io.tapedeck.rest.RetryAfter;
import java.lang.System.Logger.Level;

/** Tells what services of AWS mean by their answers. */
final class Meaning {
    private Meaning() {}

    /** What only whoever runs the deployment can mend is logged; the message of such an error names roles. */
    static Outcome<AwsAnswer> of(SignedClient.Response response, AwsAddress address) {
        if (response.head().isSuccessful()) {
            return new Outcome.Final<>(
                    response.isWhole() ? new AwsAnswer.Answered(response.body()) : new AwsAnswer.Oversized());
        }
        var code = Trouble.code(response);
        if (Trouble.passes(response.head().statusCode(), code)) {
            return new Outcome.Busy<>(RetryAfter.of(response.head()));
        }
        System.getLogger(Meaning.class.getName())
                .log(
                        Level.WARNING,
                        "{0} refused a call with {1}, status {2}, request {3}; see the policy of work",
                        address.service(),
                        code,
                        response.head().statusCode(),
                        Trouble.requestId(response.head()));
        return new Outcome.Final<>(new AwsAnswer.Refused());
    }
}
