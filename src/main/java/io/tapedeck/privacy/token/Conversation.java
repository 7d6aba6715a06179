package io.tapedeck.privacy.token;

import io.tapedeck.transcript.Transcript;
import io.tapedeck.transcript.Voice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What all voices say, as tokens; sounds that a recogniser writes down are none.
 *
 * @param tokens in the order in which they were said
 * @param lines by voice
 * @param isCased whether capitals are written
 */
public record Conversation(List<Token> tokens, List<Line> lines, boolean isCased) {

    /** Words in which one with a capital comes where capitals are written. */
    private static final int WORDS_A_CAPITAL = 60;

    /** What engines write with a capital that write no others. */
    private static final Set<String> FIRST_PERSON = Set.of("i", "im", "ill", "ive", "id");

    /** The conversation of a transcript. */
    public static Conversation of(Transcript transcript) {
        var tokens = new ArrayList<Token>();
        Map<Voice, Integer> numbers = new HashMap<>();
        Map<Voice, List<Token>> voices = new LinkedHashMap<>();
        for (var said : inOrder(transcript)) {
            var number = numbers.computeIfAbsent(said.voice, voice -> numbers.size());
            var voice = voices.computeIfAbsent(said.voice, each -> new ArrayList<>());
            for (var piece : Pieces.of(said.text)) {
                var token = said.token(piece, tokens.size(), number, voice.size());
                tokens.add(token);
                voice.add(token);
            }
        }
        var capitals = tokens.stream()
                .filter(token -> token.isCapital() && !token.isOneOf(FIRST_PERSON))
                .count();
        var isCased = capitals > 0 && capitals * WORDS_A_CAPITAL >= tokens.size();
        return new Conversation(
                List.copyOf(tokens), voices.values().stream().map(Line::new).toList(), isCased);
    }

    /** The line that a token is of. */
    public Line lineOf(Token token) {
        return lines.get(token.line());
    }

    private static List<Said> inOrder(Transcript transcript) {
        var words = new ArrayList<Said>(transcript.wordCount());
        for (int i = 0; i < transcript.segments().size(); i++) {
            var segment = transcript.segments().get(i);
            var texts = segment.words().stream()
                    .map(word -> Characters.plain(word.text()))
                    .toList();
            var sounds = Sounds.of(texts);
            for (int j = 0; j < texts.size(); j++) {
                if (!sounds.get(j) && !texts.get(j).isEmpty()) {
                    var word = segment.words().get(j);
                    words.add(new Said(segment.voice(), i, j, word.start(), word.end(), texts.get(j)));
                }
            }
        }
        words.sort(Comparator.comparingDouble(Said::start));
        return words;
    }

    @Override
    public String toString() {
        return "Conversation[tokens=%d]".formatted(tokens.size());
    }

    private record Said(Voice voice, int segment, int word, double start, double end, String text) {
        @Override
        public String toString() {
            return "Said[segment=%d, word=%d]".formatted(segment, word);
        }

        Token token(Piece piece, int order, int line, int position) {
            return new Token(
                    order, line, position, segment, word, start, end, text, piece.text(), piece.kind(), piece.digits());
        }
    }
}
