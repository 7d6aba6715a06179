/**
 * What callers ask for, read from the bodies of their requests. How a wish is written in JSON may enter; what comes of it stays outside.
 */
package io.tapedeck.http.request;
