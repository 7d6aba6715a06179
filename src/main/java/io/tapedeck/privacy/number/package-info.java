/** Finds numbers and dates that are personal: a small class for each kind, which says the words that speak of it and the form that it has. It knows tokens, cues, months, the names of the kinds, and libraries for phone numbers and checksums. */
package io.tapedeck.privacy.number;
