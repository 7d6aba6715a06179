package io.tapedeck.privacy.lexicon;

import java.util.Set;

/** First names, and words that are none. */
public final class FirstNames {
    /** First names that people say more often of a place, a month, a day or a brand. */
    private static final Set<String> RATHER_OTHER =
            Set.of(("alexa mercedes chelsea dallas austin carolina virginia georgia madison jackson florence sydney"
                            + " denver kent devon asia israel charlotte orlando lincoln washington cleveland kingston easter"
                            + " tuesday april june august york trenton chase wells hilton nike any my had say see else even far"
                            + " way early wait read job man guy boy son case cash price care fee car bank win free happy lucky"
                            + " wake trip web base bar land lock link deny carry king town yard wash saw tab row ring law hi"
                            + " bill page may will art star sunday monday")
                    .split(" "));

    /** Common ones that the list lacks. */
    private static final Set<String> ADDED =
            Set.of(("aisha amit anil arjun deepak diego fatima hiroshi ibrahim jamal jorge juan kofi kwame lakshmi"
                            + " luis mei mehmet mohammed muhammad ngozi oluwaseun priya rahul raj rajesh sanjay sofia sunita"
                            + " vikram wei yusuf zainab maria peter martin harry bob mike matt nick sally victor heather ken"
                            + " derrick")
                    .split(" "));

    private final Set<String> listed = WordList.named("first-names.txt");
    private final OrdinaryWords ordinary;

    public FirstNames(OrdinaryWords ordinary) {
        this.ordinary = ordinary;
    }

    /** Whether a word in lower case is a first name and hardly anything else. */
    public boolean contains(String word) {
        return ADDED.contains(word)
                || listed.contains(word)
                        && !ordinary.contains(word)
                        && !RATHER_OTHER.contains(word)
                        && !States.isOneWord(word);
    }

    /** Whether a word in lower case is a first name among other things. */
    public boolean isListed(String word) {
        return listed.contains(word) || ADDED.contains(word);
    }

    /** Whether a word in lower case can be a first name. */
    public boolean mayContain(String word) {
        return isListed(word) && !RATHER_OTHER.contains(word);
    }
}
