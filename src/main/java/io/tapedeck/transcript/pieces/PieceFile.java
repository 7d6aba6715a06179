package io.tapedeck.transcript.pieces;

import io.tapedeck.audio.AudioProcessingException;
import io.tapedeck.transcript.Recognizer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The sound of a piece as a WAV file, copied out of that of its channel; it goes when it is closed. */
record PieceFile(Path wav) implements AutoCloseable {
    private static final int HEADER = 44;
    private static final int FORMAT_LENGTH = 16;
    private static final short PCM = 1;

    static PieceFile of(Piece piece, Path folder) {
        var wav = folder.resolve("piece-%d-%d.wav"
                .formatted(piece.channel().number(), sample(piece.range().start())));
        try (var from = FileChannel.open(piece.channel().pcm());
                var to = FileChannel.open(wav, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var start = Short.BYTES * sample(piece.range().start());
            var end = Math.min(Short.BYTES * sample(piece.range().end()), from.size());
            for (var header = header((int) (end - start)); header.hasRemaining(); ) {
                to.write(header);
            }
            for (var at = start; at < end; ) {
                at += from.transferTo(at, end - at, to);
            }
            return new PieceFile(wav);
        } catch (IOException e) {
            throw new AudioProcessingException("A piece of a channel could not be copied to a file", e);
        }
    }

    @Override
    public void close() {
        try {
            Files.delete(wav);
        } catch (IOException e) {
            throw new AudioProcessingException("The file of a piece could not be removed", e);
        }
    }

    private static long sample(double seconds) {
        return Math.round(seconds * Recognizer.SAMPLE_RATE);
    }

    private static ByteBuffer header(int bytes) {
        var header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.put(ascii("RIFF")).putInt(HEADER - 8 + bytes).put(ascii("WAVE"));
        header.put(ascii("fmt ")).putInt(FORMAT_LENGTH).putShort(PCM).putShort((short) 1);
        header.putInt(Recognizer.SAMPLE_RATE).putInt(Short.BYTES * Recognizer.SAMPLE_RATE);
        header.putShort((short) Short.BYTES).putShort((short) Short.SIZE);
        return header.put(ascii("data")).putInt(bytes).flip();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
