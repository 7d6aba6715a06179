package io.tapedeck.privacy;

import io.tapedeck.audio.Entity;
import io.tapedeck.audio.Masking;
import io.tapedeck.audio.Redaction;
import io.tapedeck.bench.CpuTime;
import io.tapedeck.bench.Duel;
import io.tapedeck.bench.Report;
import io.tapedeck.bench.Row;
import io.tapedeck.redaction.Cutting;
import io.tapedeck.redaction.RedactedCall;
import io.tapedeck.redaction.Sound;
import io.tapedeck.redaction.search.ValueSearch;
import io.tapedeck.transcript.Spoken;
import io.tapedeck.transcript.SpokenWord;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.Turns;
import io.tapedeck.transcript.WordTimes;
import io.tapedeck.transcript.format.TranscriptForm;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** How much of what is personal in the corpus is found, how much of what is found is personal, and how fast. */
class PrivacyBench {
    private static final String PEER = "plain regular expressions";
    private static final Set<Entity> ALL = EnumSet.allOf(Entity.class);
    private static final int WORDS = 12_000;
    private static final double PERCENT = 100;

    private static final Cutting CUTTING = new Cutting(Masking.Style.SILENCE, 0.2, Redaction.Channels.ALL);

    private final PersonalData data = new PersonalData("US");
    private final ValueSearch search = new ValueSearch();

    @Test
    void pii(TestInfo test) throws Exception {
        var report = Report.of(test);
        var aside = add(report, "part set aside", Corpus.aside());
        var known = add(report, "known part", Corpus.known());
        print(aside, known, Score.of(Corpus.aside(), PlainExpressions::find));
        var transcript = conversation();
        var cpu = new CpuTime();
        report.add(new Duel(10, 21)
                .of(
                        cpu.side("Tapedeck", () -> data.find(transcript, ALL)),
                        cpu.side(PEER, () -> PlainExpressions.find(transcript)))
                .row("personal data found in 12,000 words", "ms of CPU", 0, PEER)
                .under(200));
        report.add(new Duel(10, 21)
                .of(
                        cpu.side("Tapedeck", () -> redacted(transcript)),
                        cpu.side("finding alone", () -> data.find(transcript, ALL)))
                .row("12,000 words found, redacted and searched", "ms of CPU", 0, "finding alone"));
    }

    /** As a job does it. Where something is left, which is nowhere. */
    private List<String> redacted(Transcript transcript) {
        var found = data.find(transcript, ALL);
        var sound = new Sound(transcript.duration(), 2);
        var redaction = RedactedCall.of(transcript, found, search, sound, CUTTING, List.of(), List.of());
        return redaction
                .values()
                .inDocument(TranscriptForm.JSON.write(
                        redaction.transcript(sound.duration()).orElseThrow()));
    }

    private Score add(Report report, String part, List<Example> examples) throws Exception {
        var ours = Score.of(examples, transcript -> Example.words(data.find(transcript, ALL)));
        var theirs = Score.of(examples, PlainExpressions::find);
        report.add(
                row(part, "recall", ours.recall(), theirs.recall()).from(98),
                row(part, "precision", ours.precision(), theirs.precision()).from(96),
                row(part, "right labels", ours.labels(), theirs.labels()));
        System.out.println("Missed in the " + part + ": " + String.join("; ", ours.missed()));
        System.out.println("Wrong in the " + part + ": " + String.join("; ", ours.wrong()));
        return ours;
    }

    /** The table of docs/redaction.md. */
    private static void print(Score aside, Score known, Score expressions) {
        System.out.println(
                "| kind | words set aside | recall | precision | known: recall | precision | regular expressions, set aside: recall | precision |");
        System.out.println("|---|---:|---:|---:|---:|---:|---:|---:|");
        for (var entity : Entity.values()) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f |%n",
                    entity,
                    aside.words(entity),
                    PERCENT * aside.recall(entity),
                    PERCENT * aside.precision(entity),
                    PERCENT * known.recall(entity),
                    PERCENT * known.precision(entity),
                    PERCENT * expressions.recall(entity),
                    PERCENT * expressions.precision(entity));
        }
        System.out.printf(
                Locale.ROOT,
                "| **all** | | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f |%n",
                PERCENT * aside.recall(),
                PERCENT * aside.precision(),
                PERCENT * known.recall(),
                PERCENT * known.precision(),
                PERCENT * expressions.recall(),
                PERCENT * expressions.precision());
    }

    private static Row row(String part, String name, double ours, double theirs) {
        return new Row(name + ", " + part, "% of words", PERCENT * ours, PEER, PERCENT * theirs, 1, "");
    }

    /** The tuned part's turns one after another, again and again. */
    private static Transcript conversation() {
        var words = new ArrayList<SpokenWord>();
        var time = 0.0;
        var examples = Corpus.known();
        for (int i = 0; words.size() < WORDS; i++) {
            var turns = examples.get(i % examples.size()).transcript().segments();
            for (var turn : turns) {
                for (var word : turn.words()) {
                    words.add(new SpokenWord(turn.voice(), word.at(time, time + 0.3)));
                    time += 0.32;
                }
                time += 0.6;
            }
        }
        var said = words.subList(0, WORDS);
        return new Transcript(Spoken.ORIGIN, time + 1, false, WordTimes.HEARD, List.of(), Turns.of(said));
    }
}
