/**
 * Music and signalling tones that somebody on hold hears, by what tells them from speech: partials that stay where they are, and
 * nothing but pure tones. Arithmetic on samples and frames of one channel may enter, and nothing that knows a call.
 */
package io.tapedeck.signal.hold;
