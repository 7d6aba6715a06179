package io.tapedeck.s3;

/** Gives a test a server of another account than the one whose server {@link S3Local} gives; all tests share it. */
public final class S3Elsewhere extends SharedServer {
    public S3Elsewhere() {
        super(S3Server::ofAnotherAccount);
    }
}
