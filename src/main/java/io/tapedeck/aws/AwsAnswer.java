package io.tapedeck.aws;

/** What comes of a request to a service of AWS. */
public sealed interface AwsAnswer {
    /** In place of the name of an error that has none. */
    String NO_CODE = "no code";

    /** What it answers. */
    record Answered(byte[] body) implements AwsAnswer {}

    /** An answer that is longer than any that was asked for, of which the rest was not read. */
    record Oversized() implements AwsAnswer {}

    /**
     * It does not do this: whoever asks may not, or what is asked is wrong.
     *
     * @param code the service's name of the error; {@link #NO_CODE} where there is none
     */
    record Refused(String code) implements AwsAnswer {}

    /** It takes no requests, did not answer, or not in time, however often it was asked. */
    record Unavailable() implements AwsAnswer {}
}
