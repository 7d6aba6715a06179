/**
 * How what is sent to a webhook is signed, and when it is tried again. What Standard Webhooks lays down may enter;
 * sending and keeping stay outside.
 */
package io.tapedeck.webhook;
