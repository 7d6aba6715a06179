package io.tapedeck.privacy;

import io.tapedeck.audio.Entity;
import io.tapedeck.transcript.Transcript;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What most people use: an expression for each kind that has a form when it is written. */
final class PlainExpressions {
    private static final Map<Entity, Pattern> EXPRESSIONS = expressions();

    private PlainExpressions() {}

    static Map<Example.Place, Entity> find(Transcript transcript) {
        var found = new TreeMap<Example.Place, Entity>();
        for (int i = 0; i < transcript.segments().size(); i++) {
            var segment = transcript.segments().get(i);
            var text = new StringBuilder();
            var ends = new int[segment.words().size()];
            for (int j = 0; j < ends.length; j++) {
                text.append(j == 0 ? "" : " ").append(segment.words().get(j).text());
                ends[j] = text.length();
            }
            add(found, i, text, ends);
        }
        return found;
    }

    private static void add(Map<Example.Place, Entity> found, int segment, CharSequence text, int[] ends) {
        EXPRESSIONS.forEach((entity, expression) -> {
            var match = expression.matcher(text);
            while (match.find()) {
                for (int j = 0; j < ends.length; j++) {
                    var start = j == 0 ? 0 : ends[j - 1] + 1;
                    if (start < match.end() && ends[j] > match.start()) {
                        found.putIfAbsent(new Example.Place(segment, j), entity);
                    }
                }
            }
        });
    }

    private static Map<Entity, Pattern> expressions() {
        var expressions = new LinkedHashMap<Entity, Pattern>();
        expressions.put(Entity.EMAIL, Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.-]+"));
        expressions.put(Entity.URL, Pattern.compile("(https?://|www\\.)\\S+"));
        expressions.put(Entity.IBAN, Pattern.compile("\\b[A-Z]{2}\\d{2}( ?[A-Z0-9]{4}){2,7}( ?[A-Z0-9]{1,3})?\\b"));
        expressions.put(Entity.IP_ADDRESS, Pattern.compile("\\b(\\d{1,3}\\.){3}\\d{1,3}\\b"));
        expressions.put(Entity.CREDIT_CARD, Pattern.compile("\\b(\\d[ -]?){13,19}\\b"));
        expressions.put(Entity.SSN, Pattern.compile("\\b\\d{3}[- ]\\d{2}[- ]\\d{4}\\b"));
        expressions.put(Entity.PHONE, Pattern.compile("(\\+?1[ .-]?)?\\(?\\b\\d{3}\\)?[ .-]?\\d{3}[ .-]?\\d{4}\\b"));
        expressions.put(Entity.DATE_OF_BIRTH, Pattern.compile("\\b\\d{1,2}[/-]\\d{1,2}[/-](\\d{4}|\\d{2})\\b"));
        return expressions;
    }
}
