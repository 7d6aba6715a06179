/**
 * Who and what a call was made with, as its callers name them: participants with their roles, telephone numbers, and
 * what of the caller's own a recording belongs to. What the audio tells of a participant stands here, too.
 */
package io.tapedeck.call;
