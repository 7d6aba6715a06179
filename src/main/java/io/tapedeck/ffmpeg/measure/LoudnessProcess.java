package io.tapedeck.ffmpeg.measure;

import io.tapedeck.audio.measure.Loudness;
import io.tapedeck.container.Container;
import io.tapedeck.ffmpeg.probe.InputFilters;
import io.tapedeck.ffmpeg.probe.PcmFormat;
import io.tapedeck.ffmpeg.process.FfmpegFaults;
import io.tapedeck.ffmpeg.process.FfmpegSettings;
import io.tapedeck.process.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures the loudness of what another ffmpeg makes while it makes it, in a process of its own: ffmpeg filters and encodes
 * one after the other, and measuring would make it slower by a third.
 */
public final class LoudnessProcess implements Tool.Output {
    private static final String NAME = "result";
    private static final int FRAMES = 8192;
    private static final int HEADER = 44;
    private static final short FLOATS = 3;
    private static final int WIDTH = Float.BYTES;
    /** In place of a length that is not known yet. */
    private static final int ENDLESS = -1;

    private final FfmpegSettings settings;
    private final Tool tool;
    private final PcmFormat pcmFormat;
    private final PcmReader.Listener samples;
    private final LoudnessFilters filters;
    private Tool.Exit exit;

    /**
     * @param samples takes what streams by as well, in 16 bits
     */
    public LoudnessProcess(FfmpegSettings settings, Tool tool, PcmFormat pcmFormat, PcmReader.Listener samples) {
        this.settings = settings;
        this.tool = tool;
        this.pcmFormat = pcmFormat;
        this.samples = samples;
        this.filters = new LoudnessFilters(NAME, pcmFormat.sampleRate());
    }

    /** Takes floats, little-endian, of the channels in turn. */
    @Override
    public void drain(InputStream stream) throws IOException {
        try {
            exit = tool.run(new Tool.Run(command(), stdin -> pass(stream, stdin), none -> {}, line -> true, 0));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** To be asked once all has been taken in. */
    public Loudness loudness() {
        return filters.read(FfmpegFaults.checked(exit).log());
    }

    private List<String> command() {
        var command = new ArrayList<>(List.of(settings.ffmpeg(), "-nostdin", "-hide_banner", "-nostats", "-v", "info"));
        command.addAll(List.of("-threads", "1", "-filter_threads", "1"));
        command.addAll(Container.WAV.pipeOptions());
        command.addAll(List.of("-ignore_length", "1", "-i", "pipe:0"));
        command.addAll(List.of(
                "-af", InputFilters.plain(pcmFormat.channels()).filters() + "," + filters.chain(), "-f", "null", "-"));
        return command;
    }

    /** A tool that has ended takes no more, but whoever makes the sound is to come to its end. */
    private void pass(InputStream stream, OutputStream stdin) {
        var frame = WIDTH * pcmFormat.channels();
        var bytes = new byte[FRAMES * frame];
        var pcm = new short[FRAMES * pcmFormat.channels()];
        try {
            var takes = isWritten(stdin, header(), HEADER);
            for (int count; (count = stream.readNBytes(bytes, 0, bytes.length)) > 0; ) {
                takes = takes && isWritten(stdin, bytes, count);
                round(bytes, pcm, count / WIDTH);
                samples.accept(pcm, count / frame);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isWritten(OutputStream stdin, byte[] bytes, int count) {
        try {
            stdin.write(bytes, 0, count);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private byte[] header() {
        var frame = WIDTH * pcmFormat.channels();
        return ByteBuffer.allocate(HEADER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("RIFF"))
                .putInt(ENDLESS)
                .put(ascii("WAVEfmt "))
                .putInt(16)
                .putShort(FLOATS)
                .putShort((short) pcmFormat.channels())
                .putInt(pcmFormat.sampleRate())
                .putInt(pcmFormat.sampleRate() * frame)
                .putShort((short) frame)
                .putShort((short) Float.SIZE)
                .put(ascii("data"))
                .putInt(ENDLESS)
                .array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** As ffmpeg does it: to the nearest, and no further than full scale. */
    private static void round(byte[] bytes, short[] pcm, int count) {
        var floats = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        for (int i = 0; i < count; i++) {
            var scaled = (long) Math.rint(floats.get(i) * -(double) Short.MIN_VALUE);
            pcm[i] = (short) Math.clamp(scaled, Short.MIN_VALUE, Short.MAX_VALUE);
        }
    }
}
