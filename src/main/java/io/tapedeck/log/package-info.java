/**
 * The line that each invocation leaves, and the metrics in it. What an operator reads may enter; no body, phone number,
 * key or signed URL does.
 */
package io.tapedeck.log;
