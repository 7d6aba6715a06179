package io.tapedeck.privacy.token;

/** What a token can be part of. */
public enum Kind {
    WORD,
    /** "um", "okay": may stand between the digits of one number. */
    FILLER,
    /** A letter by itself. */
    LETTER,
    /** Letters with hyphens or dots between them: "S-M-I-T-H". */
    SPELLED,
    /** Letters and digits in one word: "D1234567". */
    MIXED,
    /** "zero" to "nine". */
    DIGIT,
    /** "oh", which is a zero only beside digits. */
    OH,
    /** "ten" to "nineteen". */
    TEEN,
    /** "twenty" to "ninety". */
    TENS,
    HUNDRED,
    /** "thousand", "million": only quantities have it. */
    SCALE,
    /** "double", "triple". */
    TIMES,
    /** "third", "21st". */
    ORDINAL,
    /** Digits, with marks between them or without: "555-0132", "09/28". */
    FIGURES,
    /** What is counted or paid, or a time of day: "$12.50", "84,000", "10:15", "5%". */
    AMOUNT,
    /** "dot", "dash", "at". */
    MARK,
    /** Stands for what was taken out before: nothing is found in it or across it. */
    PLACEHOLDER;

    /** Whether a number can begin with it. */
    public boolean isNumeral() {
        return this == DIGIT || this == TEEN || this == TENS || this == FIGURES;
    }
}
