package io.tapedeck.privacy.cue;

import io.tapedeck.audio.Entity;
import io.tapedeck.privacy.token.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Phrases by their words; of several that begin at a place the longest counts, and none that ends within another. */
public final class CueWords {
    private final Node root = new Node();

    /** Phrases that speak of hardly anything else, with bars between them. */
    public CueWords strong(Entity entity, String phrases) {
        return add(Subject.strong(entity), phrases);
    }

    /** Phrases that can speak of much else, with bars between them. */
    public CueWords weak(Entity entity, String phrases) {
        return add(Subject.weak(entity), phrases);
    }

    /** Phrases that speak of what is not personal, with bars between them. */
    public CueWords notPersonal(String phrases) {
        return add(Subject.notPersonal(), phrases);
    }

    /** Those that a voice says, in its order. */
    List<Cue> in(Line line) {
        var cues = new ArrayList<Cue>();
        for (int i = 0; i < line.size(); i++) {
            var cue = longest(line, i);
            if (cue != null
                    && (cues.isEmpty()
                            || cues.getLast().last().position() < cue.last().position())) {
                cues.add(cue);
            }
        }
        return cues;
    }

    /** The longest that begins here; null if none does. */
    private Cue longest(Line line, int start) {
        var node = root;
        Cue found = null;
        for (int i = start; i < line.size(); i++) {
            node = node.next(line.at(i).text());
            if (node == null) {
                break;
            }
            if (node.subject != null) {
                found = new Cue(node.subject, line.at(start), line.at(i));
            }
        }
        return found;
    }

    private CueWords add(Subject subject, String phrases) {
        Arrays.stream(phrases.split("\\|")).map(String::strip).forEach(phrase -> add(subject, phrase.split(" ")));
        return this;
    }

    private void add(Subject subject, String[] words) {
        var node = root;
        for (var word : words) {
            node = node.next.computeIfAbsent(word, each -> new Node());
        }
        node.subject = subject;
    }

    private static final class Node {
        private final Map<String, Node> next = new HashMap<>();
        private Subject subject;

        /** What follows on a word, also in the plural or with "is": "numbers", "number's". */
        private Node next(String word) {
            var exact = next.get(word);
            return exact == null && word.endsWith("s") ? next.get(word.substring(0, word.length() - 1)) : exact;
        }
    }
}
