package io.tapedeck.aws;

import io.tapedeck.rest.Attempts.Outcome;
import io.tapedeck.rest.RetryAfter;
import java.lang.System.Logger.Level;
import java.util.Set;

/** Tells what services of AWS mean by their answers. */
final class Meaning {
    private Meaning() {}

    /**
     * What only whoever runs the deployment can mend is logged; the message of such an error names roles.
     *
     * @param expected names of errors that are not to be mended
     */
    static Outcome<AwsAnswer> of(SignedClient.Response response, AwsAddress address, Set<String> expected) {
        if (response.head().isSuccessful()) {
            return new Outcome.Final<>(
                    response.isWhole() ? new AwsAnswer.Answered(response.body()) : new AwsAnswer.Oversized());
        }
        var code = Trouble.code(response);
        if (Trouble.passes(response.head().statusCode(), code)) {
            return new Outcome.Busy<>(RetryAfter.of(response.head()));
        }
        if (!expected.contains(code)) {
            log(response, address, code);
        }
        return new Outcome.Final<>(new AwsAnswer.Refused(code));
    }

    private static void log(SignedClient.Response response, AwsAddress address, String code) {
        System.getLogger(Meaning.class.getName())
                .log(
                        Level.WARNING,
                        "{0} refused a call with {1}, status {2}, request {3}; see the policy of work",
                        address.service(),
                        code,
                        response.head().statusCode(),
                        Trouble.requestId(response.head()));
    }
}
