package io.tapedeck.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * HTML with gaps: <code>{{name}}</code> is a text, in an element or in an attribute that is quoted; what stands between the comments
 * {@code <!-- name -->} and {@code <!-- /name -->} is a part. Whatever fills a gap is escaped, here and nowhere else.
 */
record Template(List<Piece> pieces) {
    private static final Pattern GAP = Pattern.compile("\\{\\{(\\w+)}}|[ \\t]*<!-- (\\w+) -->\\n?");
    private static final int REPLACEMENT = 0xFFFD;

    static Template parse(String html) {
        var pieces = new ArrayList<Piece>();
        var gap = GAP.matcher(html);
        int at = 0;
        while (gap.find(at)) {
            pieces.add(new Piece.Html(html.substring(at, gap.start())));
            if (gap.group(1) != null) {
                pieces.add(new Piece.Text(gap.group(1)));
                at = gap.end();
            } else {
                var end = end(html, gap.group(2), gap.end());
                pieces.add(new Piece.Part(gap.group(2), parse(html.substring(gap.end(), end.start()))));
                at = end.end();
            }
        }
        pieces.add(new Piece.Html(html.substring(at)));
        return new Template(List.copyOf(pieces));
    }

    /** @throws IllegalArgumentException if there is no value for a text */
    String fill(Values values) {
        var html = new StringBuilder();
        fill(values, html);
        return html.toString();
    }

    private void fill(Values values, StringBuilder html) {
        for (var piece : pieces) {
            switch (piece) {
                case Piece.Html(var text) -> html.append(text);
                case Piece.Text(var name) -> escape(values.text(name), html);
                case Piece.Part(var name, var part) ->
                    values.parts().getOrDefault(name, List.of()).forEach(inner -> part.fill(inner, html));
            }
        }
    }

    private static MatchResult end(String html, String part, int from) {
        var end = Pattern.compile("[ \\t]*<!-- /" + part + " -->\\n?").matcher(html);
        if (!end.find(from)) {
            throw new IllegalArgumentException("the part " + part + " of a template has no end");
        }
        return end.toMatchResult();
    }

    private static void escape(String text, StringBuilder html) {
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.appendCodePoint(canBeWritten(character) ? character : REPLACEMENT);
            }
        });
    }

    private static boolean canBeWritten(int character) {
        return character == '\t'
                || character == '\n'
                || !Character.isISOControl(character) && Character.getType(character) != Character.SURROGATE;
    }

    /** What a template is made of. */
    sealed interface Piece {
        record Html(String text) implements Piece {}

        record Text(String name) implements Piece {}

        record Part(String name, Template template) implements Piece {}
    }
}
