package io.tapedeck.transcript;

import java.util.Optional;

/**
 * What made a transcript.
 *
 * @param engine name of the engine, or {@code import} where nobody says
 * @param model that the engine listened with
 * @param language as BCP 47 has it
 */
public record Origin(String engine, Optional<String> model, Optional<String> language) {
    private static final int LONGEST = 100;

    /** Made elsewhere, nobody says by what. */
    public static final Origin IMPORT = new Origin("import", Optional.empty(), Optional.empty());

    /** @throws IllegalArgumentException with what is wrong */
    public Origin {
        engine = PlainText.checked(engine, LONGEST);
        model = model.map(text -> PlainText.checked(text, LONGEST));
        language = language.map(text -> PlainText.checked(text, LONGEST));
    }
}
