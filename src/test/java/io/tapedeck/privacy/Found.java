package io.tapedeck.privacy;

import io.tapedeck.privacy.cue.Recogniser;
import io.tapedeck.privacy.token.Conversation;
import io.tapedeck.privacy.token.Token;
import java.util.List;
import java.util.stream.Collectors;

/** What a recogniser finds, as "pin: four four one two". */
public final class Found {
    private Found() {}

    /** In turns as "B: my pin is four four one two". */
    public static List<String> in(Recogniser recogniser, String... turns) {
        var transcript = Example.of("turns", List.of(turns)).transcript();
        return recogniser.find(Conversation.of(transcript)).stream()
                .map(find -> find.entity() + ": "
                        + find.tokens().stream().map(Token::text).collect(Collectors.joining(" ")))
                .distinct()
                .toList();
    }
}
