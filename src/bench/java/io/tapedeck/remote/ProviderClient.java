package io.tapedeck.remote;

import java.io.OutputStream;
import java.nio.file.Path;

/** What a provider's own client does in the same bucket, as simply as it can be told to. */
public interface ProviderClient {
    /** What the table calls it. */
    String name();

    /** Writes an object unless there is one of that name. */
    void put(String name, Path file) throws Exception;

    void get(String name, OutputStream to) throws Exception;
}
