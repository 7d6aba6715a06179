/** Lists of words: first names, ordinary words, function words, months, states, and what streets and domains end with. It knows Java and its own files. */
package io.tapedeck.privacy.lexicon;
