/**
 * The functions by which a tenant says who is told of events, and sees what became of that. What reads such requests may enter.
 */
package io.tapedeck.function.webhooks;
