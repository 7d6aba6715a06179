/** The words that tell what the next value is: "card number", "order number", "date of birth". It knows tokens and the names of the kinds of personal data. */
package io.tapedeck.privacy.cue;
