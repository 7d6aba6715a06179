package io.tapedeck.s3;

/** Gives a test the S3 server that all tests share. */
public final class S3Local extends SharedServer {
    public S3Local() {
        super(S3Server::inMemory);
    }
}
