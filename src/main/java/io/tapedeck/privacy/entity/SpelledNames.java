package io.tapedeck.privacy.entity;

import io.tapedeck.audio.Entity;
import io.tapedeck.privacy.cue.Cues;
import io.tapedeck.privacy.cue.Find;
import io.tapedeck.privacy.lexicon.FirstNames;
import io.tapedeck.privacy.lexicon.OrdinaryWords;
import io.tapedeck.privacy.token.Conversation;
import io.tapedeck.privacy.token.Run;
import io.tapedeck.privacy.token.Runs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds names that are spelled letter by letter: beside a phrase that speaks of names, or after the name itself. */
record SpelledNames(Conversation conversation, Cues names, FirstNames firstNames, OrdinaryWords ordinary) {
    private static final int SHORTEST = 3;
    /** Words between a phrase, or a name, and its letters. */
    private static final int MOST_BETWEEN = 14;

    List<Find> find(List<Find> found) {
        var lastOf = new HashMap<String, Integer>();
        found.forEach(find -> find.tokens().forEach(token -> lastOf.put(token.text(), token.order())));
        var finds = new ArrayList<Find>();
        for (var line : conversation.lines()) {
            for (var run : Runs.ofLetters(line)) {
                if (run.length() >= SHORTEST && isName(run, lastOf)) {
                    finds.add(new Find(Entity.NAME, Find.WEAK, run.tokens()));
                }
            }
        }
        return finds;
    }

    /** Whether it spells a word that was said just before and is no ordinary one. */
    private boolean isSaid(String letters, Run run) {
        var first = run.first().order();
        return !ordinary.contains(letters)
                && conversation.tokens().subList(Math.max(0, first - MOST_BETWEEN), first).stream()
                        .anyMatch(token -> token.text().equals(letters));
    }

    private boolean isName(Run run, Map<String, Integer> lastOf) {
        var letters = run.characters().toLowerCase(Locale.ROOT);
        if (lastOf.containsKey(letters) || isSaid(letters, run) || firstNames.contains(letters)) {
            return true;
        }
        return names.before(run.first()).stream()
                .findFirst()
                .filter(cue -> cue.subject().isPersonal())
                .filter(cue -> run.first().order() - cue.last().order() <= MOST_BETWEEN)
                .isPresent();
    }
}
