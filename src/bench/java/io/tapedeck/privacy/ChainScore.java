package io.tapedeck.privacy;

import io.tapedeck.audio.Entity;
import io.tapedeck.audio.Masking;
import io.tapedeck.audio.Range;
import io.tapedeck.audio.Redaction;
import io.tapedeck.redaction.Cutting;
import io.tapedeck.redaction.RedactedCall;
import io.tapedeck.redaction.Sound;
import io.tapedeck.redaction.search.ValueSearch;
import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.Word;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How much of what is personal cannot be understood any more once a call is cut by what was heard of it, by words. */
final class ChainScore {
    private static final Cutting CUTTING = new Cutting(Masking.Style.SILENCE, 0.2, Redaction.Channels.ALL);
    /** Of a word, from which on nobody understands it. */
    private static final double ENOUGH = 0.8;
    /** Seconds by which a word that is heard is where it is said. */
    private static final double CLOSE = 0.3;

    private final PersonalData data = new PersonalData("US");
    private final ValueSearch search = new ValueSearch();
    private final Map<Entity, int[]> personal = new EnumMap<>(Entity.class);
    private final int[] others = new int[2];
    private final int[] right = new int[2];
    private final int[] personalAndHeard = new int[2];

    ChainScore() {
        EnumSet.allOf(Entity.class).forEach(entity -> personal.put(entity, new int[2]));
    }

    /** @param heard what is known of the words */
    void add(SpokenExample call, Transcript heard) {
        var found = data.find(heard, EnumSet.allOf(Entity.class));
        var sound = new Sound(call.said().duration(), 2);
        var masks = RedactedCall.of(heard, found, search, sound, CUTTING, List.of(), List.of())
                .plan()
                .masking()
                .on(0);
        for (int i = 0; i < call.said().segments().size(); i++) {
            var segment = call.said().segments().get(i);
            for (int j = 0; j < segment.words().size(); j++) {
                var word = segment.words().get(j);
                var entity = call.example().marked().get(new Example.Place(i, j));
                var isGone = isGone(word, masks);
                var isHeard = isHeard(word, heard);
                count(entity == null ? others : personal.get(entity), isGone);
                count(right, isHeard);
                if (entity != null && isHeard) {
                    count(personalAndHeard, isGone);
                }
            }
        }
    }

    /** Of words that are personal, the share that is gone. */
    double recall() {
        return share(personal.values());
    }

    /** The same of one kind. */
    double recall(Entity entity) {
        return share(List.of(personal.get(entity)));
    }

    /** The same of those that were heard as what they are. */
    double recallOfHeard() {
        return share(List.of(personalAndHeard));
    }

    /** Words of one kind. */
    int words(Entity entity) {
        return personal.get(entity)[1];
    }

    /** Of words that are not personal, the share that is gone, too. */
    double lost() {
        return share(List.of(others));
    }

    /** Of all words, the share that was heard as what they are. */
    double heard() {
        return share(List.of(right));
    }

    private static boolean isGone(Word word, List<Range> masks) {
        var masked = masks.stream()
                .mapToDouble(mask -> Math.min(mask.end(), word.end()) - Math.max(mask.start(), word.start()))
                .filter(overlap -> overlap > 0)
                .sum();
        return masked >= ENOUGH * (word.end() - word.start());
    }

    private static boolean isHeard(Word said, Transcript heard) {
        return heard.segments().stream()
                .flatMap(segment -> segment.words().stream())
                .anyMatch(word -> Math.abs(word.start() - said.start()) <= CLOSE
                        && plain(word).equals(plain(said)));
    }

    private static String plain(Word word) {
        return word.text().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    private static void count(int[] counts, boolean isSo) {
        counts[0] += isSo ? 1 : 0;
        counts[1]++;
    }

    private static double share(Iterable<int[]> counts) {
        var part = 0;
        var whole = 0;
        for (var count : counts) {
            part += count[0];
            whole += count[1];
        }
        return whole == 0 ? 1 : (double) part / whole;
    }
}
