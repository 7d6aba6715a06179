/** What was said in a call, by whom and when, and what becomes of it when the audio changes. It knows Java, audio, ids and problems. */
package io.tapedeck.transcript;
