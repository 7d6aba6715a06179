package io.tapedeck.fetch;
import io.tapedeck.recording.*;
import java.nio.file.Path;
public final class HttpSourceFetcher implements SourceFetcher {
    public HttpSourceFetcher(boolean allow) {}
    @Override public Fetch fetch(String url, Path target) { return new Fetch.Refused(new Failure("x","y")); }
}
