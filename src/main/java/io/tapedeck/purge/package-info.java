/**
 * What becomes of audio that a redaction took the place of: it is destroyed, or kept where nobody who was given its address finds
 * it. Whatever else ends with time belongs to {@code retention}.
 */
package io.tapedeck.purge;
