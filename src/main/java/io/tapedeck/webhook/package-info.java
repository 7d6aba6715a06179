/**
 * Webhooks: who is told of which events, in what order, signed how, and what becomes of what cannot be delivered. What is true of them
 * wherever they are kept and however they are sent may enter.
 */
package io.tapedeck.webhook;
