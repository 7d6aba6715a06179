package io.tapedeck.privacy.token;

/** What a word, or a part of one, says by itself. */
record Piece(String text, Kind kind, String digits) {
    static Piece of(String text, Kind kind) {
        return new Piece(text, kind, "");
    }

    @Override
    public String toString() {
        return "Piece[kind=%s]".formatted(kind);
    }
}
