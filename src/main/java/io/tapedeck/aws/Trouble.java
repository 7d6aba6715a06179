package io.tapedeck.aws;

import io.tapedeck.rest.Passing;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Reads what services of AWS answer where they do not do what is asked. */
final class Trouble {
    private static final Pattern BUSY =
            Pattern.compile("Throttl|TooManyRequests|RequestLimitExceeded|NotReady|SlowDown");
    private static final int LONGEST = 1 << 12;
    private static final Pattern TYPE =
            Pattern.compile("(?:\"(?:__type|code)\"\\s*:\\s*\"|<Code>)([^\"<]{1,200})[\"<]");
    private static final Pattern CODE = Pattern.compile("(?:[^#]*#)?([A-Za-z]{1,80})(?::.*)?");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private Trouble() {}

    /** Whether it may be over soon. */
    static boolean passes(int status, String code) {
        return Passing.is(status) || BUSY.matcher(code).find();
    }

    /** The name of an error, which JSON over REST has in a header, JSON-RPC and XML in the answer. */
    static String code(SignedClient.Response response) {
        return response.head()
                .firstMatchingHeader("x-amzn-ErrorType")
                .or(() -> type(response.body()))
                .map(CODE::matcher)
                .filter(code -> code.matches())
                .map(code -> code.group(1))
                .orElse(AwsAnswer.NO_CODE);
    }

    /** The name that AWS knows a request by. */
    static String requestId(SdkHttpResponse response) {
        return header(response, "x-amzn-RequestId", ID).orElse("unknown");
    }

    private static Optional<String> header(SdkHttpResponse response, String name, Pattern expected) {
        return response.firstMatchingHeader(name)
                .filter(value -> expected.matcher(value).matches());
    }

    private static Optional<String> type(byte[] body) {
        var start = new String(body, 0, Math.min(body.length, LONGEST), StandardCharsets.UTF_8);
        return TYPE.matcher(start).results().map(type -> type.group(1)).findFirst();
    }
}
