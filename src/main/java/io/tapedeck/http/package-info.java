/**
 * From an event of API Gateway to a typed request, and from a reply back: scopes, conditions, paging, idempotency.
 * What is true of every operation of the API may enter; what one operation does belongs to its
 * function.
 */
package io.tapedeck.http;
