package io.tapedeck.privacy;

import io.tapedeck.audio.Range;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A voice of the synthesiser flite, which tells when it says each sound of a sentence, and so when each word. */
final class Flite {
    static final int RATE = 16_000;
    private static final int HEADER = 44;
    private static final String PAUSE = "pau";

    private final String voice;
    private final Path file;
    private final Map<String, List<String>> sounds = new HashMap<>();

    /** @param folder for a file */
    Flite(String voice, Path folder) {
        this.voice = voice;
        this.file = folder.resolve(voice + ".wav");
    }

    /**
     * What is said of some words.
     *
     * @param samples at 16 kHz
     * @param words when each is said, seconds from the start
     */
    record Said(short[] samples, List<Range> words) {}

    /** Says words as one sentence. */
    Said say(List<String> words) throws IOException {
        var text = String.join(" ", words).replaceAll("[.?!]+", ",").replaceAll(",$", "");
        var names = new ArrayList<String>();
        var ends = new ArrayList<Double>();
        for (var sound : run("-psdur", text, file.toString())) {
            names.add(sound.substring(0, sound.indexOf(':')));
            ends.add(Double.valueOf(sound.substring(sound.indexOf(':') + 1)));
        }
        return new Said(samples(), times(words, names, ends));
    }

    private short[] samples() throws IOException {
        var wav = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        var samples = new short[(wav.capacity() - HEADER) / Short.BYTES];
        wav.position(HEADER).asShortBuffer().get(samples);
        return samples;
    }

    private List<Range> times(List<String> words, List<String> names, List<Double> ends) throws IOException {
        var expected = new ArrayList<String>();
        var owners = new ArrayList<Integer>();
        for (int i = 0; i < words.size(); i++) {
            for (var sound : alone(words.get(i))) {
                expected.add(sound);
                owners.add(i);
            }
        }
        var starts = new double[words.size()];
        var stops = new double[words.size()];
        Arrays.fill(starts, Double.NaN);
        var matched = Alignment.of(names, expected, PAUSE);
        for (int i = 0; i < names.size(); i++) {
            if (matched[i] >= 0) {
                var word = owners.get(matched[i]);
                starts[word] = Double.isNaN(starts[word]) ? i == 0 ? 0 : ends.get(i - 1) : starts[word];
                stops[word] = ends.get(i);
            }
        }
        var times = new ArrayList<Range>();
        for (int i = 0; i < starts.length; i++) {
            if (Double.isNaN(starts[i])) {
                throw new IOException("flite does not say " + words.get(i));
            }
            times.add(new Range(starts[i], stops[i]));
        }
        return times;
    }

    /** The sounds of a word by itself. */
    private List<String> alone(String word) throws IOException {
        var plain = word.replaceAll("[.,?!]+", "");
        if (!sounds.containsKey(plain)) {
            sounds.put(
                    plain,
                    run("-ps", plain, "none").stream()
                            .filter(sound -> !sound.equals(PAUSE))
                            .toList());
        }
        return sounds.get(plain);
    }

    private List<String> run(String print, String text, String output) throws IOException {
        var process = new ProcessBuilder("flite", "-voice", voice, print, "-t", text, "-o", output).start();
        try (var printed = process.getInputStream()) {
            var sounds = new String(printed.readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.onExit().join().exitValue() != 0) {
                throw new IOException("flite failed");
            }
            return List.of(sounds.split("\\s+"));
        }
    }
}
