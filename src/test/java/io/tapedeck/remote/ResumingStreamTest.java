package io.tapedeck.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.remote.ResumingStream.Connection;
import io.tapedeck.remote.ResumingStream.Source;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResumingStreamTest {
    private static final byte[] TEST = "a test".getBytes();

    @Test
    void whereAConnectionEndsEarlyAnotherOneGoesOn() throws IOException {
        try (var stream = stream(offset -> connection(offset, new ByteArrayInputStream(TEST, (int) offset, 2)))) {
            assertThat(stream.readAllBytes()).isEqualTo(TEST);
        }
    }

    @Test
    void whereAConnectionBreaksAnotherOneGoesOn() throws IOException {
        try (var stream = stream(offset -> connection(offset, new Breaking(offset)))) {
            assertThat(stream.readAllBytes()).isEqualTo(TEST);
        }
    }

    @Test
    void whatNeverComesWholeIsNotTakenForWhole() {
        var stream =
                stream(offset -> connection(offset, new ByteArrayInputStream(TEST, (int) offset, offset == 0 ? 2 : 0)));

        assertThatThrownBy(stream::readAllBytes).hasMessage("The connection ended after 2 of 6 bytes");
    }

    @Test
    void whatIsRemovedMeanwhileIsNotTakenForWhole() {
        var stream = stream(offset -> {
            if (offset > 0) {
                throw new IllegalStateException("gone");
            }
            return connection(offset, new ByteArrayInputStream(TEST, 0, 2));
        });

        assertThatThrownBy(stream::readAllBytes)
                .isInstanceOf(IOException.class)
                .hasMessage("The object cannot be read any further");
    }

    @Test
    void aConnectionThatGaveAllIsLeftToOthersAndAnyOtherIsCutOff() throws IOException {
        var whole = new Watched(TEST.length);
        try (var stream = new ResumingStream(whole.connection(), _ -> whole.connection())) {
            stream.readAllBytes();
        }
        var left = new Watched(TEST.length);
        try (var stream = new ResumingStream(left.connection(), _ -> left.connection())) {
            stream.read();
        }

        assertThat(whole.said).containsExactly("closed");
        assertThat(left.said).containsExactly("aborted");
    }

    private static ResumingStream stream(Source source) {
        return new ResumingStream(source.from(0), source);
    }

    private static Connection connection(long offset, InputStream bytes) {
        return new Connection(bytes, TEST.length - offset, () -> {});
    }

    /** Says what is done to it in the end. */
    private static final class Watched extends ByteArrayInputStream {
        private final List<String> said = new ArrayList<>();

        Watched(int length) {
            super(TEST, 0, length);
        }

        Connection connection() {
            return new Connection(this, count, () -> said.add("aborted"));
        }

        @Override
        public void close() {
            said.add("closed");
        }
    }

    /** Gives a byte and breaks. */
    private static final class Breaking extends FilterInputStream {
        private boolean isBroken;

        Breaking(long offset) {
            super(new ByteArrayInputStream(TEST, (int) offset, TEST.length));
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (isBroken) {
                throw new IOException("reset by peer");
            }
            isBroken = true;
            return super.read(target, offset, 1);
        }
    }
}
