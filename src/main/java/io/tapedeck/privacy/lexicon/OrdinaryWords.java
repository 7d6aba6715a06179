package io.tapedeck.privacy.lexicon;

import java.util.Set;

/** Words of everyday English, in lower case. */
public final class OrdinaryWords {
    /** Those that are written with a capital and are no names of people. */
    private static final Set<String> PROPER =
            Set.of(("monday tuesday wednesday thursday friday saturday sunday january february march april june july"
                            + " august september october november december christmas easter thanksgiving halloween english spanish french german italian"
                            + " chinese japanese korean russian portuguese polish dutch arabic hindi american canadian mexican british irish scottish european"
                            + " asian african indian america canada mexico britain england scotland ireland europe asia africa india china japan germany france"
                            + " spain italy russia australia brazil london paris berlin tokyo chicago boston houston dallas seattle denver miami atlanta visa"
                            + " mastercard amex paypal venmo zelle google apple amazon android iphone ipad microsoft windows facebook instagram whatsapp twitter"
                            + " youtube netflix zoom walmart costco fedex ups usps dhl toyota honda ford nissan tesla samsung verizon comcast internet wifi"
                            + " bluetooth covid medicare medicaid ibuprofen tylenol tv gps pdf atm faq sms llc inc usa uk eu am pm")
                    .split(" "));

    private final Set<String> words = WordList.named("ordinary-words.txt");

    public boolean contains(String word) {
        return words.contains(word) || PROPER.contains(word) || FunctionWords.contains(word);
    }
}
