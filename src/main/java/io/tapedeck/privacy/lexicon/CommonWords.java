package io.tapedeck.privacy.lexicon;

import java.util.Set;

/** Words of everyday English, in lower case. */
public final class CommonWords {
    private final Set<String> words = WordList.named("common-words.txt");

    public boolean contains(String word) {
        return words.contains(word) || FunctionWords.contains(word);
    }
}
