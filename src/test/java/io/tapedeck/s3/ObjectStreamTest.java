package io.tapedeck.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

class ObjectStreamTest {
    private static final byte[] TEST = "a test".getBytes();

    @Test
    void whereAConnectionEndsEarlyAnotherOneGoesOn() throws IOException {
        try (var stream =
                new ObjectStream(offset -> connection(offset, new ByteArrayInputStream(TEST, (int) offset, 2)))) {
            assertThat(stream.readAllBytes()).isEqualTo(TEST);
        }
    }

    @Test
    void whereAConnectionBreaksAnotherOneGoesOn() throws IOException {
        try (var stream = new ObjectStream(offset -> connection(offset, new Breaking(offset)))) {
            assertThat(stream.readAllBytes()).isEqualTo(TEST);
        }
    }

    @Test
    void whatNeverComesWholeIsNotTakenForWhole() {
        var stream = new ObjectStream(
                offset -> connection(offset, new ByteArrayInputStream(TEST, (int) offset, offset == 0 ? 2 : 0)));

        assertThatThrownBy(stream::readAllBytes).hasMessage("The connection ended after 2 of 6 bytes");
    }

    @Test
    void whatIsRemovedMeanwhileIsNotTakenForWhole() {
        var stream = new ObjectStream(offset -> {
            if (offset > 0) {
                throw SdkClientException.create("gone");
            }
            return connection(offset, new ByteArrayInputStream(TEST, 0, 2));
        });

        assertThatThrownBy(stream::readAllBytes)
                .isInstanceOf(IOException.class)
                .hasMessage("The object cannot be read any further");
    }

    private static ResponseInputStream<GetObjectResponse> connection(long offset, InputStream bytes) {
        var response =
                GetObjectResponse.builder().contentLength(TEST.length - offset).build();
        return new ResponseInputStream<>(response, AbortableInputStream.create(bytes));
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
