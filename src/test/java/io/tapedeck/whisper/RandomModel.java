package io.tapedeck.whisper;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Writes a model for whisper.cpp of one small layer each, whose weights are random, always the same: what it hears is nonsense, but
 * it takes, prints and ends as any model does.
 */
public final class RandomModel {
    private static final int MAGIC = 0x67676d6c;
    private static final int STATE = 64;
    private static final int AUDIO_CONTEXT = 1500;
    private static final int TEXT_CONTEXT = 64;
    private static final int MELS = 80;
    private static final int FREQUENCIES = 201;
    private static final int HALF_FLOATS = 1;
    /** Tokens that are text; the others are marks and times. */
    private static final int TEXTS = 50_256;

    private final Random random = new Random(1);
    private final DataOutputStream stream;
    private final int tokens;

    private RandomModel(DataOutputStream stream, int tokens) {
        this.stream = stream;
        this.tokens = tokens;
    }

    /** Writes a model that knows English alone. */
    public static Path english(Path file) throws IOException {
        return write(file, 51_864);
    }

    /** Writes a model that knows many languages. */
    public static Path multilingual(Path file) throws IOException {
        return write(file, 51_865);
    }

    private static Path write(Path file, int tokens) throws IOException {
        try (var stream = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            new RandomModel(stream, tokens).write();
        }
        return file;
    }

    private void write() throws IOException {
        numbers(MAGIC, tokens, AUDIO_CONTEXT, STATE, 1, 1, TEXT_CONTEXT, STATE, 1, 1, MELS, HALF_FLOATS);
        numbers(MELS, FREQUENCIES);
        floats(MELS * FREQUENCIES, 0.1);
        vocabulary();
        encoder();
        decoder();
    }

    /** It looks for the first three. */
    private void vocabulary() throws IOException {
        numbers(TEXTS);
        for (int i = 0; i < TEXTS; i++) {
            var text = switch (i) {
                case 0 -> " ";
                case 1 -> " -";
                case 2 -> " '";
                default -> (i % 3 == 0 ? "" : " ") + Integer.toString(i, Character.MAX_RADIX);
            };
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            numbers(bytes.length);
            stream.write(bytes);
        }
    }

    private void encoder() throws IOException {
        full("encoder.positional_embedding", STATE, AUDIO_CONTEXT);
        half("encoder.conv1.weight", 3, MELS, STATE);
        full("encoder.conv1.bias", 1, STATE);
        half("encoder.conv2.weight", 3, STATE, STATE);
        full("encoder.conv2.bias", 1, STATE);
        norm("encoder.ln_post");
        norm("encoder.blocks.0.mlp_ln");
        mlp("encoder.blocks.0.mlp");
        attention("encoder.blocks.0.attn");
    }

    private void decoder() throws IOException {
        full("decoder.positional_embedding", STATE, TEXT_CONTEXT);
        header("decoder.token_embedding.weight", HALF_FLOATS, STATE, tokens);
        halfFloats(TEXTS * STATE, 1);
        halfFloats((tokens - TEXTS) * STATE, 0.01);
        norm("decoder.ln");
        norm("decoder.blocks.0.mlp_ln");
        mlp("decoder.blocks.0.mlp");
        attention("decoder.blocks.0.attn");
        attention("decoder.blocks.0.cross_attn");
    }

    private void mlp(String name) throws IOException {
        half(name + ".0.weight", STATE, 4 * STATE);
        full(name + ".0.bias", 4 * STATE);
        half(name + ".2.weight", 4 * STATE, STATE);
        full(name + ".2.bias", STATE);
    }

    private void attention(String name) throws IOException {
        norm(name + "_ln");
        half(name + ".query.weight", STATE, STATE);
        full(name + ".query.bias", STATE);
        half(name + ".key.weight", STATE, STATE);
        half(name + ".value.weight", STATE, STATE);
        full(name + ".value.bias", STATE);
        half(name + ".out.weight", STATE, STATE);
        full(name + ".out.bias", STATE);
    }

    private void norm(String name) throws IOException {
        header(name + ".weight", 0, STATE);
        for (int i = 0; i < STATE; i++) {
            numbers(Float.floatToIntBits(1));
        }
        full(name + ".bias", STATE);
    }

    private void full(String name, int... sizes) throws IOException {
        header(name, 0, sizes);
        floats(IntStream.of(sizes).reduce(1, (one, other) -> one * other), 0.1);
    }

    private void half(String name, int... sizes) throws IOException {
        header(name, HALF_FLOATS, sizes);
        halfFloats(IntStream.of(sizes).reduce(1, (one, other) -> one * other), 0.1);
    }

    private void header(String name, int type, int... sizes) throws IOException {
        numbers(sizes.length, name.length(), type);
        numbers(sizes);
        stream.writeBytes(name);
    }

    private void floats(int count, double scale) throws IOException {
        for (int i = 0; i < count; i++) {
            numbers(Float.floatToIntBits((float) (random.nextGaussian() * scale)));
        }
    }

    private void halfFloats(int count, double scale) throws IOException {
        for (int i = 0; i < count; i++) {
            stream.writeShort(Short.reverseBytes(Float.floatToFloat16((float) (random.nextGaussian() * scale))));
        }
    }

    /** Little-endian, all of them. */
    private void numbers(int... values) throws IOException {
        for (int value : values) {
            stream.writeInt(Integer.reverseBytes(value));
        }
    }
}
