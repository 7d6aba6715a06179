/** Says what is cut where personal data was found, and what becomes of the words. It knows transcripts, what is found in them, how values are searched for and what callers say of a recording, and neither files nor jobs. */
package io.tapedeck.redaction;
