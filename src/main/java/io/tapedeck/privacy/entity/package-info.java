/** Finds what is personal in words: names, addresses, mail and web addresses, and what people log in with. It knows tokens, cues, lists of words and the names of the kinds. */
package io.tapedeck.privacy.entity;
