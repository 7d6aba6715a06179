package io.tapedeck.transcript;

/** Text that holds nothing but what can be seen, and what goes with it. */
final class PlainText {
    private PlainText() {}

    /**
     * The text without white space around it.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    static String checked(String text, int longest) {
        var stripped = text.strip();
        if (stripped.isEmpty()) {
            throw new IllegalArgumentException("must have a text");
        }
        if (stripped.length() > longest) {
            throw new IllegalArgumentException("must have a text of %d characters at most".formatted(longest));
        }
        for (int i = 0; i < stripped.length(); ) {
            var character = stripped.codePointAt(i);
            if (!isPlain(character)) {
                throw new IllegalArgumentException(
                        "must have a text without control characters (U+%04X)".formatted(character));
            }
            i += Character.charCount(character);
        }
        return stripped;
    }

    /** Half a surrogate pair, too, is nothing that can be written. */
    private static boolean isPlain(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
        };
    }
}
