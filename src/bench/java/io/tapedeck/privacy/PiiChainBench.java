package io.tapedeck.privacy;

import io.tapedeck.audio.Entity;
import io.tapedeck.bench.Report;
import io.tapedeck.bench.Row;
import io.tapedeck.transcript.pieces.BareEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/**
 * What of the examples set aside can still be understood once they were spoken, transcribed and cut: the errors of the recogniser are in it. The
 * peer is the same cut by a transcript without one.
 */
class PiiChainBench {
    private static final String PEER = "every word heard right";
    private static final double PERCENT = 100;

    private final BareEngine engine = BareEngine.found();

    @TempDir
    private Path folder;

    @Test
    void piichain(TestInfo test) throws Exception {
        var calls = calls();
        var right = new ChainScore();
        calls.forEach(call -> right.add(call, call.said()));
        var telephone = heard(calls, true);
        var wide = heard(calls, false);
        Report.of(test)
                .add(
                        row("telephone", telephone, right, calls),
                        row("16 kHz", wide, right, calls),
                        new Row(
                                "other words cut, " + place("telephone"),
                                "% of words",
                                PERCENT * telephone.lost(),
                                PEER,
                                PERCENT * right.lost(),
                                1,
                                ""));
        print(calls, right, telephone, wide);
    }

    private Row row(String band, ChainScore ours, ChainScore right, List<SpokenExample> calls) {
        var words =
                calls.stream().mapToInt(call -> call.example().marked().size()).sum();
        return new Row(
                "recall by words through the whole chain, %s, %,d words".formatted(place(band), words),
                "% of words",
                PERCENT * ours.recall(),
                PEER,
                PERCENT * right.recall(),
                1,
                "");
    }

    private String place(String band) {
        return "%s, %s".formatted(band, engine.engine());
    }

    private List<SpokenExample> calls() throws IOException {
        var voices = List.of(new Flite("slt", folder), new Flite("rms", folder));
        var calls = new ArrayList<SpokenExample>();
        for (var example : Corpus.aside()) {
            if (!example.marked().isEmpty() && SpokenExample.isSpeakable(example)) {
                calls.add(SpokenExample.of(example, voices));
            }
        }
        return calls;
    }

    private ChainScore heard(List<SpokenExample> calls, boolean isTelephone) throws IOException {
        var score = new ChainScore();
        for (int i = 0; i < calls.size(); i++) {
            var work = Files.createTempDirectory(folder, "call");
            var wav = calls.get(i).file(folder.resolve("call-%d-%s.wav".formatted(i, isTelephone)), isTelephone);
            score.add(calls.get(i), engine.heard(wav, work));
            Files.delete(wav);
        }
        return score;
    }

    private static void print(List<SpokenExample> calls, ChainScore right, ChainScore telephone, ChainScore wide) {
        var minutes = calls.stream().mapToDouble(call -> call.said().duration()).sum() / 60;
        System.out.printf(
                Locale.ROOT,
                "%d calls of %.1f minutes; of all words %.1f %% are heard right by telephone, %.1f %% at 16 kHz%n",
                calls.size(),
                minutes,
                PERCENT * telephone.heard(),
                PERCENT * wide.heard());
        System.out.println("| kind | words | every word heard right | telephone | 16 kHz |\n|---|---:|---:|---:|---:|");
        for (var entity : Entity.values()) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %.1f | %.1f | %.1f |%n",
                    entity,
                    right.words(entity),
                    PERCENT * right.recall(entity),
                    PERCENT * telephone.recall(entity),
                    PERCENT * wide.recall(entity));
        }
        System.out.printf(
                Locale.ROOT,
                "| **all** | | %.1f | %.1f | %.1f |%n| of those heard right | | %.1f | %.1f | %.1f |%n| other words cut | | %.1f | %.1f | %.1f |%n",
                PERCENT * right.recall(),
                PERCENT * telephone.recall(),
                PERCENT * wide.recall(),
                PERCENT * right.recallOfHeard(),
                PERCENT * telephone.recallOfHeard(),
                PERCENT * wide.recallOfHeard(),
                PERCENT * right.lost(),
                PERCENT * telephone.lost(),
                PERCENT * wide.lost());
    }
}
