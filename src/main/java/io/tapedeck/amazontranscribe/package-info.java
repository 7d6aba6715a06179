/**
 * Amazon Transcribe, which hears recordings where they lie and tells when it is done. What speaks to it, and what its words mean,
 * may enter.
 */
package io.tapedeck.amazontranscribe;
