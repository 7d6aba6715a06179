package io.tapedeck.process;

import io.tapedeck.process.ToolFailedException.Reason;
import java.io.IOException;
import java.io.InputStream;

/** Keeps what a program writes, and ends one that writes or says more than it has to. */
public final class Printed implements Tool.Output, LogTail.Filter {
    private final int most;
    private byte[] written = {};
    private long said;

    /** @param most bytes of what it writes, and characters of what it says */
    public Printed(int most) {
        this.most = most;
    }

    @Override
    public void drain(InputStream stream) throws IOException {
        written = stream.readNBytes(most);
        if (stream.read() >= 0) {
            throw tooMuch();
        }
    }

    @Override
    public boolean keeps(String line) {
        said += line.length();
        if (said > most) {
            throw tooMuch();
        }
        return true;
    }

    /** All that it wrote. */
    public byte[] written() {
        return written.clone();
    }

    private ToolFailedException tooMuch() {
        return new ToolFailedException(Reason.WROTE_TOO_MUCH, "The program printed more than %d bytes".formatted(most));
    }
}
