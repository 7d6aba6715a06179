package io.tapedeck.analytics.words;

import io.tapedeck.transcript.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Many phrases, found in one pass over what is said: a tree of their words, so that a place costs what begins like it there. A
 * word is found in any form of it.
 *
 * @param <T> what a phrase stands for
 */
final class PhraseTree<T> {
    private final Node<T> root = new Node<>();
    private final Map<String, Set<String>> byBase = new HashMap<>();
    private final Map<String, Set<String>> meant = new HashMap<>();

    void add(String phrase, T meaning) {
        var node = root;
        for (var word : Token.texts(phrase).toList()) {
            Inflection.bases(word)
                    .forEach(base ->
                            byBase.computeIfAbsent(base, key -> new HashSet<>()).add(word));
            node = node.next.computeIfAbsent(word, key -> new Node<>());
        }
        node.meanings.add(meaning);
    }

    /** Hands on each phrase that is said in a stretch, in the order of where they begin. */
    void find(Stretch stretch, Found<T> found) {
        var tokens = Token.of(stretch.words());
        for (int i = 0; i < tokens.size(); i++) {
            walk(root, tokens, i, i, found);
        }
    }

    private void walk(Node<T> node, List<Token> tokens, int first, int at, Found<T> found) {
        if (!node.meanings.isEmpty()) {
            var place = new Place(tokens, first, at);
            node.meanings.forEach(meaning -> found.accept(meaning, place));
        }
        if (at < tokens.size() && !node.next.isEmpty()) {
            for (var word : meant(tokens.get(at).text())) {
                var next = node.next.get(word);
                if (next != null) {
                    walk(next, tokens, first, at + 1, found);
                }
            }
        }
    }

    /** The words of phrases that a word may be a form of, or of the same as. */
    private Set<String> meant(String token) {
        return meant.computeIfAbsent(token, said -> {
            var words = new HashSet<String>();
            Inflection.bases(said).forEach(base -> words.addAll(byBase.getOrDefault(base, Set.of())));
            return words;
        });
    }

    /** Takes what a phrase stands for, and where it is said. */
    interface Found<T> {
        void accept(T meaning, Place place);
    }

    /**
     * Where a phrase is said.
     *
     * @param first of its tokens
     * @param end behind the last of them
     */
    record Place(List<Token> tokens, int first, int end) {
        int length() {
            return end - first;
        }

        boolean overlaps(Place later) {
            return later.first < end;
        }

        List<Word> words() {
            return tokens.subList(first, end).stream()
                    .map(Token::word)
                    .distinct()
                    .toList();
        }
    }

    private static final class Node<T> {
        private final Map<String, Node<T>> next = new LinkedHashMap<>();
        private final List<T> meanings = new ArrayList<>();
    }
}
